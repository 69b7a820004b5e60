import type { Lines } from '../text/lines.js'
import { lowerCase } from '../text/lower-case.js'
import type { Range } from '../text/range.js'
import { type Placed, spotOf } from '../text/spot.js'

/**
 * An expression for lines that begin with a label: "**Date:** …". Entities, emoji and the markers of lists and emphasis may
 * precede it.
 * @param label the source of a regular expression, in lower case
 */
export function labelledLine(label: string): RegExp {
  return new RegExp(
    `^(?:&emsp;|&nbsp;|[^a-zà-ỹ\\d\\r\\n]){0,40}(?<label>${label})[^a-zà-ỹ\\d\\r\\n:：]{0,10}[:：](?:&emsp;|[*_ \\t]){0,10}(?<value>[^\\r\\n]{2,300})`,
    'gm',
  )
}

/**
 * The values of such lines within a range of a text, in their order, without empty ones.
 * @param isWanted whether the values of a label that matches are wanted
 */
export function* valuesIn(
  text: string,
  [from, to]: Range,
  labelled: RegExp,
  lines: Lines,
  isWanted: (label: string) => boolean = () => true,
): Generator<Placed<string>> {
  for (const { 0: line, index, groups } of lowerCase(text.slice(from, to)).matchAll(labelled)) {
    if (!isWanted(groups?.label ?? '')) continue
    const end = from + index + line.length
    const start = end - (groups?.value ?? '').length
    const value = text.slice(start, end).replace(/(?:<br\s*\/?>|[\s*_\\.])+$/i, '')
    if (value !== '') yield { value, at: spotOf([start, start + value.length], lines) }
  }
}
