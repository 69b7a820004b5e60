/** A single-byte encoding in which UTF-8 is read by mistake. */
export interface SingleByteEncoding {
  readonly name: string
  /** The byte for each character of the encoding, without ASCII, which is never damaged. */
  readonly byteOf: ReadonlyMap<string, number>
  /** Two to four characters that have the form of one UTF-8 character. With the flag `g`. */
  readonly sequence: RegExp
  /** Two characters of that form that are hardly ever neighbours otherwise; it may look at two more before them. */
  readonly telling: RegExp
  /** A character that the encoding does not have. */
  readonly foreign: RegExp
}

/** The characters that Windows-1252 has in place of the control characters 80 to 9F, five of which are not assigned. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Windows-1252 and Latin-1 in one: they differ only in 80 to 9F, where each has characters that the other lacks, and text that went
 * through several programs mixes them. Telling pairs are "Ã©", "Ä‘", "Æ°", "Â°", "Ì€": a letter that opens a pair, and a sign that
 * hardly ever follows it; also any such pair whose capital letter comes after a small one.
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

/** Telling pairs are "√©", "ƒë", "∆∞", "ÃÄ": mathematical signs, a florin, capital letters, next to what does not belong there. */
const macRoman = singleByteEncoding(
  'Mac Roman',
  Array.from(MAC_ROMAN, (character, index): [string, number] => [character, 128 + index]),
  /(?:√[ÄÅÇÉÑÖÜ†°¢£§•¶ß®©™´¨≠ÆØ¥ªº]|[A-Za-z]{2}√.|Ã[ÄÅÇÉÜâõ]|ƒ[ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ]|∆[†°∞Ø]|¬[∞∑©®≤≥µ§ø°])$/,
)

/** The encodings that have damaged reports. */
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
