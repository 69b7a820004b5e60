/** A text with composed letters, as written and in lower case for the search of dates. Offsets are the same in both. */
export interface DateText {
  readonly written: string
  readonly lower: string
}
