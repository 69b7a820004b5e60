/** An encoding of one byte for each character, as it is used by mistake on UTF-8. */
export interface SingleByteEncoding {
  readonly name: string
  /** The byte of a character; absent where the encoding has none for it. ASCII is left out: it is never damaged. */
  readonly byteOf: ReadonlyMap<string, number>
  /** Two to four characters that have the form of one character of UTF-8. Global. */
  readonly sequence: RegExp
  /** Two characters of that form that hardly ever stand side by side otherwise; it may look at two more before them. */
  readonly telling: RegExp
  /** A character that the encoding has no byte for. */
  readonly foreign: RegExp
}

/** What Windows-1252 has in the place of the control characters 80 to 9F; five of them are not assigned. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Windows-1252 and Latin-1 in one: they differ in 80 to 9F only, where each has characters that the other has not, and text
 * that went through several programs mixes them. "Ã©", "Ä‘", "Æ°", "Â°", "Ì€" tell: a letter that opens a pair, and a sign
 * that hardly ever follows it; so does any such pair whose capital letter stands after a small one.
 */
const windows1252 = singleByteEncoding(
  'Windows-1252',
  [
    ...Array.from({ length: 128 }, (_, index): [string, number] => [String.fromCharCode(128 + index), 128 + index]),
    ...Array.from(WINDOWS_1252, (character, index): [string, number] => [character, 128 + index]),
  ],
  /(?:[ÃÅÆÌ][\u0080-\u009f¡-ª¬®-º¼-¿]|Ä[\u0080-\u009f‘¡-ª¬®-º¼-¿]|Â[\u0080-\u009f°·©®²³µ§¿¡]|Ì[€ƒ‰›]|[a-z][ÂÃÄÅÆÌ].)$/,
)

/** The upper half of Mac Roman in order; F0 is the maker's logo, in the private use area. */
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'

/** "√©", "ƒë", "∆∞", "ÃÄ" tell: signs of mathematics, a florin, capital letters, beside what has no business there. */
const macRoman = singleByteEncoding(
  'Mac Roman',
  Array.from(MAC_ROMAN, (character, index): [string, number] => [character, 128 + index]),
  /(?:√[ÄÅÇÉÑÖÜ†°¢£§•¶ß®©™´¨≠ÆØ¥ªº]|[A-Za-z]{2}√.|Ã[ÄÅÇÉÜâõ]|ƒ[ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ]|∆[†°∞Ø]|¬[∞∑©®≤≥µ§ø°])$/,
)

/** The encodings that reports have been damaged by. */
export const SINGLE_BYTE_ENCODINGS: readonly SingleByteEncoding[] = [windows1252, macRoman]

function singleByteEncoding(
  name: string,
  bytes: readonly (readonly [character: string, byte: number])[],
  telling: RegExp,
): SingleByteEncoding {
  const between = (first: number, last: number): string =>
    `[${bytes
      .filter(([, byte]) => byte >= first && byte <= last)
      .map(([character]) => character)
      .join('')}]`
  const continuation = between(0x80, 0xbf)
  const sequence = [
    between(0xc2, 0xdf) + continuation,
    `${between(0xe0, 0xef)}${continuation}{2}`,
    `${between(0xf0, 0xf4)}${continuation}{3}`,
  ].join('|')
  return {
    name,
    byteOf: new Map(bytes),
    sequence: new RegExp(sequence, 'g'),
    telling,
    foreign: new RegExp(`[^\\u0000-\\u007f${bytes.map(([character]) => character).join('')}]`, 'u'),
  }
}
