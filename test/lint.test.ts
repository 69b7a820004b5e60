import { expect, test } from 'vitest'
import { byPlace, lintReport } from '../src/lint/lint.js'
import { buildReport } from '../src/report/build.js'
import type { Problem, ReportRule, Severity } from '../src/rules/rule.js'
import { loadSchema } from '../src/schema/load.js'

const schema = loadSchema('event-report')

const ruleOf = (id: string, severity: Severity, ...problems: Problem[]): ReportRule => ({
  id,
  severity,
  fixes: 'unsafe',
  check: () => problems,
})

const lint = (text: string, rules: ReportRule[], severities: Record<string, Severity | 'off'> = {}) =>
  lintReport(buildReport({ path: 'dir/a.md', text }, schema), { schema, rules, severities })

test('a finding has its rule, path and place, and everything in the problem', () => {
  const fix = { title: 'Mend it', safety: 'unsafe', edits: [{ range: [0, 1], text: 'x' }] } as const
  const problem: Problem = {
    range: [8, 14],
    message: 'Unexpected',
    data: { section: 'speakers' },
    related: [{ range: [0, 1], message: 'here' }],
    fix,
  }
  // Columns count UTF-16 units: the picture takes two.
  expect(lint('one\r\n🎤 two\r\nthree', [ruleOf('a', 'error', problem)])).toEqual([
    {
      path: 'dir/a.md',
      rule: 'a',
      severity: 'error',
      message: 'Unexpected',
      line: 2,
      column: 4,
      endLine: 3,
      endColumn: 2,
      range: [8, 14],
      data: { section: 'speakers' },
      related: [{ path: 'dir/a.md', line: 1, message: 'here' }],
      fix,
    },
  ])
})

test('what the problem lacks is absent', () => {
  const [finding] = lint('text', [ruleOf('a', 'error', { range: [0, 1], message: 'm' })])
  expect(Object.keys(finding ?? {}).filter((key) => ['data', 'related', 'fix'].includes(key))).toEqual([])
})

test('the severity comes from the configuration, else the problem, else the rule', () => {
  const problems: Problem[] = [
    { range: [0, 1], message: 'plain' },
    { range: [1, 2], message: 'slight', severity: 'warning' },
  ]
  const severitiesFor = (configured?: Severity | 'off') =>
    lint('text', [ruleOf('a', 'error', ...problems)], configured && { a: configured }).map(({ severity }) => severity)
  expect(severitiesFor()).toEqual(['error', 'warning'])
  expect(severitiesFor('error')).toEqual(['error', 'error'])
  expect(severitiesFor('warning')).toEqual(['warning', 'warning'])
  expect(severitiesFor('off')).toEqual([])
})

test('a rule that is off does not run', () => {
  const rule: ReportRule = {
    ...ruleOf('a', 'error'),
    check: () => {
      throw new Error('it ran')
    },
  }
  expect(lint('text', [rule], { a: 'off' })).toEqual([])
})

test('findings are sorted by place and rule; at one place, they keep the order of the rule', () => {
  const at = (start: number, message = 'm'): Problem => ({ range: [start, start + 1], message })
  const one = ruleOf('one', 'error', at(12), at(0), at(5, 'z'), at(5, 'a'))
  const two = ruleOf('two', 'warning', at(5), at(0))
  const order = ['1:1 one m', '1:1 two m', '2:2 one z', '2:2 one a', '2:2 two m', '3:3 one m']
  const shown = (rules: ReportRule[]) =>
    lint('abc\ndefgh\nijk', rules).map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`)
  expect(shown([one, two])).toEqual(order)
  expect(shown([two, one])).toEqual(order)

  const [finding] = lint('text', [ruleOf('a', 'error', at(0))])
  if (!finding) throw new Error('nothing found')
  // By code units, the same on every machine.
  const paths = ['b.md', 'B.md', 'a/z.md', 'á.md', 'a.md']
  expect(
    paths
      .map((path) => ({ ...finding, path }))
      .sort(byPlace)
      .map(({ path }) => path),
  ).toEqual(['B.md', 'a.md', 'a/z.md', 'b.md', 'á.md'])
})
