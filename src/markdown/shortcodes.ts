import type { Range } from '../text/range.js'

/** Shortcodes whose body Hugo passes on as it is, not as Markdown. */
const RAW_BODIES = new Set(['highlight', 'mermaid', 'math', 'rawhtml', 'raw', 'katex', 'chart'])

/** The longest shortcode: what seems longer is an opening without its end. */
const MAX_SHORTCODE = 4000

/** The ranges of the shortcodes, with raw bodies, in order. */
export function shortcodeRanges(text: string): Range[] {
  const ranges: Range[] = []
  let openRaw: { name: string; start: number } | null = null
  const lastEnds = new Map<string, number>()
  /** Whether a shortcode of that name may end behind an offset. */
  const endsBehind = (name: string, offset: number): boolean => {
    const last = lastEnds.get(name) ?? text.lastIndexOf(`/${name}`)
    lastEnds.set(name, last)
    return last >= offset
  }
  for (const [index, end] of marksIn(text)) {
    const inside = text.slice(index + 3, end - 3).trim()
    const [, closing, name = ''] = /^(\/?)\s*([\w/.-]*)/.exec(inside) ?? []
    const tail = inside.endsWith('/')
    if (openRaw) {
      if (!closing || name !== openRaw.name) continue
      ranges.push([openRaw.start, end])
      openRaw = null
    } else if (RAW_BODIES.has(name) && !closing && !tail && endsBehind(name, end)) openRaw = { name, start: index }
    else ranges.push([index, end])
  }
  return ranges
}

/** The ranges of `{{% … %}}` and `{{< … >}}`, in order, in linear time. */
function* marksIn(text: string): Generator<Range> {
  const signs = { '%': -1, '>': -1 }
  const ends = { '%': -1, '>': -1 }
  for (let start = text.indexOf('{{'); start >= 0; ) {
    const sign = text[start + 2] === '%' ? '%' : text[start + 2] === '<' ? '>' : null
    let end: number | null = null
    if (sign) {
      if (signs[sign] < start + 3) signs[sign] = indexOrEnd(text, sign, start + 3)
      if (ends[sign] < start + 3) ends[sign] = indexOrEnd(text, `${sign}}}`, start + 3)
      const at = ends[sign]
      const next = text.indexOf('{{', start + 3)
      // A parameter may hold the sign; where another shortcode begins before the end, this one was ended by the sign alone.
      const isOwn = signs[sign] === at || next < 0 || at < next
      if (at < text.length && at - start - 3 <= MAX_SHORTCODE && isOwn) end = at + 3
    }
    if (end !== null) yield [start, end]
    start = text.indexOf('{{', end ?? start + 1)
  }
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from)
  return index < 0 ? text.length : index
}
