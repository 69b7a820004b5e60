import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fencesOf } from './doc-fences.js'
import { sharedFolder } from './folder.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const copy = sharedFolder()

const files = new Map(
  fencesOf(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')).flatMap(({ info, body }) => {
    const path = /^(?:ts|md) (\S+)$/.exec(info)?.[1]
    return path ? [[path, body] as const] : []
  }),
)

/** Adds an entry to one of the two lists, as the steps say. */
function add(path: string, statement: string, list: RegExp, entry: string): void {
  const text = readFileSync(join(copy, path), 'utf8')
  expect(text).toMatch(list)
  writeFileSync(join(copy, path), `${statement}\n${text.replace(list, (start) => `${start}\n  ${entry},`)}`)
}

test('the documented steps for a new rule result in a rule that passes its tests', () => {
  for (const name of [
    'bundling',
    'src',
    'test/rules.test.ts',
    'test/doc-fences.ts',
    'test/strongest-fix.ts',
    'test/setup.ts',
    'package.json',
    'tsconfig.json',
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  for (const name of readdirSync(root).filter((file) => file.endsWith('.ts')))
    cpSync(join(root, name), join(copy, name))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

  expect([...files.keys()]).toEqual(['src/rules/exclaimed-title.ts', 'src/rules/exclaimed-title.md'])
  for (const [path, text] of files) writeFileSync(join(copy, path), text)
  const rules = /^export const rules: readonly ReportRule\[\] = \[$/m
  add('src/rules/index.ts', "import { exclaimedTitle } from './exclaimed-title.js'", rules, 'exclaimedTitle')
  const docs = /^export const docs: Readonly<Record<string, string>> = \{$/m
  add(
    'src/rules/docs.ts',
    "import exclaimedTitle from './exclaimed-title.md'",
    docs,
    "'exclaimed-title': exclaimedTitle",
  )

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: copy,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NO_COLOR: '1' },
    })
    return { status, output: stdout + stderr }
  }
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const tried = run(vitest, 'run', 'test/rules.test.ts', '-t', 'exclaimed-title')
  expect(tried, tried.output).toMatchObject({ status: 0 })
  // The doc's form, that there are both kinds of examples, the strength of the fix, and two examples with two line ends each.
  expect(tried.output).toMatch(/Tests +7 passed/)

  // Not because nothing could fail: an example that is wrong does.
  const path = join(copy, 'src/rules/exclaimed-title.md')
  writeFileSync(path, readFileSync(path, 'utf8').replace('3:13 ', '3:14 '))
  expect(run(vitest, 'run', 'test/rules.test.ts', '-t', 'exclaimed-title').status).toBe(1)

  const biome = run(
    join(root, 'node_modules/@biomejs/biome/bin/biome'),
    'check',
    join(copy, 'src/rules/exclaimed-title.ts'),
    `--config-path=${root}`,
  )
  expect(biome, biome.output).toMatchObject({ status: 0 })
}, 120_000)
