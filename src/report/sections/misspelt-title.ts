import { foldWord } from '../../text/fold-word.js'
import { once } from '../../text/memoize.js'
import { slips } from '../../text/slips.js'

/** Shorter titles are too often one slip away from another word ("dates", "rates"). */
const MIN_LETTERS = 9

/** In such a title, one slip leaves at least so many of the first letters, or of the last ones, as they are. */
const UNCHANGED_LETTERS = 4

/**
 * Finds the known title that a misspelt one is meant to be: one slip away from it ("Key Higlights"), or with other diacritics or none
 * ("Diển giả"). The known titles are prepared when they are first needed.
 * @param known titles, reduced by `plainTitle`, with their sections
 * @returns the id of the section; null if there is none, or if titles of two sections are equally similar
 */
export function misspeltTitles(known: ReadonlyMap<string, { readonly id: string }>): (title: string) => string | null {
  const prepared = once(() => {
    const titles = [...known.keys()]
    const list = titles.join('\n')
    // Folded all at once: one by one, this takes several times as long.
    return { titles, folded: foldWord(list).split('\n'), list: `\n${list}\n` }
  })
  return (title) => {
    const { titles, folded, list } = prepared()
    const sameLetters = title.includes(' ') ? indicesOf(foldWord(title), folded).map((at) => titles[at] ?? '') : []
    const similar = sameLetters.length > 0 ? sameLetters : titlesNear(title, list)
    const [id, another] = new Set(similar.map((one) => known.get(one)?.id))
    return another === undefined ? (id ?? null) : null
  }
}

function indicesOf(text: string, texts: readonly string[]): number[] {
  const indices: number[] = []
  for (let at = texts.indexOf(text); at >= 0; at = texts.indexOf(text, at + 1)) indices.push(at)
  return indices
}

/**
 * The titles that are one slip away from a title.
 * @param list the titles, each between two line ends: searching for their ends there takes less time than making an index
 */
function titlesNear(title: string, list: string): string[] {
  if (title.length < MIN_LETTERS) return []
  const near: string[] = []
  const add = (start: number, end: number): void => {
    if (Math.abs(end - start - title.length) <= 1 && slips(title, list.slice(start, end), 1) === 1)
      near.push(list.slice(start, end))
  }
  const first = `\n${title.slice(0, UNCHANGED_LETTERS)}`
  for (let at = list.indexOf(first); at >= 0; at = list.indexOf(first, at + 1)) add(at + 1, list.indexOf('\n', at + 1))
  const last = `${title.slice(-UNCHANGED_LETTERS)}\n`
  for (let at = list.indexOf(last); at >= 0; at = list.indexOf(last, at + 1))
    add(list.lastIndexOf('\n', at) + 1, at + UNCHANGED_LETTERS)
  return near
}
