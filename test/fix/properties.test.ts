import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix/apply.js'
import { converge, type Lint } from '../../src/fix/converge.js'
import { disprove } from '../../src/fix/prove.js'
import { trace } from '../../src/fix/trace.js'
import { referenceReader } from '../../src/report/markdown-reader.js'
import { applyEdits, type TextEdit } from '../../src/text/edit.js'
import { finding } from './finding.js'

const PIECES = ['word', ' ', '  ', '\t', '\n', '\r\n', '\r', '\uFEFF', '# ', '- ', '`', '{{< x >}}', 'đêm', '🙂', '']
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))

/** Edits of a text of the given length, in order, without overlaps. */
const editsOf = (length: number): fc.Arbitrary<TextEdit[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat({ max: length }), { maxLength: 8 }),
      fc.array(fc.constantFrom(...PIECES), { minLength: 4, maxLength: 4 }),
    )
    .map(([offsets, texts]) => {
      const sorted = offsets.toSorted((a, b) => a - b)
      return texts.flatMap((replacement, index): TextEdit[] => {
        const [start, end] = sorted.slice(index * 2, index * 2 + 2)
        return start === undefined || end === undefined ? [] : [{ range: [start, end], text: replacement }]
      })
    })

/** A text, and fixes that may conflict. */
const contested = text
  .map((before) => `${before}.`)
  .chain((before) =>
    fc.tuple(
      fc.constant(before),
      fc
        .array(
          editsOf(before.length).filter((edits) => edits.length > 0),
          { maxLength: 6 },
        )
        .map((fixes) => fixes.map((edits, index) => finding(`rule-${index}`, edits))),
    ),
  )

describe('one pass', () => {
  test('applies edits in any order with the same result', () => {
    const shuffled = text.chain((before) =>
      editsOf(before.length).chain((edits) =>
        fc.tuple(
          fc.constant(before),
          fc.constant(edits),
          fc.shuffledSubarray(edits, { minLength: edits.length, maxLength: edits.length }),
        ),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([before, edits, others]) => {
        expect(applyEdits(before, others)).toBe(applyEdits(before, edits))
        const pass = (of: readonly TextEdit[]) =>
          applyFixes(
            before,
            of.map((edit) => finding('r', [edit])),
            'safe',
          )
        if (pass(edits).waiting.length === 0) expect(pass(others).text).toBe(pass(edits).text)
      }),
    )
  })

  test('applies no overlapping edits, and every fix as a whole or not at all', () => {
    fc.assert(
      fc.property(contested, ([before, findings]) => {
        const { edits, fixed, waiting } = applyFixes(before, findings, 'safe')
        const sorted = edits.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])
        for (const [index, { range }] of sorted.slice(1).entries())
          expect(range[0]).toBeGreaterThanOrEqual(sorted[index]?.range[1] ?? 0)
        for (const { fix } of fixed) expect(edits).toEqual(expect.arrayContaining([...(fix?.edits ?? [])]))
        for (const other of waiting) expect(fixed).not.toContain(other)
        expect(new Set(edits).size).toBe(
          new Set(edits.map(({ range, text: replacement }) => `${range} ${replacement}`)).size,
        )
      }),
    )
  })

  test('leaves every byte outside of the edits', () => {
    fc.assert(
      fc.property(contested, ([before, findings]) => {
        const { edits, text: after } = applyFixes(before, findings, 'safe')
        let restAfter = after
        let restBefore = before
        // From the end: what follows an edit is the same, then the edit's text, and so on to the start.
        for (const { range, text: replacement } of edits.toSorted(
          (a, b) => b.range[0] - a.range[0] || b.range[1] - a.range[1],
        )) {
          const kept = restBefore.slice(range[1])
          expect(restAfter.endsWith(replacement + kept)).toBe(true)
          restAfter = restAfter.slice(0, restAfter.length - kept.length - replacement.length)
          restBefore = restBefore.slice(0, range[0])
        }
        expect(restAfter).toBe(restBefore)
      }),
    )
  })
})

test('any steps can be combined into one', () => {
  const steps = text.chain((first) =>
    editsOf(first.length).chain((one) => {
      const second = applyEdits(first, one)
      return editsOf(second.length).map((two) => ({ first, steps: [one, two], last: applyEdits(second, two) }))
    }),
  )
  fc.assert(
    fc.property(steps, ({ first, steps: made, last }) => {
      const { edits, origin } = trace(first.length, made)
      expect(applyEdits(first, edits)).toBe(last)
      for (const [index, { range }] of edits.slice(1).entries())
        expect(range[0]).toBeGreaterThan(edits[index]?.range[1] ?? 0)
      for (let offset = 1; offset <= last.length; offset++)
        expect(origin(offset)).toBeGreaterThanOrEqual(origin(offset - 1))
    }),
  )
})

/** A checker that replaces words, and by chance converges, cycles or grows forever. */
const rewriting = fc
  .array(fc.tuple(fc.constantFrom('word', 'đêm', 'a', 'b', 'ab'), fc.constantFrom('a', 'b', 'ab', 'c', 'aa', '')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pairs): Lint => {
    const changes = pairs.filter(([from, to]) => from !== to)
    return (current) =>
      changes
        .flatMap(([from, to], index) =>
          Array.from(current.matchAll(new RegExp(from, 'g')), (match) =>
            finding(`rule-${index}`, [{ range: [match.index, match.index + from.length], text: to }]),
          ),
        )
        .toSorted((a, b) => a.range[0] - b.range[0])
  })

test('fixing converges, so that a second run changes nothing, or is refused with its rules', () => {
  const seen = { converged: 0, refused: 0 }
  fc.assert(
    fc.property(text, rewriting, (before, lint) => {
      const result = converge(before, lint, 'safe')
      seen[result.state]++
      if (result.state === 'refused') {
        expect(result.reason).toMatch(/^the fixes of rule-\d/)
      } else {
        expect(converge(result.text, lint, 'safe')).toMatchObject({ state: 'converged', text: result.text, passes: [] })
        expect(applyEdits(before, result.edits)).toBe(result.text)
        expect(result.fixes.length).toBe(result.passes.flatMap(({ fixed }) => fixed).length)
      }
    }),
    { numRuns: 300 },
  )
  // Neither half of the law is empty.
  expect(Math.min(seen.converged, seen.refused)).toBeGreaterThan(0)
})

test('proved fixes keep every shortcode', () => {
  fc.assert(
    fc.property(text, rewriting, (before, lint) => {
      const result = converge(before, lint, 'safe')
      if (result.state === 'refused' || disprove(before, result, lint, 'safe', referenceReader) !== null) return
      const codes = (of: string) => referenceReader.shortcodes(of).map((range) => of.slice(...range))
      expect(codes(result.text)).toEqual(codes(before))
    }),
  )
})
