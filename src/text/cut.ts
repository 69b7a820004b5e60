/** A unit that belongs to the same character as the next one: combining marks, modifiers, and emoji that are joined. */
const CONTINUES = /^(?:[\u{10000}-\u{10ffff}]|\u200d|.[\p{M}\p{Emoji_Modifier}\u200d])/su

/** In UTF-16 units. No language has longer characters; longer chains of joined emoji are only made to cause trouble. */
const LONGEST_CHARACTER = 40

/**
 * The offset at which the character around an offset begins, both in UTF-16 units. It approximates `Intl.Segmenter`, which takes
 * longer to load than a report takes to check.
 */
export function startOfCharacter(text: string, offset: number): number {
  for (let at = offset; at > Math.max(0, offset - LONGEST_CHARACTER); at--)
    if (!CONTINUES.test(text.slice(at - 1, at + 2))) return at
  return Math.max(0, offset - LONGEST_CHARACTER)
}

/** Shortens a text to a length in UTF-16 units; an ellipsis stands for the rest. */
export function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, startOfCharacter(text, longest)).trimEnd()}…`
}
