import type { FrontMatterEntry } from './head-content.js'

/** A key, its colon, the blanks behind that, the value, and blanks. No tabs. */
const ENTRY = /^([A-Za-z][\w-]{0,79}):( *)(?:((?<= )\S(?:.{0,2000}\S)?) *)?$/
/** What may not print, or is of two units: all but what English and Vietnamese text is made of. */
const UNPRINTED = /[^ -~\u00a1-\u00ac\u00ae-\u024f\u1ea0-\u1eff\u2013-\u2027\u2032-\u205e]/

/** `"…"` without escapes, `'…'` without quotes in it. */
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/
/** Text without quotation marks: it starts with a letter, or is a day, and holds no comment and no further key. */
const BARE = /^(?:[A-Za-zÀ-ỿ](?!.*(?: #|:(?: |$))).*|\d{4}-\d{2}-\d{2})$/
/** Words that YAML takes for something else than themselves. */
const SPECIAL = /^(?:true|false|null)$/i

/**
 * The entries of a YAML head that is nothing but `key: value` on lines of their own, as nearly every report's is. A
 * reader of all YAML takes fifty times as long, and longer still to load.
 * @param head the text between the fences
 * @param offset of the head in its file
 * @returns by their keys in lower case; null for a head with anything else in it
 */
export function readPlainHead(head: string, offset: number): Map<string, FrontMatterEntry> | null {
  const entries = new Map<string, FrontMatterEntry>()
  let start = offset
  for (const line of head.split('\n')) {
    const content = line.endsWith('\r') ? line.slice(0, -1) : line
    if (content !== '') {
      const [, name = '', blanks = '', written = ''] = ENTRY.exec(content) ?? []
      const value = readValue(written)
      const key = name.toLowerCase()
      if (name === '' || value === undefined || UNPRINTED.test(written) || entries.has(key) || SPECIAL.test(name))
        return null
      // An absent value has the place where one would be written: after the colon and a blank.
      const at = start + name.length + 1 + (written === '' ? Math.min(blanks.length, 1) : blanks.length)
      entries.set(key, {
        key: { value: name, range: [start, start + name.length] },
        value: { value, range: [at, at + written.length] },
      })
    }
    start += line.length + 1
  }
  return entries.size > 0 ? entries : null
}

/** The value as YAML's core schema has it; undefined for what it would take a reader of YAML to know. */
function readValue(written: string): string | number | boolean | null | undefined {
  if (written === '') return null
  const [, double, single = double] = QUOTED.exec(written) ?? []
  if (single !== undefined) return single
  if (written === 'true' || written === 'false') return written === 'true'
  if (WHOLE_NUMBER.test(written)) return Number(written)
  return BARE.test(written) && !SPECIAL.test(written) ? written : undefined
}
