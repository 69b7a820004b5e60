import type { Passage } from '../events/copies.js'
import type { Spot } from '../text/spot.js'
import type { EventRule } from './event-rule.js'

/** The most passages to name in a message. */
const MAX_PASSAGES = 3

/** Nobody can know who copied whom, so both reports get a finding. */
export const copiedText: EventRule = {
  id: 'copied-text',
  severity: 'warning',
  fixes: 'never',
  *check(_report, { copies }) {
    const [nearest, ...others] = copies()
    const [first] = nearest?.passages ?? []
    if (!nearest || !first) return
    const more =
      others.length > 0
        ? `, and much of it in ${others.length === 1 ? 'one more report' : `${others.length} more reports`}`
        : ''
    yield {
      at: lineSpot(first.from),
      message: `Unexpected text that is also in a report of another site, expected your own words: ${percent(nearest.share)} of the text, on ${linesOf(nearest.passages)}, is also in ${nearest.path}${more}.`,
      data: { share: Math.round(nearest.share * 100) / 100 },
      related: [nearest, ...others].flatMap(({ path, passages: [passage], share }) =>
        passage ? { path, at: lineSpot(passage.other), message: `${percent(share)} of it is here` } : [],
      ),
    }
  },
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function linesOf(passages: readonly Passage[]): string {
  const longest = passages.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from).slice(0, MAX_PASSAGES)
  const named = longest
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  const rest = passages.length - named.length
  const all = rest > 0 ? [...named, `${rest} more`] : named
  const isOneLine = passages.length === 1 && passages[0]?.from === passages[0]?.to
  return `${isOneLine ? 'line' : 'lines'} ${all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all[0]}`
}

/** The beginning of a line. Only the line of a passage is known, so the offsets are 0. */
function lineSpot(line: number): Spot {
  return [line, 1, line, 1, 0, 0]
}
