import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { helpEnds } from '../src/cli/examples.js'
import { sharedFolder } from './folder.js'
import { run as runIn } from './run.js'

const work = sharedFolder()
const site = fileURLToPath(new URL('../fixtures/site', import.meta.url))
const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', HOME: work }

/** Runs the program with a draft as its input, and presses Ctrl-C at once. */
function run(cwd: string, args: readonly string[]) {
  const draft = readFileSync(join(site, 'content/4-EventParticipated/4.1-Event1/_index.md'))
  return runIn(cwd, args, { stdin: Readable.from([draft]), env, once: (_, ended) => ended() })
}

/** The arguments of the commands in a help text, without redirections. */
function commandsIn(help: string): string[][] {
  return [...help.matchAll(/^ {2}reportlint ?(.*)$/gm)].map(([, line = '']) => {
    const [command = ''] = line.split(/ {2,}| [<>|] /)
    return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
  })
}

const { stdout: overview } = await run(work, ['--help'])
const commands = [...overview.matchAll(/^ {2}([a-z]+) .*(?:\n {4}.*)*/gm)]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'help' && name !== 'reportlint')

test('the help lists every command', () => {
  expect(commands).toEqual(expect.arrayContaining(Object.keys(helpEnds).filter((name) => name !== 'reportlint')))
})

test('--rule exists only for commands that check', async () => {
  const helps = await Promise.all(
    commands.map(async (name) => [name, (await run(work, [name, '--help'])).stdout] as const),
  )
  expect(helps.flatMap(([name, help]) => (help.includes('--rule ') ? name : []))).toEqual(['check', 'fix', 'config'])
  for (const name of ['inspect', 'events']) expect((await run(site, [name, '--rule', 'typo'])).code).toBe(2)
})

describe.each(['reportlint', ...commands])('%s', (name) => {
  test('has examples in its help that work', async () => {
    const { code, stdout, stderr } = await run(work, name === 'reportlint' ? ['--help'] : [name, '--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('\nExamples')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    const all = commandsIn(stdout.slice(stdout.indexOf('\nExamples')))
    expect(all.filter(([command]) => name === 'reportlint' || command === name).length).toBeGreaterThan(0)

    const folder = mkdtempSync(join(work, `${name}-`))
    cpSync(site, folder, { recursive: true })
    if (name === 'check') cpSync(site, join(folder, 'sites/lan'), { recursive: true })
    execFileSync('git', ['init', '--quiet'], { cwd: folder, env })
    for (const args of all) {
      // The server would wait for an editor.
      if (name === 'lsp') continue
      // All examples are of the same event, which gets only one report.
      if (name === 'new') {
        rmSync(join(folder, 'content'), { recursive: true })
        cpSync(site, folder, { recursive: true })
      }
      const ended = await run(folder, args)
      expect(ended.code, `${args.join(' ')}\n${ended.stderr}`).not.toBe(2)
    }
  })
})

describe('help', () => {
  test.each([60, 70, 80, 120])('fits the width of the terminal: %i', async (columns) => {
    const calls = new Set(Object.values(helpEnds).flatMap(({ examples }) => examples.map(([call]) => `  ${call}`)))
    for (const name of commands)
      for (const line of (await runIn(work, [name, '--help'], { env, isTTY: true, columns })).stdout.split('\n'))
        if (!calls.has(line)) expect(line.length, line).toBeLessThanOrEqual(columns)
  })

  test('explains examples beside them if there is room, else below', async () => {
    const at = async (columns: number): Promise<string> =>
      (await runIn(work, ['merge', '--help'], { env, isTTY: true, columns })).stdout.split('Examples:\n')[1] ?? ''
    expect(await at(120)).toBe(`\
  reportlint check content --shard 1/2 --output part-1.json   on one machine
  reportlint check content --shard 2/2 --output part-2.json   on another
  reportlint merge part-1.json part-2.json                    then the result of the whole check
`)
    expect(await at(90)).toBe(`\
  reportlint check content --shard 1/2 --output part-1.json
                                             on one machine
  reportlint check content --shard 2/2 --output part-2.json
                                             on another
  reportlint merge part-1.json part-2.json   then the result of the whole check
`)
    expect(await at(50)).toBe(`\
  reportlint check content --shard 1/2 --output part-1.json
    on one machine
  reportlint check content --shard 2/2 --output part-2.json
    on another
  reportlint merge part-1.json part-2.json
    then the result of the whole check
`)
  })

  test('of a command is the same as --help; without a command, it is that of the program', async () => {
    expect(await run(work, ['help', 'fix'])).toEqual(await run(work, ['fix', '--help']))
    expect(await run(work, ['help'])).toEqual(await run(work, ['--help']))
  })

  test.each([
    ['fxi', 'Did you mean “fix”? '],
    ['grid', ''],
  ])('of an unknown command is an error: %s', async (name, advice) => {
    expect(await run(work, ['help', name])).toEqual({
      code: 2,
      stdout: '',
      stderr: `reportlint: unknown command “${name}”. ${advice}\`reportlint help\` lists them.\n`,
    })
  })
})
