import type { Spot } from '../text/spot.js'

/** A difference between a page and its translation, worded for each of them. */
export interface Difference {
  readonly about: 'event' | 'date' | 'number' | 'sections' | 'speakers' | 'pictures' | 'code'
  readonly page: Side
  readonly translation: Side
  /** For two index pages: the folder of the event in question. */
  readonly folder?: string
  /** The ISO days, if the difference is about these. */
  readonly days: { readonly page: string; readonly translation: string } | null
  /** Which of the two is wrong; null if that is unknown. */
  readonly wrong: 'page' | 'translation' | null
  readonly advice: string
}

interface Side {
  readonly at: Spot
  /** The message after "Unexpected", and after "expected", given the name of the other page. */
  readonly unexpected: string
  readonly expected: (twin: string) => string
}

/** What one of the two pages says, in words, and where. */
export interface Statement {
  readonly at: Spot
  readonly words: string
}

/** A difference between two values. */
export function valueDifference(
  about: Difference['about'],
  page: Statement,
  translation: Statement,
  advice: string,
): Difference {
  const side = (own: Statement, other: Statement): Side => ({
    at: own.at,
    unexpected: own.words,
    expected: (twin) => `${other.words} as in ${twin}`,
  })
  return { about, page: side(page, translation), translation: side(translation, page), days: null, wrong: null, advice }
}

/** Sections or speakers that only one of the two pages has. */
export interface Surplus {
  readonly thing: 'section' | 'speaker'
  readonly names: readonly string[]
  /** The pronoun for them in messages: “it”, “them”, “the same”. */
  readonly them: string
  readonly at: Spot
  /** The page or list that lacks them. */
  readonly lacking: Statement
  readonly advice: string
}

/** The difference that a surplus makes. @param isInPage whether the page has it, and the translation lacks it */
export function surplusDifference({ thing, names, them, at, lacking, advice }: Surplus, isInPage: boolean): Difference {
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
