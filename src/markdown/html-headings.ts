import type { Html } from 'mdast'
import type { Range } from '../text/range.js'
import { blankComments } from './comments.js'
import { rangeOf } from './mdast.js'
import { isOpenRaw } from './raw-html.js'

export interface HtmlHeading {
  /** Without tags. */
  readonly title: string
  /** From the first word of the title to the last. */
  readonly titleRange: Range
  readonly range: Range
  readonly level: number
}

/** A heading whose title may hold tags, but no other heading. */
const HEADING = /<h([1-6])\b[^<>]{0,500}>((?:(?!<\/?h[1-6]\b)[\s\S]){1,600}?)<\/h\1\s{0,9}>/gi
const TAG = /<\/?[a-z][^<>]{0,500}>/gi
const BEFORE_TITLE = /^(?:\s|<[^<>]{0,500}>){0,40}/
const AFTER_TITLE = /(?:\s|<[^<>]{0,500}>){0,40}$/

/** The headings in an HTML block: `<h3 align="center"><b>Speakers</b></h3>`; not those in comments and code. */
export function htmlHeadings(node: Html): HtmlHeading[] {
  const [start, end] = rangeOf(node)
  if (isOpenRaw(node.value.trimStart()) !== null) return []
  // In a list or quotation, the value lacks the markers before its lines, so offsets are known only on the first one.
  const known = node.value.length === end - start ? node.value : (node.value.split(/[\r\n]/)[0] ?? '')
  return [...blankComments(known).matchAll(HEADING)].flatMap((match): HtmlHeading[] => {
    const [whole, level, inner = ''] = match
    const title = inner
      .replace(/<br\b[^<>]{0,9}>/gi, ' ')
      .replace(TAG, '')
      .replace(/\s+/g, ' ')
      .trim()
    if (title === '') return []
    const at = start + match.index
    const from = at + whole.indexOf('>') + 1
    const titleRange: Range = [
      from + (BEFORE_TITLE.exec(inner)?.[0].length ?? 0),
      from + inner.length - (AFTER_TITLE.exec(inner)?.[0].length ?? 0),
    ]
    return [{ title, titleRange, range: [at, at + whole.length], level: Number(level) }]
  })
}
