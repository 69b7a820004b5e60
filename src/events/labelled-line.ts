import type { Lines } from '../text/lines.js'
import type { Range } from '../text/range.js'
import { type Placed, spotOf } from '../text/spot.js'

/**
 * Lines that begin with a label: "**Date:** …". Entities, emoji and marks of lists and emphasis may stand before it.
 * @param label a regular expression
 */
export function labelledLine(label: string): RegExp {
  return new RegExp(
    `^(?:&emsp;|&nbsp;|[^\\p{L}\\p{N}\\r\\n]){0,30}(?:${label})[^\\p{L}\\p{N}\\r\\n:：]{0,10}[:：](?:&emsp;|[*_ \\t]){0,10}(?<value>[^\\r\\n]{2,300})`,
    'dgimu',
  )
}

/** What such lines say within a stretch of a text, in their order; those that say nothing are left out. */
export function* valuesIn(text: string, [from, to]: Range, labelled: RegExp, lines: Lines): Generator<Placed<string>> {
  for (const { groups, indices } of text.slice(from, to).matchAll(labelled)) {
    const value = (groups?.value ?? '').replace(/(?:<br\s*\/?>|[\s*_\\.])+$/i, '')
    const start = from + (indices?.groups?.value?.[0] ?? 0)
    if (value !== '') yield { value, at: spotOf([start, start + value.length], lines) }
  }
}
