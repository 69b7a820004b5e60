import { describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands.js'
import { folderWith } from './folder.js'
import { goodReport } from './good-report.js'
import { run } from './run.js'

const FORMATS = 'pretty, compact, json, sarif, github, gitlab, junit, markdown, html, score or score-csv'

describe('a usage error is one line: what is wrong, and what would be right', () => {
  const folder = () => folderWith({ 'content/a.md': goodReport, 'my reports/a.md': goodReport })

  test.each([
    ['chek', 'unknown command “chek”. Did you mean “check”? `reportlint help` lists them.'],
    ['CHECK', 'unknown command “CHECK”. Did you mean “check”? `reportlint help` lists them.'],
    ['grid', 'unknown command “grid”. `reportlint help` lists them.'],
    [
      'content',
      'unknown command “content”. To check that path: `reportlint check content`. `reportlint help` lists them.',
    ],
    ['--verison', 'unknown option “--verison”. Did you mean “--version”? `reportlint help` lists them.'],
    ['check --quite', 'unknown option “--quite”. Did you mean “--quiet”? `reportlint help check` lists them.'],
    ['check --frmat=json', 'unknown option “--frmat”. Did you mean “--format”? `reportlint help check` lists them.'],
    ['check -q', 'unknown option “-q”. Did you mean “--quiet”? `reportlint help check` lists them.'],
    ['check -c', 'unknown option “-c”. Did you mean “--config”? `reportlint help check` lists them.'],
    ['check -r', 'unknown option “-r”. Did you mean “--reports-only” or “--rule”? `reportlint help check` lists them.'],
    ['check -s', 'unknown option “-s”. `reportlint help check` lists them.'],
    ['check --json', 'unknown option “--json”. Did you mean “--format json”? `reportlint help check` lists them.'],
    ['check --fix', 'unknown option “--fix”. `reportlint fix` is a command. `reportlint help check` lists them.'],
    ['check --write', 'unknown option “--write”. It is one of `reportlint fix`. `reportlint help check` lists them.'],
    ['fix --format json', 'unknown option “--format”. `reportlint help fix` lists them.'],
    ['--format json check', '--format goes after the command: `reportlint check --format`'],
    ['--format=json check', '--format goes after the command: `reportlint check --format=json`'],
    ['--quiet check .', '--quiet goes after the command: `reportlint check --quiet`'],
    ['check --staged=all', '--staged takes no value: remove “=all”'],
    ['check --rule', '--rule <id...> needs its value: check these rules only'],
    ['check --format', `--format <name> needs its value: ${FORMATS}`],
    ['check --format jsn', `--format takes ${FORMATS}, not “jsn”. Did you mean “json”?`],
    ['check --format xml', `--format takes ${FORMATS}, not “xml”`],
    ['check --stdin --staged', '--stdin cannot be used with --staged'],
    ['explain a b', '`reportlint explain` takes one argument, not 2: put text with spaces in quotation marks'],
    ['init fcj', '`reportlint init` takes no arguments. `reportlint help init` says what it takes.'],
    [
      'new Edge',
      '`reportlint new` needs --date <day>: the day of the event, YYYY-MM-DD, as in `reportlint new "Mesh Day" --date 2026-08-01`',
    ],
    [
      'new --date 2026-08-01',
      '`reportlint new` needs <name>: the name of the event, as in `reportlint new "Mesh Day" --date 2026-08-01`',
    ],
    ['completion', '`reportlint completion` needs <shell>: bash, zsh or fish, as in `reportlint completion bash`'],
    ['completion pwsh', '<shell> takes bash, zsh or fish, not “pwsh”'],
    [
      'merge',
      '`reportlint merge` needs <file>: the files that `reportlint check --shard` wrote, one for each part, as in `reportlint merge part-1.json part-2.json`',
    ],
  ])('%s', async (call, answer) => {
    expect(await run(folder(), call)).toEqual({ code: 2, stdout: '', stderr: `reportlint: ${answer}\n` })
  })

  test('control characters are spelled out, and words are quoted for the shell', async () => {
    expect((await run(folder(), ['\u001b[2J'])).stderr).toContain('unknown command “\\u001b[2J”')
    expect((await run(folder(), ['check', "--o'\u0007"])).stderr).toContain("unknown option “--o'\\u0007”")
    expect((await run(folder(), ['my reports'])).stderr).toContain("`reportlint check 'my reports'`")
  })

  test('the help is printed without a command', async () => {
    const { code, stdout, stderr } = await run(folder(), [])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^Usage: reportlint /)
  })
})

test('every option describes its value', () => {
  const io = { stdout: { write() {} }, stderr: { write() {} }, env: {}, cwd: () => '/' }
  const all = commands(undefined, io, () => {}).commands
  const taken = all.flatMap(({ options, registeredArguments }) => [...options, ...registeredArguments])
  expect(taken.length).toBeGreaterThan(all.length)
  for (const { description } of taken) expect(description).not.toBe('')
})
