import type { Located, Range } from '../../text/range.js'

export interface FrontMatterEntry {
  readonly key: Located<string>
  /** Strings stay strings, dates too. The span is the value as written, quotes included; empty where there is none. */
  readonly value: Located<unknown>
}

export interface FrontMatterError {
  readonly message: string
  readonly range: Range
  /** What is to stand there, where that is beyond doubt. */
  readonly instead?: string
}

/** What a head says: its top-level entries by their keys in lower case, or what is wrong with it. */
export interface HeadContent {
  readonly entries: ReadonlyMap<string, FrontMatterEntry>
  readonly errors: readonly FrontMatterError[]
}

/** Why a head cannot be read: words to follow "Unexpected front matter: ", and the span within the head to look at. */
export interface HeadCause {
  readonly message: string
  readonly range: Range
}

/** Entries by their keys in lower case: Hugo does not mind how a key is capitalised. Of two, the first stays. */
export function byKey(entries: readonly FrontMatterEntry[]): Map<string, FrontMatterEntry> {
  const found = new Map<string, FrontMatterEntry>()
  for (const entry of entries) {
    const key = entry.key.value.toLowerCase()
    if (!found.has(key)) found.set(key, entry)
  }
  return found
}

/** The message says what is wrong and ends with a full stop; the range lies within the head. */
export function unreadable({ message, range }: HeadCause, offset: number): HeadContent {
  const at: Range = [offset + range[0], offset + range[1]]
  return { entries: new Map(), errors: [{ message: `Unexpected front matter: ${message}`, range: at }] }
}
