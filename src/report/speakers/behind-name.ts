import type { InlineText } from '../../markdown/inline-text.js'
import type { Range } from '../../text/range.js'
import { readName } from './person-name.js'

/* What stands behind a name on its line: what parts the two, brackets, and what is said of the person. */

/** What stands between a name and what is said of the person. */
export type Separator = 'dash' | 'colon' | 'bracket' | 'comma' | 'bar' | 'blank'

const SEPARATOR = /\s*(?:[–—―−]+|-{1,3}(?=[\s*]|$|[A-Za-zÀ-ỿ])|:|\||,|(?=[([]))\s*/uy

/** The separator after a name and where the role starts; a bracket that opens the role counts as one. */
export function readSeparator(
  { text }: InlineText,
  at: number,
): { readonly kind: Separator; readonly start: number } | null {
  if (/^\s*[)\]]/u.test(text.slice(at))) return null
  SEPARATOR.lastIndex = at
  const found = SEPARATOR.exec(text)
  if (!found) return /\S/.test(text.slice(at)) ? { kind: 'blank', start: skip(/\s*/y, text, at) } : null
  const mark = found[0].trim()
  const start = at + found[0].length
  if (mark === '') return { kind: 'bracket', start }
  return { kind: mark === ':' ? 'colon' : mark === ',' ? 'comma' : mark === '|' ? 'bar' : 'dash', start }
}

/** A round bracket that opens at an offset, blanks aside. */
export function bracketAt(text: string, at: number): { readonly inside: Range; readonly end: number } | null {
  const found = /^\s*\(([^()]{1,160})\)/u.exec(text.slice(at))
  if (!found) return null
  const end = at + found[0].length
  return { inside: [end - 1 - (found[1] as string).length, end - 1], end }
}

/** `Anh Thao (Chi Thao)`, `Mendel (Long)`: the bracket holds another name of the same person. */
export function isNickname(text: string, [start, end]: Range): boolean {
  const name = readName(text, start, end)
  return name !== null && name.end === end && name.certainty !== 'likely'
}

/** A span without blanks, brackets around the whole and marks at its ends; null where no word is left. */
export function trimRole(text: string, start: number, end: number): Range | null {
  let [from, to] = [start, end]
  while (from < to && /[\s:–—―|·•,;*-]/u.test(text[from] as string)) from++
  while (to > from && /[\s:–—―|·•,;.*-]/u.test(text[to - 1] as string)) to--
  if (text[from] === '(' && text.indexOf(')', from) === to - 1) [from, to] = [from + 1, to - 1]
  return /[A-Za-zÀ-ỿ\d]/u.test(text.slice(from, to)) ? [from, to] : null
}

/** The offset behind what a sticky expression matches. */
export function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}
