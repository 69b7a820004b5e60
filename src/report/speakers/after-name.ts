import type { InlineText } from '../../markdown/inline-text.js'
import type { Range } from '../../text/range.js'
import { matchAt, skip } from '../../text/sticky.js'
import { readName } from './person-name.js'

/* What follows a name on its line: a separator, brackets, and the person's role. */

/** What separates a name from the role after it; `blank` is white space alone. */
export type Separator = 'dash' | 'colon' | 'bracket' | 'comma' | 'bar' | 'blank'

/** A bracket belongs to the role, so the expression only looks ahead to it. */
const SEPARATOR = /\s*(?:[–—―−]+|-{1,3}(?=[\s*]|$|[A-Za-zÀ-ỿ])|:|\||,|(?=[([]))\s*/uy

/** The kinds of separators by their mark; any other mark is a dash. */
const KINDS: Readonly<Record<string, Separator>> = { ':': 'colon', ',': 'comma', '|': 'bar', '': 'bracket' }

/** The separator at the end of a name and the offset at which the role starts; null if nothing follows the name. */
export function readSeparator(
  { text }: InlineText,
  at: number,
): { readonly kind: Separator; readonly start: number } | null {
  if (/^\s*[)\]]/u.test(text.slice(at))) return null
  const found = matchAt(SEPARATOR, text, at)
  if (found) return { kind: KINDS[found[0].trim()] ?? 'dash', start: at + found[0].length }
  return /\S/.test(text.slice(at)) ? { kind: 'blank', start: skip(/\s*/y, text, at) } : null
}

/** The round brackets that open at an offset, or after white space there; null if there are none. */
export function bracketAt(text: string, at: number): { readonly inside: Range; readonly end: number } | null {
  const [whole, inside] = /^\s*\(([^()]{1,160})\)/u.exec(text.slice(at)) ?? []
  if (whole === undefined || inside === undefined) return null
  const end = at + whole.length
  return { inside: [end - 1 - inside.length, end - 1], end }
}

/** Whether brackets hold another name of the same person: `Anh Thao (Chi Thao)`, `Mendel (Long)`. */
export function isNickname(text: string, [start, end]: Range): boolean {
  const name = readName(text, start, end)
  return name !== null && name.end === end && name.certainty !== 'likely'
}

/** A span without the white space and punctuation at its ends and brackets around the whole; null if no word is left. */
export function trimSpan(text: string, start: number, end: number): Range | null {
  let [from, to] = [start, end]
  while (from < to && /[\s:–—―|·•,;*-]/u.test(text.charAt(from))) from++
  while (to > from && /[\s:–—―|·•,;.*-]/u.test(text.charAt(to - 1))) to--
  if (text[from] === '(' && text.indexOf(')', from) === to - 1) [from, to] = [from + 1, to - 1]
  return /[A-Za-zÀ-ỿ\d]/u.test(text.slice(from, to)) ? [from, to] : null
}
