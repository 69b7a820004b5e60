import type { Range } from '../text/range.js'

/** Shortcodes whose body Hugo passes on as it is, not as Markdown. */
const RAW_BODIES = new Set(['highlight', 'mermaid', 'math', 'rawhtml', 'raw', 'katex', 'chart'])

/** In characters: what seems longer is an opening without its end. */
const MAX_SHORTCODE = 4000

/** The length of `{{%`, `{{<`, `%}}` and `>}}`. */
const DELIMITER = 3

/** The ranges of the shortcodes, with raw bodies, in order. */
export function shortcodeRanges(text: string): Range[] {
  const ranges: Range[] = []
  let openRaw: { name: string; start: number } | null = null
  const lastEnds = new Map<string, number>()
  /** Whether a shortcode of that name may end after an offset. */
  const endsAfter = (name: string, offset: number): boolean => {
    const last = lastEnds.get(name) ?? text.lastIndexOf(`/${name}`)
    lastEnds.set(name, last)
    return last >= offset
  }
  for (const [start, end] of marksIn(text)) {
    const inside = text.slice(start + DELIMITER, end - DELIMITER).trim()
    const [, closing, name = ''] = /^(\/?)\s*([\w/.-]*)/.exec(inside) ?? []
    const isSelfClosing = inside.endsWith('/')
    if (openRaw) {
      if (!closing || name !== openRaw.name) continue
      ranges.push([openRaw.start, end])
      openRaw = null
    } else if (RAW_BODIES.has(name) && !closing && !isSelfClosing && endsAfter(name, end)) openRaw = { name, start }
    else ranges.push([start, end])
  }
  return ranges
}

/** The ranges of `{{% … %}}` and `{{< … >}}`, in order, in linear time. */
function* marksIn(text: string): Generator<Range> {
  const closers = {
    '%': { sign: searchFor('%', text), end: searchFor('%}}', text) },
    '<': { sign: searchFor('>', text), end: searchFor('>}}', text) },
  }
  const endOf = (start: number): number | null => {
    const opener = text[start + 2]
    if (opener !== '%' && opener !== '<') return null
    const inside = start + DELIMITER
    const end = closers[opener].end(inside)
    const next = text.indexOf('{{', inside)
    // A parameter may contain the sign; but if another shortcode begins before the end, the first sign has to be the end.
    const isOwn = closers[opener].sign(inside) === end || next < 0 || end < next
    return end < text.length && end - inside <= MAX_SHORTCODE && isOwn ? end + DELIMITER : null
  }
  for (let start = text.indexOf('{{'); start >= 0; ) {
    const end = endOf(start)
    if (end !== null) yield [start, end]
    start = text.indexOf('{{', end ?? start + 1)
  }
}

/**
 * A search for the first occurrence from an offset on; the end of the text if there is none. It remembers the last result, so that
 * searches from increasing offsets take linear time together.
 */
function searchFor(wanted: string, text: string): (from: number) => number {
  let found = -1
  return (from) => {
    if (found < from) {
      const index = text.indexOf(wanted, from)
      found = index < 0 ? text.length : index
    }
    return found
  }
}
