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

/**
 * Makes an expression of a schema ready, for texts whose letters are composed.
 * @param source as it stands in the schema, or with more around it
 * @param more flags beside those that all are read with
 */
export function schemaPattern(source: string, more = ''): RegExp {
  const composed = source.normalize('NFC')
  // With `u` an expression takes several times as long to get ready, and to be held against a text.
  return new RegExp(composed, `${isReadAlike(composed) ? 'i' : FLAGS}${more}`)
}

/** Escapes that mean one thing with and without `u`. */
const SAME_ESCAPE = /\\[^DSWpPu]/g

/**
 * What may stand for one of the characters that take two units, or for half of it without `u`: a dot, all but some, and such
 * a character itself; and other letters than English and Vietnamese ones, as `u` knows more of their case.
 */
const READ_OTHERWISE = /[.\\]|\[\^|[^\0-\u024f\u1ea0-\u1ef9\u2000-\u206f]/

/** Whether an expression says the same without `u`. */
function isReadAlike(source: string): boolean {
  return !READ_OTHERWISE.test(source.replace(SAME_ESCAPE, ''))
}
