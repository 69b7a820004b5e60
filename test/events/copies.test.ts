import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copiesAmong } from '../../src/events/copies.js'
import { marksOf } from '../../src/events/passages.js'
import { digest } from './pages.js'

/** Sentences that nobody else writes. */
const prose = (words: number, seed: number): string =>
  Array.from({ length: words }, (_, index) => `w${seed}x${index}${index % 12 === 11 ? '.' : ''}`).join(' ')
const report = (site: string, body: string) =>
  digest(
    `${site}/content/4-Events/4.1-Event1/_index.md`,
    `# Summary Report: “Mesh Night”\n\n### Key Highlights\n\n${body}\n`,
  )
const copies = (...bodies: readonly string[]) =>
  Object.fromEntries(
    [...copiesAmong(bodies.map((body, index) => report('abcdefghij'[index] as string, body)))].map(([path, found]) => [
      path[0],
      found.map((copy) => [copy.path[0], Math.round(copy.share * 10) / 10]),
    ]),
  )

const TEXT = prose(200, 1)

describe('a copy', () => {
  test('of the whole text', () => {
    expect(copies(TEXT, TEXT)).toEqual({ a: [['b', 1]], b: [['a', 1]] })
  })

  test('in other lines, capitals, marks and emphasis', () => {
    const changed = TEXT.toUpperCase()
      .replaceAll('. ', '! ')
      .replace(/(\S+ \S+ \S+) /g, '$1\n')
      .replace('W1X7 ', '**W1X7** ')
    expect(copies(TEXT, changed)).toEqual({ a: [['b', 1]], b: [['a', 1]] })
  })

  test('of a part is told by its share, and only of the report that it is a good part of', () => {
    expect(copies(TEXT, `${prose(800, 2)} ${TEXT}`)).toEqual({ a: [['b', 1]] })
    expect(copies(`${TEXT} ${prose(200, 2)}`, `${prose(200, 3)} ${TEXT}`)).toEqual({ a: [['b', 0.5]], b: [['a', 0.5]] })
  })

  test('names its passages by their lines in both', () => {
    const [copy] =
      copiesAmong([
        report('a', `${prose(100, 4)}\n\n${TEXT}`),
        report('b', `${TEXT}\n\n${prose(100, 5)}\n\n${prose(60, 6)}`),
      ]).get('a/content/4-Events/4.1-Event1/_index.md') ?? []
    expect(copy?.passages).toEqual([{ from: 7, to: 7, other: 5 }])
  })
})

describe('no copy', () => {
  test.each([
    ['another text', [TEXT, prose(200, 2)]],
    ['a few sentences', [`${prose(40, 9)} ${prose(300, 1)}`, `${prose(40, 9)} ${prose(300, 2)}`]],
    ['a short text', [prose(60, 1), prose(60, 1)]],
    ['what more than five sites have', Array.from({ length: 6 }, () => TEXT)],
    ['code', [`\`\`\`\n${TEXT}\n\`\`\``, `\`\`\`\n${TEXT}\n\`\`\``]],
    ['event information', [`### Event Information\n\n${TEXT}`, `### Event Information\n\n${TEXT}`]],
    ['an agenda by its times', [`#### 8:30 – 9:00 Welcome\n\n${TEXT}`, `#### 8:30 – 9:00 Welcome\n\n${TEXT}`]],
  ])('%s', (_, bodies) => {
    expect(copies(...bodies)).toEqual({})
  })

  test('pages of one site', () => {
    const page = (folder: string) =>
      digest(
        `a/content/4-Events/${folder}/_index.md`,
        `# Summary Report: “Mesh Night”\n\n### Key Highlights\n\n${TEXT}\n`,
      )
    expect(copiesAmong([page('4.1-Event1'), page('4.2-Event2')]).size).toBe(0)
  })
})

test('of a text of any length few marks are kept, and they are read as they were written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), (words) => {
      const { passages } = report('a', prose(words, 1))
      const marks = marksOf(passages)
      expect(marks).toHaveLength(passages.count)
      expect(passages.count).toBeLessThanOrEqual(240)
      for (const { hash, line } of marks) expect(hash >= 0 && hash < 2 ** 30 && line === 5).toBe(true)
    }),
    { numRuns: 15 },
  )
})
