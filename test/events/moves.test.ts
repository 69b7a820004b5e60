import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateFiles } from '../../bench/generate.js'
import type { Digest } from '../../src/events/digest.js'
import { movesBetween } from '../../src/events/moves.js'
import { summarizeOutline } from '../../src/events/twin-outlines.js'
import { withEditsIf } from '../../src/lint/examine.js'
import type { ReportedFinding } from '../../src/lint/finding.js'
import { moved } from '../../src/lint/moved.js'
import { lintTogether } from '../../src/lint/together.js'
import { passageRuleIds } from '../../src/rules/event-rule-ids.js'
import { eventRules } from '../../src/rules/event-rules.js'
import { pageOf } from '../../src/source/site/page-path.js'
import type { Spot } from '../../src/text/spot.js'
import { digest, written } from './pages.js'

/* Edits that only move text, and the findings across reports. */

type Deviation = (text: string) => string

const DEVIATIONS: readonly Deviation[] = [
  (text) => text,
  (text) => text.replace(/^date: \d{4}/m, 'date: 2019'),
  (text) => text.replace(/^- \*\*(\w+) (\w+) (\w+)\*\*/m, '- **$3 $1 $2**'),
  (text) => text.replace(/ 4\.\d\. /, ' 4.1. '),
  (text) => text.replace(/^(- \[Event 2\].*)$/m, '$1\n\n**Date:** February 13, 2019\n'),
  (text) => text.replace(/(Date|Ngày)(:?\*\*:?) .*/, '$1$2 March 3, 2024'),
  (text) => text.replace(/^!\[.*\n/m, ''),
]

/** Reports of six sites, each with a difference to the others. */
const texts = new Map(
  [...generateFiles({ reports: 60 })]
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, text }, index) => [path, (DEVIATIONS[index % DEVIATIONS.length] as Deviation)(text)] as const),
)
const digests = new Map([...texts].map(([path, text]) => [path, digest(path, text)]))
const rules = eventRules.filter(({ id }) => !passageRuleIds.includes(id))

function found(all: Iterable<Digest>): Map<string, ReportedFinding[]> {
  const by = new Map<string, ReportedFinding[]>()
  for (const finding of lintTogether([...all], { rules }))
    by.set(finding.path, [...(by.get(finding.path) ?? []), withEditsIf(false, finding)])
  return by
}

const before = found(digests.values())

test('the test data has findings of all rules except those about passages', () => {
  const ids = [...before.values()].flatMap((findings) => findings.map(({ rule }) => rule))
  expect(ids.length).toBeGreaterThan(50)
  expect(new Set(ids)).toEqual(new Set(rules.map(({ id }) => id)))
})

interface Insertion {
  readonly at: number
  readonly lines: readonly string[]
}

/** @returns whether the findings after an edit follow from those before; null where that is left open, or there are none */
function isFoundByMoving(path: string, insertions: readonly Insertion[], cut = 0): boolean | null {
  const own = (texts.get(path) ?? '').split('\n')
  for (const { at, lines } of insertions) own.splice(7 + at, cut, ...lines)
  const report = digests.get(path) as Digest
  const now = digest(path, own.join('\n'))
  const twins = [...digests.values()].filter((other) => other !== report && pageOf(other.path) === pageOf(path))
  const moves = movesBetween(report, now, () => [summarizeOutline(report, twins), summarizeOutline(now, twins)])
  if (!moves) return null
  const after = found(new Map([...digests, [path, now]]).values())
  for (const other of texts.keys()) {
    const findings = moved(before.get(other) ?? [], new Map([[path, moves]]))
    if (findings) expect(findings).toEqual(after.get(other) ?? [])
  }
  return after.has(path) || null
}

test('rules across reports do not depend on places', () => {
  const lines = fc.constantFrom('', '', 'Somebody said so.', '- A budget with an alarm', '> Quoted', '    indented')
  const insertion = fc.record({ at: fc.nat({ max: 60 }), lines: fc.tuple(lines) })
  const edits = fc.array(insertion, { minLength: 1, maxLength: 4 })
  let done = 0
  fc.assert(
    fc.property(fc.constantFrom(...texts.keys()), edits, fc.boolean(), (path, inserted, isCut) => {
      if (isFoundByMoving(path, inserted, isCut ? 1 : 0)) done++
    }),
    { numRuns: 60 },
  )
  expect(done).toBeGreaterThan(10)
})

test('only translations depend on the outline of a report', () => {
  const lines = fc.constantFrom(
    ['## Notes', ''],
    ['### Photos', '', 'Of the room.'],
    ['#### Lessons'],
    ['![The room](room.jpg)'],
    ['```sh', 'ls', '```'],
  )
  const insertion = fc.record({ at: fc.integer({ min: 20, max: 60 }), lines: lines.map((own) => ['', ...own, '']) })
  let done = 0
  fc.assert(
    fc.property(fc.constantFrom(...texts.keys()), insertion, (path, inserted) => {
      if (isFoundByMoving(path, [inserted])) done++
    }),
    { numRuns: 80 },
  )
  expect(done).toBeGreaterThan(10)
})

describe('the digests differ if', () => {
  const content = {
    name: 'Mesh Night',
    date: '2025-11-15',
    bodyDate: 'November 15, 2025',
    speakers: ['Bao Huynh', 'Nguyen An Khang'],
  }
  const path = 'a/content/4-Events/4.2-Event2/_index.md'
  const before = digest(path, written(content))
  const twin = digest(path.replace('.md', '.vi.md'), written(content))
  const moves = (text: string, twins: readonly Digest[] = []) => {
    const now = digest(path, text)
    return movesBetween(before, now, () => [summarizeOutline(before, twins), summarizeOutline(now, twins)])
  }
  const text = written(content)
  const outlined = [
    ['a picture more', `${text}\n![The room](a.jpg)\n`],
    ['a section more', `${text}\n## Event Photos\n\nThe room.\n`],
    ['code', `${text}\n\`\`\`sh\nls\n\`\`\`\n`],
  ] as const

  test.each([
    ['another date', text.replace('November 15', 'November 16')],
    ['another name', text.replace('Mesh Night', 'Mesh Day')],
    ['another speaker', text.replace('Nguyen An', 'Nguyễn An')],
    ['one speaker less', text.replace(/- .*An Khang.*\n/, '')],
    ['no date in its front matter', text.replace(/^date.*\n/m, '')],
    ['a date that reaches further', text.replace('November 15, 2025', 'November 15,  2025')],
  ])('%s', (_, other) => {
    expect(moves(other)).toBeNull()
  })

  test.each(outlined)('%s, unlike in its translation', (_, other) => {
    expect(moves(other, [twin])).toBeNull()
  })

  test.each(outlined)('not if %s without a translation', (_, other) => {
    expect(moves(other)?.lines.get(6)).toBe(6)
  })

  test('not if a heading was added that its translation does not depend on', () => {
    expect(moves(`${text}\n## And so on\n`, [twin])?.lines.get(6)).toBe(6)
  })

  test.each([
    ['nothing was changed', text, 0],
    ['lines came above', text.replace('# Summary', '\n\n# Summary'), 2],
    ['a line was added at the end', `${text}\nThe end.\n`, 0],
  ])('not if %s', (_, other, by) => {
    const lines = moves(other)?.lines
    expect(lines?.get(6)).toBe(6 + by)
    expect(lines?.get(3)).toBe(3)
  })

  const two = (first: Spot, second: Spot): Digest => ({
    ...digest(path, text),
    speakers: [
      { value: 'Bao Huynh', at: first },
      { value: 'An Khang', at: second },
    ],
  })
  const one = two([30, 1, 30, 10, 300, 309], [30, 12, 30, 20, 311, 319])

  test('a line that was split has no new line', () => {
    const apart = movesBetween(one, two([30, 1, 30, 10, 300, 309], [31, 1, 31, 9, 310, 318]), () => [[], []])
    expect(apart?.lines.get(30)).toBeNull()
    expect(apart?.spots.get('30,12,30,20,311,319')).toEqual([31, 1, 31, 9, 310, 318])
  })

  test('a spot that was split has no new spot', () => {
    const same = two([30, 1, 30, 10, 300, 309], [30, 1, 30, 10, 300, 309])
    expect(movesBetween(same, two([30, 1, 30, 10, 300, 309], [31, 1, 31, 10, 310, 319]), () => [[], []])).toBeNull()
  })
})

describe('findings cannot be moved if', () => {
  const path = 'a.md'
  const finding = (line: number, more: Partial<ReportedFinding> = {}): ReportedFinding => ({
    ...{ path, rule: 'translation-mismatch', severity: 'warning', message: '' },
    ...{ line, column: 1, endLine: line, endColumn: 5, range: [line * 10, line * 10 + 4] },
    ...more,
  })
  const spot = (line: number): Spot => [line, 1, line, 5, line * 10, line * 10 + 4]
  const moves = new Map([
    [
      path,
      {
        spots: new Map([
          [spot(3).join(), spot(4)],
          [spot(5).join(), spot(4)],
          [spot(6).join(), spot(2)],
        ]),
        lines: new Map([
          [3, 4],
          [5, null],
        ]),
      },
    ],
  ])
  const related = (line: number): ReportedFinding =>
    finding(1, { path: 'b.md', related: [{ path, line, message: '' }] })

  test.each<[string, ReportedFinding[]]>([
    ['it is at a place that is not known', [finding(9)]],
    ['another place is on a line that is not known', [related(9)]],
    ['another place is on one of two lines', [related(5)]],
    ['two places have become one', [finding(3), finding(5)]],
    ['the second has come before the first', [finding(3), finding(6)]],
    ['it is a copy of it', [finding(3, { rule: 'copied-text' })]],
    ['it is a copy of another one', [{ ...related(3), rule: 'copied-text' }]],
    ['fixes have edits', [finding(3, { fix: { title: '', safety: 'safe', edits: [{ range: [0, 0], text: '' }] } })]],
  ])('%s', (_, findings) => {
    expect(moved(findings, moves)).toBeNull()
  })

  test('all other findings can be moved', () => {
    const others = [finding(9, { path: 'b.md' }), finding(9, { path: 'b.md', rule: 'copied-text' })]
    expect(moved([finding(3), related(3), ...others], moves)).toEqual([finding(4), related(4), ...others])
  })
})
