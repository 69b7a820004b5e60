import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseConfig } from '../src/config/config.js'
import { docs } from '../src/rules/docs.js'
import { rules } from '../src/rules/index.js'
import { emptyFolder } from './folder.js'
import { run } from './run.js'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const readme = readFileSync(at('README.md'), 'utf8')

test('the transcript matches the output', async () => {
  const [, command = '', transcript = ''] = /^```console\n\$ reportlint ([^\n]+)\n([\s\S]*?)^```$/m.exec(readme) ?? []
  // In a folder of its own no earlier answer is found.
  const folder = emptyFolder()
  cpSync(at('fixtures/site'), folder, { recursive: true })
  const { stdout, stderr } = await run(folder, command, { env: { XDG_CACHE_HOME: emptyFolder() } })
  expect(transcript).toBe(stdout + stderr)
})

describe('the commands in “Use it” work', () => {
  const [, block = ''] = /^## Use it\n\n```sh\n([\s\S]*?)^```$/m.exec(readme) ?? []
  const lines = block
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/ +#.*/, ''))
  // Nobody is here to answer.
  const alone = lines.filter((line) => !line.includes('--interactive'))

  test.each(alone)('%s', async (line) => {
    const folder = emptyFolder()
    cpSync(at('fixtures/site'), folder, { recursive: true })
    execFileSync('git', ['init', '--quiet', folder])
    const args = [...line.matchAll(/"([^"]+)"|\S+/g)].slice(1).map(([word, quoted]) => quoted ?? word)
    const { code, stderr } = await run(folder, args, { env: { PATH: process.env.PATH } })
    expect(code, stderr).not.toBe(2)
  })
})

test('the table lists exactly the rules', () => {
  const listed = [...readme.matchAll(/\(src\/rules\/([a-z-]+)\.md\)/g)].map(([, id]) => id)
  expect(listed.toSorted()).toEqual(Object.keys(docs).toSorted())
})

test('the example configuration is valid', () => {
  const [, yaml = ''] = /^```yaml\n([\s\S]*?)^```$/m.exec(readme) ?? []
  expect(parseConfig(yaml, 'README.md', new Set(rules.map(({ id }) => id)))).toMatchObject({ schema: 'fcj' })
})
