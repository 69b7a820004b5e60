import type { IsPlaceholder } from '../../schema/placeholder.js'
import type { Range } from '../../text/range.js'

/** What a section on speakers is read with. */
export interface Scope {
  /** The text of the report. */
  readonly text: string
  /** The part of it that belongs to the section. */
  readonly within: Range
  readonly isPlaceholder: IsPlaceholder
}

/** Whether a text has a letter or a digit, and not only signs. */
export function hasWord(text: string): boolean {
  return /[A-Za-zÀ-ỿ\d]/u.test(text)
}
