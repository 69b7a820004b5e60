import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { type CheckScope, fixCommand } from '../src/cli/output/fix-command.js'
import { commandName } from '../src/cli/process/command-name.js'
import { folderWith } from './folder.js'
import { goodReport } from './good-report.js'
import { run } from './run.js'

describe('the command that fixes what a check found', () => {
  const named = 'content/4-EventParticipated/4.1-Event1/_index.md'
  test.each<[Partial<CheckScope>, string]>([
    [{}, 'reportlint fix --write'],
    [{ paths: ['content', 'drafts/Ngày hội.md'] }, "reportlint fix --write content 'drafts/Ngày hội.md'"],
    [{ paths: [named] }, `reportlint fix --write ${named}`],
    [{ paths: Array(8).fill(named) }, `reportlint fix --write${` ${named}`.repeat(8)}`],
    [{ paths: Array(9).fill('a.md') }, `reportlint fix --write${' a.md'.repeat(9)}`],
    [{ paths: Array(9).fill(named) }, 'reportlint fix --write …'],
    [{ paths: [`/home/lan/site/${named}`, '/home/lan/site', '/tmp'] }, `reportlint fix --write ${named} . /tmp`],
    [{ paths: ['-a.md'] }, 'reportlint fix --write ./-a.md'],
    [{ staged: true, reportsOnly: true }, 'reportlint fix --write --staged --reports-only'],
    [{ config: 'my rc.yaml', schema: 'fcj' }, "reportlint fix --write --config 'my rc.yaml' --schema fcj"],
    [{ paths: ['a.md'], rule: ['typo', 'mojibake'] }, 'reportlint fix --write a.md --rule typo mojibake'],
    [{ stdin: true }, 'reportlint fix --stdin'],
    [{ stdin: true, stdinFilename: 'a.md' }, 'reportlint fix --stdin-filename a.md'],
  ])('%j', (asked, command) => {
    expect(fixCommand({ paths: [], ...asked }, 'safe', '/home/lan/site')).toBe(command)
  })

  test('with unsafe fixes', () => {
    expect(fixCommand({ paths: ['a.md'] }, 'unsafe', '/home/lan')).toBe('reportlint fix --write --unsafe a.md')
  })

  test.runIf(process.platform !== 'win32')('quotes names for a shell', () => {
    const names = ["it's.md", '$HOME.md', 'a b.md', '~.md', '"`', 'a;b', '#a', '*', 'Ngày.md']
    for (const name of names) {
      const word = fixCommand({ paths: [name] }, 'safe', '/home/lan').slice('reportlint fix --write '.length)
      expect(execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' })).toBe(name)
    }
  })
})

test.runIf(process.platform !== 'win32').each([
  ['from its own clone', '/home/lan/reportlint/dist/cli.cjs', 'reportlint'],
  ['installed for all sites', '/usr/lib/node_modules/reportlint/dist/cli.cjs', 'reportlint'],
  ['installed for another site', '/home/lan/other/node_modules/reportlint/dist/cli.cjs', 'reportlint'],
  ['installed for the site', '/home/lan/site/node_modules/reportlint/dist/cli.cjs', 'npx reportlint'],
  [
    'installed for the site by pnpm',
    '/home/lan/site/node_modules/.pnpm/reportlint@1.0.0/node_modules/reportlint/dist/cli.cjs',
    'npx reportlint',
  ],
  ['for one call', '/home/lan/.npm/_npx/a1/node_modules/reportlint/dist/cli.cjs', 'npx reportlint'],
])('the program is called by the name that a shell finds: %s', (_, program, called) => {
  expect(commandName('/home/lan/site/content', program)).toBe(called)
})

test('a check prints this command, and it works', async () => {
  const folder = folderWith({
    'a.md': goodReport.replace('## Speakers', '### Speakers').replace('Measure', 'Mesure'),
    'b.md': goodReport.replace('## Speakers', '### Speakers'),
  })
  const call = 'a.md --rule section-level'
  expect((await run(folder, `check ${call}`)).stdout).toContain(`\n  reportlint fix --write ${call} fixes 1 of them\n`)
  expect((await run(folder, `check ${call} --format markdown`)).stdout).toContain(
    `<code>reportlint fix --write ${call}</code> fixes 1 of them.`,
  )
  expect((await run(folder, `fix --write ${call}`)).stderr).toContain('1 finding in 1 file fixed')
})
