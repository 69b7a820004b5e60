import type { Language } from '../schema/schema.js'
import { lowerCase } from '../text/lower-case.js'

/**
 * English reports name Vietnamese people, Vietnamese ones are full of English terms. Over a thousand real reports an English
 * text has Vietnamese marks on fewer than 4 % of its letters, and a Vietnamese one, with few exceptions, on more than 12 %.
 */
const ENGLISH_BELOW = 0.04
const VIETNAMESE_ABOVE = 0.12

const LETTER = /\p{L}/u
const VIETNAMESE_LETTERS =
  'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ'

/** Of a page that is called Vietnamese, and is full of English terms and names, the headings tell: English ones have no marks. */
const VIETNAMESE_HEADINGS_ABOVE = 0.03

/** The language that a text is written in, by its letters; where they leave it open, by the name of its file (`_index.vi.md`). */
export function languageOf(text: string, path: string): Language {
  const composed = text.normalize('NFC')
  const share = vietnameseShare(composed)
  if (share >= VIETNAMESE_ABOVE) return 'vi'
  if (!/\.vi\.[a-z]+$/.test(lowerCase(path))) return 'en'
  const headings = share > ENGLISH_BELOW ? '' : (composed.match(/^#{1,6}[ \t].*$/gm) ?? []).join('\n')
  return share > ENGLISH_BELOW || vietnameseShare(headings) > VIETNAMESE_HEADINGS_ABOVE ? 'vi' : 'en'
}

function vietnameseShare(text: string): number {
  const { letters, vietnamese } = countLetters(text)
  return vietnamese / Math.max(1, letters)
}

/** Every character of every report comes by here: adding up is faster than to branch, where nobody can tell what comes next. */
function countLetters(text: string): { letters: number; vietnamese: number } {
  let letters = 0
  let vietnamese = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let kind = kinds[code] as number
    if (kind === UNKNOWN) kind = kinds[code] = kindOf(String.fromCharCode(code))
    if (kind === FIRST_HALF) {
      kind = kindOf(String.fromCodePoint(text.codePointAt(at) as number))
      at++
    }
    letters += kind & IS_LETTER
    vietnamese += (kind & IS_VIETNAMESE) >> 1
  }
  return { letters, vietnamese }
}

const IS_LETTER = 1
const IS_VIETNAMESE = 2
/** The first of the two that stand for one character. */
const FIRST_HALF = 4
const UNKNOWN = 8

/** What a code unit is, found out once for each. */
const kinds = new Uint8Array(0x10000).fill(UNKNOWN)

/** What most characters are is told without the expression for all letters, which takes long to get ready. */
const PLAIN_LETTER = /[A-Za-z]/
const SIGN = /[\ufe00-\ufe0f\0-@[-`{-\xa0\u2010-\u206f\u2190-\u2bff\ue000-\uf8ff\u{1f000}-\u{1faff}]/u

function kindOf(character: string): number {
  if (/^[\ud800-\udbff]$/.test(character)) return FIRST_HALF
  if (SIGN.test(character)) return 0
  if (VIETNAMESE_LETTERS.includes(character)) return IS_LETTER | IS_VIETNAMESE
  return PLAIN_LETTER.test(character) || LETTER.test(character) ? IS_LETTER : 0
}
