import { withoutMask } from '../../markdown/mask.js'

/** A title reduced to what tells sections apart. */
export interface PlainTitle {
  /** Lower case, composed, without numbering, emoji, quotation marks, brackets and closing punctuation. */
  readonly main: string
  /** What stood in round or square brackets, reduced likewise: often the title in the other language. */
  readonly asides: readonly string[]
}

const NUMBERING =
  /^(?:(?:part|phần|mục|section|chapter)\s+(?:\d{1,2}|[ivx]{1,5})\s*[.:)–—-]?|[([]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-h])[.)\]:]|\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}\s*[–—-])(?=\s|$)\s*/

/** Reduces a title as written ("### 3. **Key Takeaways (Security):**" without its marks) to what it says. */
export function plainTitle(title: string): PlainTitle {
  const asides: string[] = []
  const main = title.normalize('NFC').replace(/[([]([^()[\]]{0,200})[)\]]/g, (_, aside: string) => {
    asides.push(reduce(aside))
    return ' '
  })
  return { main: reduce(main), asides: asides.filter((aside) => aside !== '') }
}

/**
 * What `plainTitle` leaves of each of many titles, without their asides. A schema's are hardly ever more than words: taken all at
 * once, they cost less than half the time.
 */
export function plainTitles(titles: readonly string[]): string[] {
  const lines = lowered(titles.join('\n').normalize('NFC')).split('\n')
  // None at all is one empty line, and a title may go over several.
  if (lines.length !== titles.length) return titles.map((title) => plainTitle(title).main)
  return lines.map((line) => (WORDS_ALONE.test(line) ? line : plainTitle(line).main))
}

/** What numbers a title as written, up to its first word: "3. ", "III. ", "(b) ", "Phần 2: "; empty where nothing does. */
export function numberingOf(title: string): string {
  return title.slice(0, NUMBERING.exec(title.toLowerCase())?.[0].length ?? 0)
}

/** The parts of a reduced title that a conjunction or a sign joins: "highlights and takeaways" has two. */
export function titleParts(main: string): string[] {
  return main.split(/\s+(?:and|và|với|with|[/|,:–—-])\s+|,\s+|:\s+|\//).filter((part) => part !== '')
}

/** The words of a reduced title. */
export function titleWords(main: string): string[] {
  const words = wordsAlone(main)
  return words === '' ? [] : words.split(' ')
}

/** The words of a reduced title, with a blank between each two. */
export function wordsAlone(main: string): string {
  return WORDS_ALONE.test(main) ? main : main.replace(/[^A-Za-zÀ-ỿ\d'’]+/g, ' ').trim()
}

/** The words of a title as written, reduced. */
export function plainWords(title: string): string[] {
  return titleWords(plainTitle(title).main)
}

/** Most titles are words alone: they are what they say, unless a number in letters leads them. */
const WORDS_ALONE = /^(?!(?:part|phần|mục|section|chapter) )[a-zà-ỹ]+(?: [a-zà-ỹ]+)*$/

function reduce(text: string): string {
  const lower = lowered(text)
  return WORDS_ALONE.test(lower) ? lower : reduceSigns(lower)
}

/** Two things are joined by a word of either language, or a sign. */
function lowered(text: string): string {
  return text.toLowerCase().replaceAll(' và ', ' and ')
}

function reduceSigns(text: string): string {
  const words = withoutMask(text)
    .replace(/[*_`~"“”„«»‘’'\u200b-\u200d\ufeff]/g, '')
    .replace(/\s&\s/g, ' and ')
    .replace(/[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\ufe0f\u20e3]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^A-Za-zÀ-ỿ\d]+/u, '')
  return words.replace(NUMBERING, '').replace(/^[^A-Za-zÀ-ỿ\d]+|(?<![^A-Za-zÀ-ỿ\d])[^A-Za-zÀ-ỿ\d]+$/gu, '')
}
