import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compact } from '../../src/reporters/compact.js'
import { github } from '../../src/reporters/github.js'
import { gitlab } from '../../src/reporters/gitlab.js'
import { formats } from '../../src/reporters/index.js'
import { summarize } from '../../src/reporters/summary.js'
import { anyChecked } from './arbitrary.js'
import { checked, finding, fix, whole } from './checked.js'

const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)

describe('every format', () => {
  test.each(Object.entries(formats))('%s is deterministic, and ends with a line end', async (_, load) => {
    const show = await load()
    fc.assert(
      fc.property(anyChecked, (run) => {
        const text = whole(show(run))
        expect(whole(show(run))).toBe(text)
        expect(text === '' || text.endsWith('\n')).toBe(true)
      }),
    )
  })

  test.each(Object.entries(formats))('%s shows a run without findings and without reports', async (name, load) => {
    const text = whole((await load())(checked([])))
    expect(text === '').toBe(name === 'compact')
  })

  test('paths are the user’s for people, and relative to the repository for programs', async () => {
    const run = checked([finding({ path: '4.2-Event2/index.md' })])
    const seen = await Promise.all(
      Object.entries(formats).map(async ([name, load]) => {
        const text = whole((await load())(run))
        return [name, text.includes('content/4.2-Event2/index.md'), text.includes('4.2-Event2/index.md')]
      }),
    )
    const people = ['pretty', 'compact', 'json', 'html', 'score', 'score-csv']
    expect(seen).toEqual(Object.keys(formats).map((name) => [name, !people.includes(name), name !== 'score-csv']))
  })
})

describe('compact', () => {
  test('has one line for each finding', () => {
    expect(compact(checked([finding(), finding({ line: 9, severity: 'warning', path: 'b c.md' })]))).toBe(
      'a.md:3:1: error Unexpected X, expected Y. [some-rule]\nb c.md:9:1: warning Unexpected X, expected Y. [some-rule]\n',
    )
  })

  test('has one line for findings with any text', () => {
    fc.assert(
      fc.property(anyChecked, (run) => {
        const lines = linesOf(compact(run))
        expect(lines.pop()).toBe('')
        expect(lines).toHaveLength(run.findings.length)
        for (const line of lines) expect(line).toMatch(/:\d+:\d+: (?:error|warning) .*\]$/)
      }),
    )
  })
})

describe('github', () => {
  test('has commands with place, message, related places and fix', () => {
    const full = finding({
      path: '4.1-Event1/_index.md',
      related: [{ path: '4.1-Event1/_index.vi.md', line: 7, message: 'here' }],
      fix: fix('unsafe'),
    })
    const file = 'content/4.1-Event1/_index.md'
    expect(github(checked([full], { summary: summarize([full], 2, 1) }))).toBe(
      `::error title=some-rule,file=${file},line=3,endLine=3,col=1,endColumn=2::${file}:3:1: Unexpected X, expected Y.%0A` +
        'content/4.1-Event1/_index.vi.md:7: here%0AUnsafe fix: Mend it\n' +
        '1 error · 2 reports checked, 1 other page skipped\n',
    )
  })

  test('reports failures', () => {
    expect(github(checked([], { failures: ['d.md: the file is empty'] }))).toBe(
      'not everything could be checked · 0 reports checked\n',
    )
  })

  test('has no end column for several lines', () => {
    const [command = ''] = github(checked([finding({ severity: 'warning', endLine: 5 })])).split('\n')
    expect(command).toMatch(/^::warning title=some-rule,file=content\/a\.md,line=3,endLine=5,col=1::/)
  })

  test('escapes as the runner of GitHub does', () => {
    const evil = finding({ path: 'a,b:100%.md', message: '100%0A::stop\r\nnext: a, b\u001b[2J' })
    expect(github(checked([evil])).split('\n')[0]).toBe(
      '::error title=some-rule,file=content/a%2Cb%3A100%25.md,line=3,endLine=3,col=1,endColumn=2::' +
        'content/a,b:100%25.md:3:1: 100%250A::stop%0D%0Anext: a, b\\u001b[2J',
    )
  })

  test('has one line per command, and no other commands', () => {
    fc.assert(
      fc.property(anyChecked, (run) => {
        const lines = linesOf(github(run))
        expect(lines.splice(-2)).toEqual([expect.stringMatching(/^(?!::).* checked/), ''])
        expect(lines).toHaveLength(run.findings.length)
        for (const [index, line] of lines.entries()) {
          const { properties = '', message = '' } = read(line)
          const { title, file } = Object.fromEntries(
            properties.split(',').map((part) => [part.replace(/=.*/, ''), part.replace(/^[^=]*=/, '')]),
          )
          expect(decoded(title ?? '')).toBe(spelledOut(run.findings[index]?.rule ?? ''))
          expect(decoded(message)).toContain(spelledOut(run.findings[index]?.message ?? ''))
          expect(decoded(message).startsWith(`${decoded(file ?? '')}:`)).toBe(true)
        }
      }),
    )
  })
})

/** A line as the runner of GitHub parses it. */
function read(line: string): Record<string, string> {
  return /^::(?<command>error|warning) (?<properties>.*?)::(?<message>.*)$/.exec(line)?.groups ?? {}
}

function decoded(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')
}

/** The remaining control characters after line ends are escaped. */
function spelledOut(text: string): string {
  return text.replace(
    /(?![\t\r\n])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

describe('gitlab', () => {
  test('has the format of GitLab', () => {
    const run = checked([finding(), finding({ line: 9, endLine: 12, severity: 'warning' })])
    expect(JSON.parse(gitlab(run))).toEqual([
      {
        description: 'Unexpected X, expected Y.',
        check_name: 'some-rule',
        fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/),
        severity: 'major',
        location: { path: 'content/a.md', lines: { begin: 3, end: 3 } },
      },
      expect.objectContaining({ severity: 'minor', location: { path: 'content/a.md', lines: { begin: 9, end: 12 } } }),
    ])
  })

  test('has a different fingerprint for each finding', () => {
    fc.assert(
      fc.property(anyChecked, (run) => {
        const issues: { description: string; fingerprint: string }[] = JSON.parse(gitlab(run))
        expect(issues.map(({ description }) => description)).toEqual(run.findings.map(({ message }) => message))
        expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(run.findings.length)
      }),
    )
  })
})
