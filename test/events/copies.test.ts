import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copiesAmong, keepsCopies } from '../../src/events/copies.js'
import type { Digest } from '../../src/events/digest.js'
import { marksIn, packed } from '../../src/events/marks.js'
import { digest } from './pages.js'

/** Unique sentences. */
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

  test('of a part counts only for the report of which it is a large share', () => {
    expect(copies(TEXT, `${prose(800, 2)} ${TEXT}`)).toEqual({ a: [['b', 1]] })
    expect(copies(`${TEXT} ${prose(200, 2)}`, `${prose(200, 3)} ${TEXT}`)).toEqual({ a: [['b', 0.5]], b: [['a', 0.5]] })
  })

  test('has the lines of its passages in both reports', () => {
    const [copy] =
      copiesAmong([
        report('a', `${prose(100, 4)}\n\n${TEXT}`),
        report('b', `${TEXT}\n\n${prose(100, 5)}\n\n${prose(60, 6)}`),
      ]).get('a/content/4-Events/4.1-Event1/_index.md') ?? []
    expect(copy?.passages).toEqual([{ from: 7, to: 7, other: 5 }])
  })
})

describe('not a copy', () => {
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

test('a text of any length has few marks, which can be unpacked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), (words) => {
      const marks = marksIn(report('a', prose(words, 1)).passages)
      expect(marks.length).toBeLessThanOrEqual(240)
      expect(marksIn(packed(marks))).toEqual(marks)
      for (const { hash, line } of marks) expect(hash >= 0 && hash < 2 ** 30 && line === 5).toBe(true)
    }),
    { numRuns: 15 },
  )
})

describe('an edit of a report without copies changes no copy', () => {
  const usual = report('a', TEXT)
  /** Of twelve sites; one report is the template's sample. Each number is a sentence of four marks. */
  const page = (index: number, sentences: readonly number[]): Digest => {
    const hashes = sentences.flatMap((sentence) => [0, 1, 2, 3].map((mark) => 4 * sentence + mark))
    return {
      ...usual,
      path: `${String(index).padStart(2, '0')}.md`,
      site: `site-${index % 12}`,
      name: { value: index === 3 ? 'App-DB Modernization' : 'Mesh Night', at: usual.top },
      passages: packed(hashes.map((hash, line) => ({ hash, line }))),
    }
  }

  /** What `keepsCopies` returns; if that is true, the copies have to be those before. null for a report that is in a copy. */
  const keeps = (
    before: readonly number[],
    now: readonly number[],
    others: readonly (readonly number[])[],
  ): boolean | null => {
    const [old, edited, rest] = [page(0, before), page(0, now), others.map((own, index) => page(index + 1, own))]
    const found = [...copiesAmong([old, ...rest])]
    if (JSON.stringify(found).includes(old.path)) return null
    const isKept = keepsCopies(old, edited, rest)
    if (isKept) expect([...copiesAmong([edited, ...rest])]).toEqual(found)
    return isKept
  }

  const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const six = (...own: number[]) => Array.from({ length: 6 }, () => own)

  test.each<[string, boolean, number[], number[], number[][]]>([
    ['words came that nobody else has', true, [1, 2, 3], [1, 2, 3, 9], [[4, 5], [6]]],
    ['words came that another one has', false, [1, 2, 3], [1, 2, 3, 4], [[4, 5], [6]]],
    ['words went that another one has', false, [1, 2, 3, 4], [1, 2, 3], [[4, 5], [6]]],
    ['words came that many sites have', true, [1, 2, 3], [1, 2, 3, 4], six(4)],
    ['words came that many sites have, with its own', false, [1, 2, 3], [1, 2, 3, 4], six(4).slice(1)],
    ['it became longer', true, from(1, 24), from(1, 25), [[...from(1, 5), ...from(31, 54)]]],
    ['what it shares became a greater part of it', false, from(1, 24), from(1, 8), [[...from(1, 5), ...from(31, 54)]]],
    ['it became shorter, and shares little', true, from(1, 24), from(1, 8), [[1, 2, ...from(31, 54)]]],
  ])('if %s: %s', (_, isKept, before, now, others) => {
    expect(keeps(before, now, others)).toBe(isKept)
  })

  test('whenever the test says so', () => {
    const sentences = (most: number) => fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: most })
    const others = fc.array(sentences(14), { minLength: 2, maxLength: 24 })
    const verdicts = { true: 0, false: 0, null: 0 }
    fc.assert(
      fc.property(
        sentences(6),
        sentences(2),
        fc.nat({ max: 20 }),
        fc.nat({ max: 20 }),
        others,
        (own, more, ...rest) => {
          const [ownBefore, ownNow, some] = rest
          const before = [...own, ...from(101, 100 + ownBefore)]
          const all = [...some, [...own, ...from(201, 230)]]
          // It loses a sentence that others may have, or has more or less of its own, or more that others may have.
          for (const now of [before.slice(1), [...own, ...from(101, 100 + ownNow)], [...before, ...more]])
            verdicts[`${keeps(before, now, all)}`]++
        },
      ),
      { numRuns: 1000 },
    )
    expect(verdicts.true).toBeGreaterThan(200)
    expect(verdicts.false).toBeGreaterThan(200)
  })
})
