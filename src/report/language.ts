import type { Language } from '../schema/schema.js'
import { lowerCase } from '../text/lower-case.js'

/**
 * The share of letters with Vietnamese marks. English reports name Vietnamese people, and Vietnamese ones are full of English
 * terms. In over a thousand real reports, the share is below 4 % in English texts and, with few exceptions, above 12 % in
 * Vietnamese ones.
 */
const ENGLISH_BELOW = 0.04
const VIETNAMESE_ABOVE = 0.12

const LETTER = /\p{L}/u
const VIETNAMESE_LETTERS =
  'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ'

/** The share in headings decides on a page with a Vietnamese file name, but many English terms: English headings have no marks. */
const VIETNAMESE_HEADINGS_ABOVE = 0.03

/** The language of a text by its letters; if these leave it open, or if it has none yet, by the name of its file (`_index.vi.md`). */
export function languageOf(text: string, path: string): Language {
  const composed = text.normalize('NFC')
  const share = vietnameseShare(composed)
  if (share >= VIETNAMESE_ABOVE) return 'vi'
  if (!/\.vi\.[a-z]+$/.test(lowerCase(path))) return 'en'
  if (countLetters(composed).letters === 0) return 'vi'
  const headings = share > ENGLISH_BELOW ? '' : (composed.match(/^#{1,6}[ \t].*$/gm) ?? []).join('\n')
  return share > ENGLISH_BELOW || vietnameseShare(headings) > VIETNAMESE_HEADINGS_ABOVE ? 'vi' : 'en'
}

function vietnameseShare(text: string): number {
  const { letters, vietnamese } = countLetters(text)
  return vietnamese / Math.max(1, letters)
}

/** Runs for every character of every report: adding bits is faster than branches, which are hard to predict here. */
function countLetters(text: string): { letters: number; vietnamese: number } {
  let letters = 0
  let vietnamese = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let letterClass = classes[code] as number
    if (letterClass === UNKNOWN) letterClass = classes[code] = classOf(String.fromCharCode(code))
    if (letterClass === FIRST_HALF) {
      letterClass = classOf(String.fromCodePoint(text.codePointAt(at) as number))
      at++
    }
    letters += letterClass & IS_LETTER
    vietnamese += (letterClass & IS_VIETNAMESE) >> 1
  }
  return { letters, vietnamese }
}

const IS_LETTER = 1
const IS_VIETNAMESE = 2
/** A high surrogate, the first of two code units for one character. */
const FIRST_HALF = 4
const UNKNOWN = 8

/** The class of each code unit, determined once: a sum of the flags above. */
const classes = new Uint8Array(0x10000).fill(UNKNOWN)

/** Classify most characters without the expression for all letters, which takes long to compile. */
const PLAIN_LETTER = /[A-Za-z]/
const SIGN = /[\ufe00-\ufe0f\0-@[-`{-\xa0\u2010-\u206f\u2190-\u2bff\ue000-\uf8ff\u{1f000}-\u{1faff}]/u

function classOf(character: string): number {
  if (/^[\ud800-\udbff]$/.test(character)) return FIRST_HALF
  if (SIGN.test(character)) return 0
  if (VIETNAMESE_LETTERS.includes(character)) return IS_LETTER | IS_VIETNAMESE
  return PLAIN_LETTER.test(character) || LETTER.test(character) ? IS_LETTER : 0
}
