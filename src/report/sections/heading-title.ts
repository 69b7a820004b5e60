import { withoutMask } from '../../markdown/mask.js'

/** A title reduced to the words that tell sections apart. */
export interface PlainTitle {
  /** In lower case and composed letters, without numbering, emoji, quotation marks, brackets and punctuation at its ends. */
  readonly main: string
  /** The same for what is in round or square brackets, which is often the title in the other language. */
  readonly asides: readonly string[]
}

/** For text in lower case: "3. ", "3.1 ", "3/ ", "iii) ", "(b) ", "2 – ", "IV - ", "part 2: ". */
const NUMBERING =
  /^(?:(?:part|phần|mục|section|chapter)\s+(?:\d{1,2}|[ivx]{1,5})\s*[.:)–—-]?|[([]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-h])[.)\]:/]|\d{1,2}(?:\.\d{1,2}){1,3}|(?:\d{1,2}|[ivx]{1,5})\s*[–—-])(?=\s|$)\s*/

/** Reduces the text of a heading: "3. **Key Takeaways (Security):**" gives "key takeaways" and, as an aside, "security". */
export function plainTitle(title: string): PlainTitle {
  const asides: string[] = []
  const main = title.normalize('NFC').replace(/[([]([^()[\]]{0,200})[)\]]/g, (_, aside: string) => {
    asides.push(reduce(aside))
    return ' '
  })
  return { main: reduce(main), asides: asides.filter((aside) => aside !== '') }
}

/**
 * What `plainTitle` makes of each title, without the asides. Normalizing all titles at once takes less than half the time for those
 * of a schema, as nearly all of them consist of words only.
 */
export function plainTitles(titles: readonly string[]): string[] {
  const lines = lowered(titles.join('\n').normalize('NFC')).split('\n')
  // An empty list is joined to one empty line, and a title may have several lines.
  if (lines.length !== titles.length) return titles.map((title) => plainTitle(title).main)
  return lines.map((line) => (ONLY_WORDS.test(line) ? line : plainTitle(line).main))
}

/** The numbering of a title as written, up to its first word: "3. ", "III. ", "(b) ", "Phần 2: "; empty if there is none. */
export function numberingOf(title: string): string {
  return title.slice(0, NUMBERING.exec(title.toLowerCase())?.[0].length ?? 0)
}

/** Splits a reduced title at conjunctions and signs: "highlights and takeaways" has two parts. */
export function titleParts(main: string): string[] {
  return main.split(/\s+(?:and|và|với|with|[/|,:–—-])\s+|,\s+|:\s+|\//).filter((part) => part !== '')
}

/** The words of a reduced title. */
export function titleWords(main: string): string[] {
  const words = joinedWords(main)
  return words === '' ? [] : words.split(' ')
}

/** The words of a reduced title, joined by single spaces. */
export function joinedWords(main: string): string {
  return ONLY_WORDS.test(main) ? main : main.replace(/[^A-Za-zÀ-ỿ\d'’]+/g, ' ').trim()
}

/** The words of a title as written, reduced. */
export function plainWords(title: string): string[] {
  return titleWords(plainTitle(title).main)
}

/** A title that needs no further reduction, as most do not: only words, the first of which is no numbering. */
const ONLY_WORDS = /^(?!(?:part|phần|mục|section|chapter) )[a-zà-ỹ]+(?: [a-zà-ỹ]+)*$/

function reduce(text: string): string {
  const lower = lowered(text)
  return ONLY_WORDS.test(lower) ? lower : withoutSigns(lower)
}

/** A text in lower case, with the same word for "and" in both languages. */
function lowered(text: string): string {
  return text.toLowerCase().replaceAll(' và ', ' and ')
}

function withoutSigns(text: string): string {
  const words = withoutMask(text)
    .replace(/[*_`~"“”„«»‘’'\u200b-\u200d\ufeff]/g, '')
    .replace(/\s&\s/g, ' and ')
    .replace(/[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\ufe0f\u20e3]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^A-Za-zÀ-ỿ\d]+/u, '')
  return words.replace(NUMBERING, '').replace(/^[^A-Za-zÀ-ỿ\d]+|(?<![^A-Za-zÀ-ỿ\d])[^A-Za-zÀ-ỿ\d]+$/gu, '')
}
