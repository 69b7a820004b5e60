import type { FrontMatterEntry } from './content.js'

/** A key, its colon, spaces, the value, and spaces. No tabs. */
const ENTRY = /^([A-Za-z][\w-]{0,79}):( *)(?:((?<= )\S(?:.{0,2000}\S)?) *)?$/
/** All characters but those of English and Vietnamese text: some may be unprintable, or have two units. */
const UNPRINTED = /[^ -~\u00a1-\u00ac\u00ae-\u024f\u1ea0-\u1eff\u2013-\u2027\u2032-\u205e]/

/** `"…"` without escapes, `'…'` without quotes in it. */
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/
/** A value without quotation marks: it starts with a letter or is a date, and contains no comment and no other key. */
const BARE = /^(?:[A-Za-zÀ-ỿ](?!.*(?: #|:(?: |$))).*|\d{4}-\d{2}-\d{2})$/
/** Words that are not strings in YAML. */
const SPECIAL = /^(?:true|false|null)$/i

/**
 * Reads YAML front matter that consists only of lines with `key: value`, as that of nearly every report does. A full YAML parser
 * takes fifty times as long, and even longer to load.
 * @param yaml the text between the fences
 * @param offset of this text in its file
 * @returns the entries by their keys in lower case; null if there is anything else
 */
export function readPlainYaml(yaml: string, offset: number): Map<string, FrontMatterEntry> | null {
  const entries = new Map<string, FrontMatterEntry>()
  let start = offset
  for (const line of yaml.split('\n')) {
    const content = line.endsWith('\r') ? line.slice(0, -1) : line
    if (content !== '') {
      const [, name = '', blanks = '', written = ''] = ENTRY.exec(content) ?? []
      const value = readValue(written)
      const key = name.toLowerCase()
      if (name === '' || value === undefined || UNPRINTED.test(written) || entries.has(key) || SPECIAL.test(name))
        return null
      // A missing value is placed where it would be written: after the colon and a space.
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

/** The value according to YAML's core schema; undefined if only a full parser can tell. */
function readValue(written: string): string | number | boolean | null | undefined {
  if (written === '') return null
  const [, double, single = double] = QUOTED.exec(written) ?? []
  if (single !== undefined) return single
  if (written === 'true' || written === 'false') return written === 'true'
  if (WHOLE_NUMBER.test(written)) return Number(written)
  return BARE.test(written) && !SPECIAL.test(written) ? written : undefined
}
