import { once } from '../text/kept.js'

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
export type Pattern = Pick<RegExp, 'exec' | 'test'>

/**
 * Makes an expression of a schema ready.
 * @param source as it stands in the schema, or with more around it
 * @param more flags beside those that all are read with
 */
export function schemaPattern(source: string, more = ''): Pattern {
  const composed = source.normalize('NFC')
  if (needsUnicode(composed)) return new RegExp(composed, FLAGS + more)
  // With `u` an expression takes several times as long to get ready, and to be held against a text.
  const plain = new RegExp(composed, `i${more}`)
  if (!takesHalves(composed)) return plain
  const whole = once(() => new RegExp(composed, FLAGS + more))
  const readerOf = (text: string): RegExp => (PAIR.test(text) ? whole() : plain)
  return { exec: (text) => readerOf(text).exec(text), test: (text) => readerOf(text).test(text) }
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
