import { describe, expect, test } from 'vitest'
import { buildReport } from '../src/report/build.js'
import { dateMismatch } from '../src/rules/date-mismatch.js'
import { invalidDate } from '../src/rules/invalid-date.js'
import { missingDate } from '../src/rules/missing-date.js'
import { placeholderDate } from '../src/rules/placeholder-date.js'
import type { ReportRule } from '../src/rules/rule.js'
import { loadSchema } from '../src/schema/load.js'
import { applyEdits } from '../src/text/edit.js'

const schema = loadSchema('event-report')
const report = (text: string) => buildReport({ path: '_index.md', text }, schema)
const yaml = (line: string, body = ''): string =>
  `---\ntitle: "Event 2"\n${line}\nweight: 2\n---\n\n# Summary Report\n\n${body}\n`
const toml = (line: string, body = ''): string =>
  `+++\ntitle = "Event 2"\n${line}\n+++\n\n# Summary Report\n\n${body}\n`
const state = (line: string): string => {
  const { frontMatterDate } = report(yaml(line))
  return [frontMatterDate.state, frontMatterDate.value, frontMatterDate.weak && 'weak', frontMatterDate.reading]
    .filter(Boolean)
    .join(' ')
}

describe('readFrontMatterDate', () => {
  test.each([
    ['date: 2025-11-17', 'ok 2025-11-17'],
    ["date: '2025-11-17'", 'ok 2025-11-17'],
    ['Date: 2025-11-17', 'ok 2025-11-17'],
    ['date: 2025-11-17T08:30:00+07:00', 'ok 2025-11-17'],
    ['date: "2025-12-04T07:05:17Z"', 'ok 2025-12-04'],
    ['date: 2025-11-17T08:30:00', 'ok 2025-11-17'],
    ['date: 2025-11-17 08:30:00 +0700', 'ok 2025-11-17'],
    ['date: 17 Nov 2025', 'ok 2025-11-17'],
    ['date: 0001-01-01T00:00:00Z', 'ok 0001-01-01'],
    ['date: Mon, 17 Nov 2025 08:30:00 +0700', 'ok 2025-11-17'],
    ['date: 2025-09-09', 'ok 2025-09-09 weak'],
    ['date: 2024-10-15T00:00:00Z', 'ok 2024-10-15 weak'],
    ['draft: false', 'missing'],
    ['date:', 'empty'],
    ['date: ""', 'empty'],
    ['date: "  "', 'empty'],
    ['date: ~', 'empty'],
    ['date: "`r Sys.Date()`"', 'placeholder'],
    ['date: 2024-01-01', 'placeholder 2024-01-01'],
    ['date: 2024-01-01T00:00:00+07:00', 'placeholder 2024-01-01'],
    ['date: "YYYY-MM-DD"', 'placeholder'],
    ['date: 17/11/2025', 'invalid 2025-11-17'],
    ['date: 2025-9-8', 'invalid 2025-09-08'],
    ['date: 2025/11/17', 'invalid 2025-11-17'],
    ['date: 18 September 2025', 'invalid 2025-09-18'],
    ['date: "Monday, November 17, 2025"', 'invalid 2025-11-17'],
    ['date: 08/09/2025', 'invalid'],
    ['date: 2025-02-30', 'invalid'],
    ['date: 2025-1205', 'invalid'],
    ['date: 15-16/11/2025', 'invalid'],
    ['date: 2025-11-17T08:30', 'invalid'],
    ['date: 2025-11-17T25:00:00Z', 'invalid'],
    ['date: 17/11/2025 08:30', 'invalid'],
    ['date: soon', 'invalid'],
  ])('%s', (line, expected) => {
    expect(state(line)).toBe(expected)
  })

  test('TOML, as a date or a string', () => {
    expect(report(toml('date = 2025-11-17T08:30:00+07:00')).frontMatterDate).toMatchObject({
      state: 'ok',
      value: '2025-11-17',
    })
    expect(report(toml('date = "2025-11-17"')).frontMatterDate).toMatchObject({ state: 'ok', value: '2025-11-17' })
  })

  test('the range covers the value as written', () => {
    const text = yaml('date: "2025-11-17" # the day')
    expect(text.slice(...(report(text).frontMatterDate.range ?? [0, 0]))).toBe('"2025-11-17"')
  })

  test('no front matter', () => {
    expect(report('# Summary Report\n').frontMatterDate).toMatchObject({ state: 'missing', range: null })
  })
})

describe('the fixes', () => {
  const field = '**Date:** Saturday, June 13, 2026'
  const fixed = (rule: ReportRule, text: string): string | null => {
    const [problem] = [...rule.check(report(text), schema)]
    return problem?.fix ? applyEdits(text, problem.fix.edits) : null
  }

  test.each([
    [dateMismatch, 'date: 2024-10-15T00:00:00Z', 'date: 2026-06-13T00:00:00Z'],
    [dateMismatch, "date: '2025-09-09'", "date: '2026-06-13'"],
    [missingDate, 'date: ""', 'date: "2026-06-13"'],
    [missingDate, 'date:', 'date: 2026-06-13'],
    [missingDate, 'date: # later', 'date: 2026-06-13 # later'],
    [placeholderDate, 'date: "`r Sys.Date()`"', 'date: "2026-06-13"'],
    [placeholderDate, 'date: 2024-01-01', 'date: 2026-06-13'],
    [invalidDate, 'date: "17/11/2025"', 'date: "2025-11-17"'],
  ])('$id: %s', (rule, line, expected) => {
    expect(fixed(rule, yaml(line, field))).toBe(yaml(expected, field))
  })

  test('add a line after the title, with the line ends of the file', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
    const text = `---\ntitle: "Event 2"\nweight: 2\n---\n\n${field}\n`
    const expected = `---\ntitle: "Event 2"\ndate: 2026-06-13\nweight: 2\n---\n\n${field}\n`
    expect(fixed(missingDate, text)).toBe(expected)
    expect(fixed(missingDate, crlf(text))).toBe(crlf(expected))
    expect(fixed(missingDate, toml('weight = 2', field))).toBe(toml('date = 2026-06-13\nweight = 2', field))
  })

  test.each([
    '**Date:** Friday, June 13, 2026',
    '**Date:** 08/09/2025',
    'A quiet evening.',
  ])('change nothing in %s', (body) => {
    expect([...missingDate.check(report(yaml('date: ""', body)), schema)]).toMatchObject([{ data: { expected: null } }])
    expect(fixed(missingDate, yaml('date: ""', body))).toBeNull()
    expect(fixed(placeholderDate, yaml('date: 2024-01-01', body))).toBeNull()
  })

  test('never write a day beside the wrong weekday', () => {
    const safety = (line: string, body: string) =>
      [...dateMismatch.check(report(yaml(line, body)), schema)].map(({ fix }) => fix?.safety ?? 'none')
    expect(safety('date: 2025-09-09', field)).toEqual(['safe'])
    expect(safety('date: 2025-12-04', field)).toEqual(['unsafe'])
    for (const line of ['date: 2025-09-09', 'date: 2025-12-04'])
      expect(safety(line, '**Date:** Friday, June 13, 2026')).toEqual(['none'])
  })
})
