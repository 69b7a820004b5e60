import type { Range } from '../../text/range.js'
import { readFrontMatter } from './front-matter.js'

/* Front matter that no program recognises. */

/** How far from the top to search for front matter that slipped down: some sentences. */
const MAX_SLIP = 1000

/** Finds front matter that has some text before it. @returns its range in the text */
export function displacedFrontMatter(text: string): Range | null {
  for (const { index } of text.slice(0, MAX_SLIP).matchAll(/^(?:---|\+\+\+)(?=[ \t]*[\r\n])/gm)) {
    const frontMatter = readFrontMatter(text.slice(index))
    if (frontMatter?.closed && frontMatter.errors.length === 0 && frontMatter.entries.has('title'))
      return [index + frontMatter.range[0], index + frontMatter.range[1]]
  }
  return null
}

/** Front matter between rows of dashes: word processors make a dash of three hyphens, and some people type more or fewer. */
const MISFENCED =
  /^(\ufeff?\s{0,80})([-–—]{1,9})([ \t]{0,80}(?:\r\n|\n|\r)[\s\S]{1,4000}?[\r\n])([-–—]{1,9})[ \t]{0,80}(?=[\r\n]|$)/

/** Finds front matter at the top that has other dashes in place of its fences. */
export function misfencedFrontMatter(text: string): readonly [opening: Range, closing: Range] | null {
  const [, lead = '', opening = '', body = '', closing = ''] = MISFENCED.exec(text) ?? []
  const frontMatter = opening === '' ? null : readFrontMatter(`---${body}---`)
  if (!frontMatter?.closed || frontMatter.errors.length > 0 || !frontMatter.entries.has('title')) return null
  const start = lead.length
  const end = start + opening.length + body.length
  return [
    [start, start + opening.length],
    [end, end + closing.length],
  ]
}
