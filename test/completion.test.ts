import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyRule } from '../src/lint/every-rule.js'
import { sharedFolder } from './folder.js'
import { run } from './run.js'

const work = sharedFolder()

async function output(...args: string[]): Promise<string> {
  const { code, stdout } = await run(work, args)
  expect(code).toBe(0)
  return stdout
}

async function scriptFor(shell: string): Promise<string> {
  const path = join(work, `completion.${shell}`)
  writeFileSync(path, await output('completion', shell))
  return path
}

const hasShell = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0

/** What bash offers for the last of the words; `files` if that is left to bash. */
function bashOffers(script: string, words: readonly string[]): string[] {
  const run = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
compopt() { left=no; }
left=files; _reportlint; printf '%s\\n' "\${COMPREPLY[@]}" "$left"`
  const { stdout, stderr } = spawnSync('bash', ['-c', run, 'bash', script, 'reportlint', ...words], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return stdout.split('\n').filter((word) => word !== '' && word !== 'no')
}

const rules = everyRule.map(({ id }) => id)
const missing = rules.filter((id) => id.startsWith('missing-'))

describe.skipIf(!hasShell('bash'))('bash', () => {
  test.each([
    [['che'], ['check']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['check', '--form'], ['--format']],
    [
      ['check', '--format', 'j'],
      ['json', 'junit'],
    ],
    [['check', '--format', '=', 'js'], ['json']],
    [['check', '--format', 'json', ''], ['files']],
    [['check', '--rule', 'missing-'], missing],
    [['check', 'a.md', '--rule', 'typo', 'missing-'], missing],
    [['check', '--rule', 'typo', '--quiet', 'missing-'], ['files']],
    [['check', '--config', ''], ['files']],
    [
      ['check', '--schema', 'f'],
      ['fcj', 'files'],
    ],
    [['check', '--max-warnings', ''], []],
    [['check', '--shard', ''], []],
    [['merge', ''], ['files']],
    [
      ['check', '--parser', ''],
      ['native', 'remark'],
    ],
    [['help', 'che'], ['check']],
    [['explain', ''], rules],
    [['explain', 'typ'], ['typo']],
    [
      ['schema', 'ev'],
      ['event-report', 'files'],
    ],
    [['new', 'My event', '--da'], ['--date']],
    [['new', 'My event', '--in', ''], ['files']],
    [['init', '--r'], ['--remove']],
    [['--ver'], ['--version']],
    [['rules', '--quiet'], []],
  ])('%j', async (words, offers) => {
    expect(bashOffers(await scriptFor('bash'), words)).toEqual(offers)
  })

  test('knows every command and option in the help', async () => {
    const script = await scriptFor('bash')
    const names = (help: string, pattern: RegExp): string[] => [...help.matchAll(pattern)].map(([, name = '']) => name)
    const commands = names(await output('--help'), /^ {2}([a-z]+)(?: |$)/gm).filter((name) => name !== 'reportlint')
    expect(commands).toEqual(expect.arrayContaining(['check', 'fix', 'config', 'completion']))
    expect(bashOffers(script, [''])).toEqual(expect.arrayContaining(commands))
    for (const command of commands.filter((name) => name !== 'help')) {
      const options = names(await output(command, '--help'), /^ {2}(?:-\w, )?(--[a-z-]+)/gm)
      expect(bashOffers(script, [command, '-']), command).toEqual(expect.arrayContaining(options))
    }
  })
})

describe.skipIf(!hasShell('fish'))('fish, where it is installed', () => {
  test.each([
    ['reportlint che', 'check'],
    ['reportlint check --format js', 'json'],
    ['reportlint check --rule typ', 'typo'],
    ['reportlint explain date-m', 'date-mismatch'],
    ['reportlint help insp', 'inspect'],
    ['reportlint check --parser rem', 'remark'],
    ['reportlint completion zs', 'zsh'],
    ['reportlint check a.md --rule typo empty-sp', 'empty-speakers'],
    ['reportlint check --stdin-f', '--stdin-filename'],
    ['reportlint new "My event" --dat', '--date'],
  ])('%s', async (line, offer) => {
    const script = await scriptFor('fish')
    const { stdout } = spawnSync('fish', ['-c', `source ${script}; complete -C '${line}'`], { encoding: 'utf8' })
    expect(stdout.split('\n').map((row) => row.split('\t')[0])).toContain(offer)
  })
})

/** The line after a Tab, in a new zsh on a new terminal. */
const ZSH = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT= RPROMPT=; stty -echo; autoload -Uz compinit; compinit -u -D; source \${(q)1}; show() { print -r -- \\"<<\\$BUFFER>>\\"; BUFFER=; zle .accept-line }; zle -N show; bindkey '^X' show; print ready"
zpty -r -m shell out '*ready*'
for line in "\${@:2}"; do
  zpty -w -n shell "$line"$'\\t\\x18'
  zpty -r -m shell out '*<<*>>*'
  print -r -- \${\${out##*<<}%%>>*}
done
zpty -d shell
`

describe.skipIf(!hasShell('zsh'))('zsh, where it is installed', () => {
  test('completes on a terminal', async () => {
    const lines = {
      'reportlint che': 'reportlint check',
      'reportlint check --format js': 'reportlint check --format json',
      'reportlint check --stdin-f': 'reportlint check --stdin-filename',
      'reportlint check a.md --rule typo empty-sp': 'reportlint check a.md --rule typo empty-speakers',
      'reportlint explain date-m': 'reportlint explain date-mismatch',
      'reportlint help insp': 'reportlint help inspect',
      'reportlint check --parser rem': 'reportlint check --parser remark',
      'reportlint new "My event" --dat': 'reportlint new "My event" --date',
      'reportlint new --schema f': 'reportlint new --schema fcj',
      'reportlint completion zs': 'reportlint completion zsh',
      'reportlint check --config completion.z': 'reportlint check --config completion.zsh',
    }
    const args = ['-fc', ZSH, 'zsh', await scriptFor('zsh'), ...Object.keys(lines)]
    const { stdout } = spawnSync('zsh', args, { encoding: 'utf8', cwd: work, timeout: 60_000 })
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(Object.values(lines))
  }, 70_000)
})

describe('zsh and fish', () => {
  test.skipIf(!hasShell('zsh'))('zsh reads its script, where it is installed', async () => {
    expect(spawnSync('zsh', ['-n', await scriptFor('zsh')], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    })
  })

  test('have every command, rule and format, with quotes escaped', async () => {
    for (const shell of ['zsh', 'fish']) {
      const script = await output('completion', shell)
      for (const word of ['check', 'completion', 'markdown', 'sarif', ...rules]) expect(script).toContain(word)
      // Each line has its quotation marks in pairs, or the shell would read on in the next.
      for (const line of script.split('\n')) expect(line.replace(/'\\''|\\'/g, '').split("'").length % 2, line).toBe(1)
    }
  })

  test('other shells are refused', async () => {
    const { code, stderr } = await run(work, 'completion tcsh')
    expect(code).toBe(2)
    expect(stderr).toContain('<shell> takes bash, zsh or fish, not “tcsh”')
  })
})
