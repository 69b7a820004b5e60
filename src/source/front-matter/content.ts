import type { Located, Range } from '../../text/range.js'

export interface FrontMatterEntry {
  readonly key: Located<string>
  /** Dates stay strings. The range covers the value as written, with its quotes; it is empty if there is no value. */
  readonly value: Located<unknown>
}

export interface FrontMatterError {
  readonly message: string
  readonly range: Range
  /** The correct text, if that is beyond doubt. */
  readonly instead?: string
}

/** The content of front matter: its top-level entries by their keys in lower case, or what is wrong with it. */
export interface FrontMatterContent {
  readonly entries: ReadonlyMap<string, FrontMatterEntry>
  readonly errors: readonly FrontMatterError[]
}

/** Why front matter cannot be read: the words after "Unexpected front matter: ", and the range within it to point at. */
export interface FrontMatterCause {
  readonly message: string
  readonly range: Range
}

/** Entries by their keys in lower case, because Hugo ignores the case of keys. Of two, the first one counts. */
export function byKey(entries: readonly FrontMatterEntry[]): Map<string, FrontMatterEntry> {
  const found = new Map<string, FrontMatterEntry>()
  for (const entry of entries) {
    const key = entry.key.value.toLowerCase()
    if (!found.has(key)) found.set(key, entry)
  }
  return found
}

/** Unreadable front matter, as content. @param offset of the front matter's text in the file */
export function unreadable({ message, range }: FrontMatterCause, offset: number): FrontMatterContent {
  const at: Range = [offset + range[0], offset + range[1]]
  return { entries: new Map(), errors: [{ message: `Unexpected front matter: ${message}`, range: at }] }
}
