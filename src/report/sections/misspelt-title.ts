import { foldWord } from '../../text/fold-word.js'
import { addTo, type Groups } from '../../text/group-by.js'
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
  const list = once(() => `\n${[...known.keys()].join('\n')}\n`)
  const byLetters = once(() => titlesByLetters([...known.keys()]))
  return (title) => {
    const meant = (title.includes(' ') && byLetters().get(foldWord(title))) || titlesNear(title, list())
    const [id, another] = new Set(meant.map((one) => known.get(one)?.id))
    return another === undefined ? (id ?? null) : null
  }
}

/** The titles that have diacritics, by their letters without these. */
function titlesByLetters(titles: readonly string[]): Groups<string, string> {
  const byLetters: Groups<string, string> = new Map()
  // All at once: one by one, this takes several times as long.
  const letters = foldWord(titles.join('\n')).split('\n')
  for (const [at, title] of titles.entries()) {
    const bare = letters[at] ?? title
    if (bare !== title) addTo(byLetters, bare, title)
  }
  return byLetters
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
