import type { Spot } from '../text/spot.js'

/** Something in which a page and its translation differ, as each of them is told of it. */
export interface Difference {
  readonly about: 'event' | 'date' | 'number' | 'sections' | 'speakers' | 'pictures' | 'code'
  readonly page: Side
  readonly translation: Side
  /** Of two index pages: the folder of the event that they list. */
  readonly folder?: string
  /** The days, where these are what differs. */
  readonly days: { readonly page: string; readonly translation: string } | null
  /** Which of the two is wrong; null where nobody can say. */
  readonly wrong: 'page' | 'translation' | null
  readonly advice: string
}

interface Side {
  readonly at: Spot
  /** What follows "Unexpected", and what follows "expected", said of the other one by its name. */
  readonly unexpected: string
  readonly expected: (twin: string) => string
}

/** What is said of one side, and where. */
export interface Said {
  readonly at: Spot
  readonly words: string
}

/** What the two give is not the same. */
export function values(about: Difference['about'], page: Said, translation: Said, advice: string): Difference {
  const side = (own: Said, other: Said): Side => ({
    at: own.at,
    unexpected: own.words,
    expected: (twin) => `${other.words} as in ${twin}`,
  })
  return { about, page: side(page, translation), translation: side(translation, page), days: null, wrong: null, advice }
}

/** What only one of the two has. */
export interface Surplus {
  readonly thing: 'section' | 'speaker'
  readonly names: readonly string[]
  /** In one word, what is expected of the other one. */
  readonly them: string
  readonly at: Spot
  /** What lacks it. */
  readonly lacking: Said
  readonly advice: string
}

/** Only one of the two has something. */
export function surplus({ thing, names, them, at, lacking, advice }: Surplus, isInPage: boolean): Difference {
  const list = `${thing}${names.length === 1 ? '' : 's'} ${names.map((name) => `“${name}”`).join(', ')}`
  const has: Side = { at, unexpected: list, expected: (twin) => `${them} in ${twin} as well` }
  const lacks: Side = {
    at: lacking.at,
    unexpected: `${lacking.words} without the ${list}`,
    expected: (twin) => `${them} as in ${twin}`,
  }
  const [page, translation] = isInPage ? [has, lacks] : [lacks, has]
  return { about: `${thing}s`, page, translation, days: null, wrong: null, advice }
}
