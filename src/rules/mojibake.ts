import { findMojibake, type Misread } from '../encoding/mojibake.js'
import { applyEdits, type TextEdit } from '../text/edit.js'
import { addTo, type Groups } from '../text/group-by.js'
import { type Range, shifted } from '../text/range.js'
import { quote } from './quote.js'
import { fixWith, type Problem, type ReportRule } from './rule.js'

/**
 * A quick test: what may be the first and second byte of one character, each decoded as a character of its own in any of the
 * encodings, or the replacement character. The ranges cover all of these but no letter that is only Vietnamese, because sound text is
 * full of such letters.
 */
const SUSPECT =
  /[\xa0\xab\xac\xb7\xbb\xc0-\xf4\xf7\xff\u0131-\u0192\u02c6-\u02dd\u2013-\u2044\u20ac-\u25ca\uf8ff\ufb01\ufb02][\x80-\xff\u0152-\u0192\u02c6\u02dc\u03a9-\u03c0\u2013-\u203a\u20ac\u2122-\u2265]|\ufffd/

/** Whether a text may be damaged, tested without loading the code that repairs damage. */
export function mayBeDamaged(text: string): boolean {
  return SUSPECT.test(text)
}

export const mojibake: ReportRule = {
  id: 'mojibake',
  severity: 'error',
  fixes: 'safe',
  onAnyPage: true,
  *check({ text, lines }) {
    if (!mayBeDamaged(text)) return
    const repairs: Groups<number, Misread> = new Map()
    for (const damage of findMojibake(text)) {
      const { range } = damage
      if (damage.original === null) {
        yield {
          range,
          message: `Unexpected remains “${text.slice(...range)}” of a character that was lost to a wrong encoding. Find out what it was, and write it again.`,
        }
        continue
      }
      addTo(repairs, lines.place(range[0]).line, damage)
    }
    for (const [line, damages] of repairs) yield lineProblem(damages, text, lines.range(line))
  },
}

/** One problem for all damage on a line, because in Vietnamese nearly every word has some. */
function lineProblem(damages: readonly [Misread, ...Misread[]], text: string, [from, to]: Range): Problem {
  const edits = damages.map(({ range, original }): TextEdit => ({ range, text: original }))
  const [firstStart, lastEnd] = [damages[0].range[0], damages.at(-1)?.range[1] ?? to]
  const start = firstStart - (/\S{0,40}$/.exec(text.slice(from, firstStart))?.[0].length ?? 0)
  const end = lastEnd + (/^\S{0,40}/.exec(text.slice(lastEnd, to))?.[0].length ?? 0)
  const written = text.slice(start, end)
  const original = applyEdits(
    written,
    edits.map((edit) => ({ ...edit, range: shifted(edit.range, -start) })),
  )
  const fix = fixWith({ title: `Restore “${quote(original)}”`, safety: 'safe' }, edits)
  return {
    range: [start, end],
    message: `Unexpected “${quote(written)}”, expected “${quote(original)}”: UTF-8 was read as ${damages[0].encoding} and saved again.`,
    data: { expected: original, actual: written },
    ...(fix && { fix }),
  }
}
