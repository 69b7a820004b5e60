import { describe, expect, test } from 'vitest'
import { byPlace, lintAlone, lintComments, lintReport } from '../src/lint/lint.js'
import { buildReport } from '../src/report/build.js'
import type { ReportRule, Severity } from '../src/rules/rule.js'
import { loadSchema } from '../src/schema/load.js'

const schema = loadSchema('event-report')

/** Finds every `@name` of the text, in code too; `@name=part` is about a section. */
function finderOf(id: string): ReportRule {
  return {
    id,
    severity: 'error',
    fixes: 'never',
    *check({ text }) {
      for (const { index, 0: found, 1: section } of text.matchAll(new RegExp(`@${id}(?:=([a-z]+))?`, 'g')))
        yield { range: [index, index + found.length], message: found, ...(section && { data: { section } }) }
    },
  }
}

const rules = [finderOf('one-thing'), finderOf('two-thing')]

/** The findings after suppression, including those about comments, as `line:column message`. */
function found(text: string, severities: Record<string, Severity | 'off'> = {}): string[] {
  const settings = { schema, rules, severities }
  const { findings, comments } = lintAlone(buildReport({ path: 'a.md', text }, schema), settings)
  return [...findings, ...lintComments(comments, 'a.md', settings)]
    .sort(byPlace)
    .map(({ line, column, message }) => `${line}:${column} ${message}`)
}

const unusedFor = (target: string): string =>
  `Unexpected comment for “${target}”, which finds nothing here. ${target.includes(':') ? 'Correct the name of the section, or remove the comment' : 'Remove it'}.`

describe('the next line', () => {
  test('has an effect on that line and rule only, with any line ends', () => {
    const text = [
      '@one-thing',
      '',
      '<!-- reportlint-disable-next-line one-thing -- the host writes it so -->',
      '@one-thing @two-thing @one-thing',
      '@one-thing',
    ]
    const expected = ['1:1 @one-thing', '4:12 @two-thing', '5:1 @one-thing']
    expect(found(text.join('\n'))).toEqual(expected)
    expect(found(text.join('\r\n'))).toEqual(expected)
    expect(found(`\uFEFF${text.join('\n')}`)[1]).toBe(expected[1])
  })

  test('may be for several rules, separated by commas or blanks, or for all rules', () => {
    for (const names of ['one-thing, two-thing', 'one-thing two-thing', 'one-thing,two-thing', ''])
      expect(found(`<!-- reportlint-disable-next-line ${names} -->\n@one-thing @two-thing\n`), names).toEqual([])
  })

  test.each(['--', '–', '—'])('the reason comes after %s', (dash) => {
    expect(found(`<!-- reportlint-disable-next-line one-thing ${dash} two-thing is wrong -->\n@one-thing`)).toEqual([])
  })

  test('is the one after the end of a comment of several lines', () => {
    expect(found('<!-- reportlint-disable-next-line\n  one-thing\n  -- why\n-->\n@one-thing\n')).toEqual([])
  })

  test('works in the middle of a line, in lists and in quotes', () => {
    expect(found('Text <!-- reportlint-disable-next-line one-thing -->\n@one-thing\n')).toEqual([])
    expect(found('> - <!-- reportlint-disable-next-line one-thing -->\n>   @one-thing\n')).toEqual([])
    expect(found('> - <!-- a\n>   b --> <!-- reportlint-disable-next-line one-thing -->\n>   @one-thing\n')).toEqual([])
  })
})

describe('a range of lines', () => {
  test('is from disable to enable, or to the end', () => {
    const text = [
      '@one-thing',
      '',
      '<!-- reportlint-disable one-thing -->',
      '',
      '@one-thing @two-thing',
      '',
      '<!-- reportlint-enable one-thing -->',
      '',
      '@one-thing',
    ]
    expect(found(text.join('\n'))).toEqual(['1:1 @one-thing', '5:12 @two-thing', '9:1 @one-thing'])
    expect(found(text.slice(0, 5).join('\n'))).toEqual(['1:1 @one-thing', '5:12 @two-thing'])
  })

  test('ends for all rules at enable without a name', () => {
    const text =
      '<!-- reportlint-disable one-thing two-thing -->\n\n@one-thing @two-thing\n\n<!-- reportlint-enable -->\n\n'
    expect(found(`${text}@one-thing`)).toEqual(['7:1 @one-thing'])
  })

  test('is not changed by a second disable', () => {
    const again = '<!-- reportlint-disable one-thing -->\n\n@one-thing\n\n'
    expect(found(again + again)).toEqual([])
  })

  test('without a beginning is reported', () => {
    expect(
      found('<!-- reportlint-disable one-thing -->\n\n@one-thing\n\n<!-- reportlint-enable one-thin -->\n'),
    ).toEqual([
      '5:1 Unexpected end of a suppression that never began, expected “reportlint-disable one-thin” above it. Remove it, or add the beginning.',
    ])
    expect(found('<!-- reportlint-enable -->\n')[0]).toContain('expected “reportlint-disable” above it')
  })
})

describe('the whole file', () => {
  test('includes lines above the comment', () => {
    expect(found('@one-thing @two-thing\n\n<!-- reportlint-disable-file one-thing -->\n')).toEqual(['1:12 @two-thing'])
  })

  test('may be for one section of a rule', () => {
    expect(
      found(
        '<!-- reportlint-disable-file one-thing:speakers -->\n\n@one-thing=speakers @one-thing=objectives @one-thing\n',
      ),
    ).toEqual(['3:21 @one-thing=objectives', '3:43 @one-thing'])
  })
})

describe('findings about comments', () => {
  const idle = '<!-- reportlint-disable-next-line one-thing -->\n'
  const quiet = '<!-- reportlint-disable-next-line unused-suppression -- the rule is new -->\n'

  test('can be suppressed like other findings', () => {
    expect(found(quiet + idle)).toEqual([])
    expect(found(`${idle}\n${quiet}${idle}`)).toEqual([`1:1 ${unusedFor('one-thing')}`])
    expect(found(`<!-- reportlint-disable-file unused-suppression -->\n\n${idle}\n<!-- reportlint-hush -->\n`)).toEqual(
      [],
    )
  })

  test('make a comment that suppresses them useful', () => {
    expect(found(quiet)).toEqual([`1:1 ${unusedFor('unused-suppression')}`])
    expect(found('<!-- reportlint-disable-file unused-suppression -->\n')).toEqual([
      `1:1 ${unusedFor('unused-suppression')}`,
    ])
  })
})

describe('an unused comment', () => {
  test('is reported at the comment, separately for each rule', () => {
    expect(found('<!-- reportlint-disable-next-line one-thing two-thing -->\n@one-thing\n')).toEqual([
      `1:1 ${unusedFor('two-thing')}`,
    ])
    expect(found('Text <!-- reportlint-disable-file one-thing:speakers -->\n')).toEqual([
      `1:6 ${unusedFor('one-thing:speakers')}`,
    ])
    expect(found('<!-- reportlint-disable -->\n')).toEqual([
      '1:1 Unexpected comment that suppresses nothing, expected a finding here. Remove it.',
    ])
  })

  test('with an unknown rule or action gets a suggestion', () => {
    expect(found('<!-- reportlint-disable-file one-thign -->\n')).toEqual([
      "1:1 Unexpected rule “one-thign” in a comment, expected a rule's name, such as “one-thing”.",
    ])
    expect(found('<!-- reportlint-disable-line one-thing -->\n@one-thing\n')).toEqual([
      expect.stringMatching(/^1:1 Unexpected “reportlint-disable-line” in a comment.*“reportlint-disable-next-line”/),
      '2:1 @one-thing',
    ])
  })

  test('the name of a section may be what is wrong', () => {
    const [finding] = found('<!-- reportlint-disable-file one-thing:speaker -->\n\n@one-thing=speakers\n')
    expect(finding).toBe(`1:1 ${unusedFor('one-thing:speaker')}`)
  })

  test('for a rule that is off is not reported', () => {
    expect(found('<!-- reportlint-disable-file one-thing -->\n', { 'one-thing': 'off' })).toEqual([])
    expect(found('<!-- reportlint-disable-file -->\n', { 'one-thing': 'off' })).toEqual([])
    expect(found('<!-- reportlint-disable-file two-thing -->\n', { 'one-thing': 'off' })).toHaveLength(1)
  })

  test('for a rule across reports is not reported for a single report', () => {
    const alone = (text: string) => lintReport(buildReport({ path: 'a.md', text }, schema), { schema, rules })
    expect(alone('<!-- reportlint-disable-file copied-text -->\n<!-- reportlint-disable-file -->\n')).toEqual([])
    expect(found('<!-- reportlint-disable-file copied-text -->\n')).toEqual([`1:1 ${unusedFor('copied-text')}`])
  })

  test('is a warning, which can be an error or off', () => {
    const text = '<!-- reportlint-disable-file one-thing -->\n'
    const severityOf = (severities: Record<string, Severity | 'off'>) =>
      lintReport(buildReport({ path: 'a.md', text }, schema), { schema, rules, severities }).map(
        ({ rule, severity }) => `${rule} ${severity}`,
      )
    expect(severityOf({})).toEqual(['unused-suppression warning'])
    expect(severityOf({ 'unused-suppression': 'error' })).toEqual(['unused-suppression error'])
    expect(severityOf({ 'unused-suppression': 'off' })).toEqual([])
  })
})

describe('not a suppression comment', () => {
  test.each([
    ['code block', '```html\n<!-- reportlint-disable-file one-thing -->\n```\n'],
    ['code', '`<!-- reportlint-disable-file one-thing -->`\n'],
    ['indented code', '    <!-- reportlint-disable-file one-thing -->\n'],
    ['other comments', '<!-- disable reportlint-disable-file one-thing -->\n'],
    ['a comment that never ends', '<!-- reportlint-disable-file one-thing\n'],
  ])('%s', (_, comment) => {
    const lines = comment.split('\n').length - 1
    expect(found(`${comment}@one-thing\n`)).toEqual([`${lines + 1}:1 @one-thing`])
  })

  test.each([
    ['comments that open and never close', '<!--'.repeat(400)],
    ['blanks', `<!-- reportlint-disable x${' '.repeat(45_000)}y -->`],
    ['hyphens', `<!-- reportlint-disable x${' --'.repeat(15_000)}y -->`],
    ['tags', '<b>'.repeat(400)],
  ])('the largest number of %s is read in time', (_, text) => {
    const report = buildReport({ path: 'a.md', text }, schema)
    for (const { range } of lintReport(report, { schema, rules: [] })) expect(range[1]).toBeLessThanOrEqual(text.length)
  })
})
