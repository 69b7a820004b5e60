import type { Language } from '../schema/schema.js'

/**
 * English reports name Vietnamese people, Vietnamese ones are full of English terms. Over a thousand real reports an English
 * text has Vietnamese marks on fewer than 4 % of its letters, and a Vietnamese one, with few exceptions, on more than 12 %.
 */
const ENGLISH_BELOW = 0.04
const VIETNAMESE_ABOVE = 0.12

const LETTER = /\p{L}/u
const VIETNAMESE_LETTERS =
  'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ'

/** The language that a text is written in, by its letters; between the two, by the name of its file (`_index.vi.md`). */
export function languageOf(text: string, path: string): Language {
  const { letters, vietnamese } = countLetters(text.normalize('NFC'))
  const share = vietnamese / Math.max(1, letters)
  if (share <= ENGLISH_BELOW) return 'en'
  return share >= VIETNAMESE_ABOVE || /\.vi\.[a-z]+$/i.test(path) ? 'vi' : 'en'
}

/** Every character of every report comes by here, so those of plain English are told by their codes. */
function countLetters(text: string): { letters: number; vietnamese: number } {
  let letters = 0
  let vietnamese = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      const lower = code | 0x20
      if (lower >= 0x61 && lower <= 0x7a) letters++
      continue
    }
    const kind = kindOf(text.codePointAt(at) as number)
    if (kind > 0) letters++
    if (kind === VIETNAMESE) vietnamese++
    if (code >= 0xd800 && code < 0xdc00) at++
  }
  return { letters, vietnamese }
}

const NO_LETTER = 0
const OTHER = 1
const VIETNAMESE = 2

/** What a character beyond ASCII is, found out once for each. */
const kinds = new Map<number, number>()

function kindOf(code: number): number {
  const known = kinds.get(code)
  if (known !== undefined) return known
  const character = String.fromCodePoint(code)
  const kind = VIETNAMESE_LETTERS.includes(character) ? VIETNAMESE : LETTER.test(character) ? OTHER : NO_LETTER
  kinds.set(code, kind)
  return kind
}
