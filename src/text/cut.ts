/** The unit before an offset with what follows it, where both are of one character: letters have marks, pictures are joined. */
const CONTINUES = /^(?:[\u{10000}-\u{10ffff}]|\u200d|.[\p{M}\p{Emoji_Modifier}\u200d])/su

/** In UTF-16 units. No language has longer ones, and longer chains of joined pictures are made to be a nuisance. */
const LONGEST_CHARACTER = 40

/**
 * Where the character that an offset lies in begins; the offset itself where one begins there. Both in UTF-16 units. That
 * is near enough to what `Intl.Segmenter` says, which takes longer to load than a report to check.
 */
export function startOfCharacter(text: string, offset: number): number {
  for (let at = offset; at > Math.max(0, offset - LONGEST_CHARACTER); at--)
    if (!CONTINUES.test(text.slice(at - 1, at + 2))) return at
  return Math.max(0, offset - LONGEST_CHARACTER)
}

/** Text that is not longer than that, in UTF-16 units; an ellipsis stands for the rest. */
export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, startOfCharacter(text, longest)).trimEnd()}…`
}
