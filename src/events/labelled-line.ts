import type { Lines } from '../text/lines.js'
import { lowerCase } from '../text/lower-case.js'
import type { Range } from '../text/range.js'
import { type Placed, spotOf } from '../text/spot.js'

/**
 * Lines that begin with a label: "**Date:** …". Entities, emoji and marks of lists and emphasis may stand before it.
 * @param label a regular expression, in small letters
 */
export function labelledLine(label: string): RegExp {
  return new RegExp(
    `^(?:&emsp;|&nbsp;|[^a-zà-ỹ\\d\\r\\n]){0,40}(?<label>${label})[^a-zà-ỹ\\d\\r\\n:：]{0,10}[:：](?:&emsp;|[*_ \\t]){0,10}(?<value>[^\\r\\n]{2,300})`,
    'gm',
  )
}

/**
 * What such lines say within a stretch of a text, in their order; those that say nothing are left out.
 * @param isMeant whether a label that the expression finds is one of those that are looked for
 */
export function* valuesIn(
  text: string,
  [from, to]: Range,
  labelled: RegExp,
  lines: Lines,
  isMeant: (label: string) => boolean = () => true,
): Generator<Placed<string>> {
  for (const { 0: line, index, groups } of lowerCase(text.slice(from, to)).matchAll(labelled)) {
    if (!isMeant(groups?.label ?? '')) continue
    const end = from + index + line.length
    const start = end - (groups?.value ?? '').length
    const value = text.slice(start, end).replace(/(?:<br\s*\/?>|[\s*_\\.])+$/i, '')
    if (value !== '') yield { value, at: spotOf([start, start + value.length], lines) }
  }
}
