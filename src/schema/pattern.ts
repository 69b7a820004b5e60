import { lowerCase } from '../text/lower-case.js'
import { once } from '../text/memoize.js'

/** What the expressions of a schema are read with. */
const FLAGS = 'iu'

/** Whether a text is an expression that a schema may hold. */
export function isPattern(source: string): boolean {
  try {
    new RegExp(source, FLAGS)
    return true
  } catch {
    return false
  }
}

/** An expression of a schema, to be held against texts whose letters are composed. */
export interface Pattern {
  test(text: string): boolean
  /** The offset of the first place that matches; -1 where none does. */
  search(text: string): number
}

/**
 * Makes an expression of a schema ready.
 * @param source as it stands in the schema, or with more around it
 * @param more flags beside those that all are read with
 */
export function schemaPattern(source: string, more = ''): Pattern {
  const composed = source.normalize('NFC')
  if (needsUnicode(composed)) return patternOf(new RegExp(composed, FLAGS + more))
  // With `u`, and with `i`, an expression takes several times as long to get ready, and to be held against a text.
  const plain = inSmallLetters(composed, more) ?? patternOf(new RegExp(composed, `i${more}`))
  if (!takesHalves(composed)) return plain
  const whole = once(() => patternOf(new RegExp(composed, FLAGS + more)))
  const readerOf = (text: string): Pattern => (PAIR.test(text) ? whole() : plain)
  return { test: (text) => readerOf(text).test(text), search: (text) => readerOf(text).search(text) }
}

function patternOf(expression: RegExp): Pattern {
  return { test: (text) => expression.test(text), search: (text) => text.search(expression) }
}

/** The expression as one for small letters; null where it holds a capital or a code, other than in ranges of all letters. */
function inSmallLetters(source: string, flags: string): Pattern | null {
  const small = source.replaceAll('A-Z', 'a-z')
  const letters = small.replace(/\\(?:[BDSW]|[^A-Zcx])|À-[ỹỿ]/g, '')
  if (letters.includes('\\') || letters !== letters.toLowerCase()) return null
  const expression = new RegExp(small, flags)
  return {
    test: (text) => expression.test(lowerCase(text)),
    search: (text) => lowerCase(text).search(expression),
  }
}

/** What keeps an expression from being joined to others: numbered or named groups. */
const STANDS_ALONE = /\\[1-9k]|\(\?<[^=!]/

/** Expressions of which one matches wherever one of the given ones does, fewer: one takes a quarter of the time that each alone takes. */
export function joinedSources(sources: readonly string[]): string[] {
  const joinable = sources.filter((source) => !STANDS_ALONE.test(source))
  const alone = sources.filter((source) => STANDS_ALONE.test(source))
  return joinable.length > 0 ? [joinable.join('|'), ...alone] : alone
}

/** Characters of two units: without `u` each of their halves is one. */
const PAIR = /[\ud800-\udfff]/

/** Whether an expression holds what only `u` knows: properties of characters, and the case of other letters than English and Vietnamese ones. */
function needsUnicode(source: string): boolean {
  return /\\[pPu]|[^\0-\u024f\u1ea0-\u1ef9\u2000-\u206f]/.test(source)
}

/** Whether an expression takes, without `u`, half of a character: a dot does, and so do classes of all but some characters. */
function takesHalves(source: string): boolean {
  return /[.]|\[\^|\\[DSW]/.test(source)
}
