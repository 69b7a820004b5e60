import { foldWord } from '../../text/fold-word.js'
import { addTo, type Groups } from '../../text/group-by.js'
import { once } from '../../text/memoize.js'
import { slips } from '../../text/slips.js'

/** Shorter titles are too often one slip away from another word ("dates", "rates"). */
const LEAST_LETTERS = 9

/** Of so many letters, one slip leaves the first ones or the last ones as they are. */
const AT_AN_END = 4

/**
 * Finds the known title that a misspelt one is meant to be: one slip away from it ("Key Higlights"), or with other diacritics or none
 * ("Diển giả"). The index is built when it is first needed.
 * @param known titles, reduced by `plainTitle`, with their sections
 * @returns the id of the section; null if there is none, or if titles of two sections are as near
 */
export function misspeltTitles(known: ReadonlyMap<string, { readonly id: string }>): (title: string) => string | null {
  const index = once(() => indexOf([...known.keys()]))
  return (title) => {
    const { bare, ends } = index()
    const near = title.length < LEAST_LETTERS ? [] : endsOf(title).flatMap((end) => ends.get(end) ?? [])
    const meant = (title.includes(' ') && bare.get(foldWord(title))) || near.filter((one) => slips(title, one, 1) === 1)
    const [id, another] = new Set(meant.map((one) => known.get(one)?.id))
    return another === undefined ? (id ?? null) : null
  }
}

interface Index {
  /** By the letters without diacritics; only titles that have some. */
  readonly bare: ReadonlyMap<string, readonly string[]>
  /** By the first letters, and by the last ones. */
  readonly ends: ReadonlyMap<string, readonly string[]>
}

function indexOf(titles: readonly string[]): Index {
  const bare: Groups<string, string> = new Map()
  const ends: Groups<string, string> = new Map()
  for (const title of titles) {
    const letters = foldWord(title)
    if (letters !== title) addTo(bare, letters, title)
    for (const end of endsOf(title)) addTo(ends, end, title)
  }
  return { bare, ends }
}

/** What the titles begin and end with, told apart. */
function endsOf(title: string): readonly string[] {
  return [`${title.slice(0, AT_AN_END)}…`, `…${title.slice(-AT_AN_END)}`]
}
