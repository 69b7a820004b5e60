/** An encoding of one byte for each character, as it is used by mistake on UTF-8. */
export interface SingleByteEncoding {
  readonly name: string
  /** The byte of a character; absent where the encoding has none for it. ASCII is left out: it is never damaged. */
  readonly byteOf: ReadonlyMap<string, number>
}

/** What Windows-1252 has in the place of the control characters 80 to 9F; five of them are not assigned. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Windows-1252 and Latin-1 in one: they differ in 80 to 9F only, where each has characters that the other has not, and text
 * that went through several programs mixes them.
 */
const windows1252: SingleByteEncoding = {
  name: 'Windows-1252',
  byteOf: new Map([
    ...Array.from({ length: 128 }, (_, index): [string, number] => [String.fromCharCode(128 + index), 128 + index]),
    ...Array.from(WINDOWS_1252, (character, index): [string, number] => [character, 128 + index]),
  ]),
}

/** The upper half of Mac Roman in order; F0 is the maker's logo, in the private use area. */
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'

const macRoman: SingleByteEncoding = {
  name: 'Mac Roman',
  byteOf: new Map(Array.from(MAC_ROMAN, (character, index) => [character, 128 + index])),
}

/** The encodings that reports have been damaged by. */
export const SINGLE_BYTE_ENCODINGS: readonly SingleByteEncoding[] = [windows1252, macRoman]
