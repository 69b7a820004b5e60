import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { emptyFolder } from './folder.js'
import { run } from './run.js'

/**
 * Whole-program cases as data: fixtures/<case>/ holds `input/` (the folder that the program runs in), `args`, `expected.txt`
 * (exit code and both outputs) and, where files are written, `output/`. UPDATE_FIXTURES=1 writes what the program does now:
 * read the change before you keep it.
 */
const fixtures = fileURLToPath(new URL('../fixtures/cases', import.meta.url))
const update = process.env.UPDATE_FIXTURES === '1'

/** The bytes of every file below a folder. */
function filesIn(folder: string, prefix = ''): [string, string][] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      if (name === '.git') return []
      if (statSync(path).isDirectory()) return filesIn(path, `${prefix}${name}/`)
      return [[prefix + name, readFileSync(path).toString('latin1')] as [string, string]]
    })
}

describe.each(readdirSync(fixtures))('%s', (name) => {
  test('gives the expected output', async () => {
    const folder = join(fixtures, name)
    const work = emptyFolder()
    cpSync(join(folder, 'input'), work, { recursive: true })
    // The root of a repository: no configuration or .gitignore above it counts.
    writeFileSync(join(work, '.git'), '')
    const { code, stdout, stderr } = await run(work, readFileSync(join(folder, 'args'), 'utf8').trim().split(/\s+/))
    const seen = `exit ${code}\n--- stdout\n${stdout}--- stderr\n${stderr}`.replaceAll(work, '.')
    const expected = join(folder, 'expected.txt')
    const output = join(folder, 'output')
    const changed = JSON.stringify(filesIn(work)) !== JSON.stringify([...filesIn(join(folder, 'input'))])
    // A program that broke down is never what is expected.
    expect(stderr).not.toContain('something went wrong that should not')
    expect(stderr).not.toContain('it could not be understood')
    if (update) {
      writeFileSync(expected, seen)
      rmSync(output, { recursive: true, force: true })
      if (changed) cpSync(work, output, { recursive: true, filter: (path) => !path.endsWith('.git') })
    }
    expect(seen).toBe(readFileSync(expected, 'utf8'))
    expect(filesIn(work)).toEqual(filesIn(existsSync(output) ? output : join(folder, 'input')))
  })
})
