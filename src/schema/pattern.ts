import { lowerCase } from '../text/lower-case.js'
import { once } from '../text/memoize.js'

/** The flags of all expressions of a schema. */
const FLAGS = 'iu'

/** Whether a text is a valid expression for a schema. */
export function isPattern(source: string): boolean {
  try {
    new RegExp(source, FLAGS)
    return true
  } catch {
    return false
  }
}

/** An expression of a schema. It expects texts with composed letters. */
export interface Pattern {
  test(text: string): boolean
  /** The offset of the first match; -1 without one. */
  search(text: string): number
}

/**
 * Prepares an expression of a schema. The result matches as with the flags `iu`, but avoids them if it can, for the sake of speed.
 * @param source as written in the schema, possibly as part of a longer expression
 * @param more flags in addition to `iu`
 */
export function schemaPattern(source: string, more = ''): Pattern {
  const composed = source.normalize('NFC')
  if (needsUnicode(composed)) return patternOf(new RegExp(composed, FLAGS + more))
  // With `u` or `i`, compiling and matching an expression takes several times as long.
  const plain = inSmallLetters(composed, more) ?? patternOf(new RegExp(composed, `i${more}`))
  if (!takesHalves(composed)) return plain
  const whole = once(() => patternOf(new RegExp(composed, FLAGS + more)))
  const readerOf = (text: string): Pattern => (PAIR.test(text) ? whole() : plain)
  return { test: (text) => readerOf(text).test(text), search: (text) => readerOf(text).search(text) }
}

function patternOf(expression: RegExp): Pattern {
  return { test: (text) => expression.test(text), search: (text) => text.search(expression) }
}

/**
 * The expression for texts in lower case, without the flag `i`; null if it has capitals or character codes, apart from ranges of all
 * letters.
 */
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

/** Expressions that refer to a group by its number, or name one, cannot be joined with others. */
const STANDS_ALONE = /\\[1-9k]|\(\?<[^=!]/

/** Joins expressions as alternatives where possible: testing the joined one takes a quarter of the time of testing each alone. */
export function joinedSources(sources: readonly string[]): string[] {
  const joinable = sources.filter((source) => !STANDS_ALONE.test(source))
  const alone = sources.filter((source) => STANDS_ALONE.test(source))
  return joinable.length > 0 ? [joinable.join('|'), ...alone] : alone
}

/**
 * An expression without the optional groups that it begins with. Both match in the same texts, though not at the same offset, and V8
 * searches for an expression several times as fast if it knows the first characters.
 */
export function withoutOptionalStart(source: string): string {
  const rest = source.replace(OPTIONAL_START, '')
  return rest === source ? source : withoutOptionalStart(rest)
}

const ATOM = String.raw`[^()[\]\\]|\\.|\[(?:[^\]\\]|\\.){0,200}\]`
const GROUP = String.raw`\(\?[:=!](?:${ATOM}){0,400}\)`
/** An optional group that nothing refers to, with at most two more inside each other. */
const OPTIONAL_START = new RegExp(
  String.raw`^\(\?:(?:${ATOM}|\(\?[:=!](?:${ATOM}|${GROUP}){0,100}\)){0,100}\)\?(?![?|)]|$)`,
)

/** Characters of two code units: without `u`, each half counts as a character. */
const PAIR = /[\ud800-\udfff]/

/** Whether an expression needs `u`: for character properties, or for the case of letters outside English and Vietnamese. */
function needsUnicode(source: string): boolean {
  return /\\[pPu]|[^\0-\u024f\u1ea0-\u1ef9\u2000-\u206f\uff01-\uff20]/.test(source)
}

/** Whether an expression could match half of a character without `u`, as a dot and negated classes do. */
function takesHalves(source: string): boolean {
  return /[.]|\[\^|\\[DSW]/.test(source)
}
