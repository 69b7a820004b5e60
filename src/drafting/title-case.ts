import type { Report } from '../report/report.js'
import type { Section } from '../report/sections/section.js'
import type { SectionSpec } from '../schema/schema.js'
import { once } from '../text/memoize.js'

/** How a report capitalises the titles of its sections: each word, only the first word, or all letters. */
type TitleCase = 'words' | 'sentence' | 'capitals'

/** The fewest titles that show how a report capitalises. */
const MIN_TITLES = 2

/** The titles of the schema's sections in the language of a report, capitalised like most of the report's own titles. */
export function titlesFor({
  language,
  sections,
}: Pick<Report, 'language' | 'sections'>): (spec: SectionSpec) => string {
  const habit = once(() => habitOf(sections))
  return ({ title }) => written(title[language], habit())
}

function habitOf(sections: readonly Section[]): TitleCase {
  const own = sections.flatMap(({ id, form, title }) => (id && form !== 'inline' ? (caseOf(title.value) ?? []) : []))
  const isUsual = (one: TitleCase): boolean => {
    const times = own.filter((other) => other === one).length
    return times >= MIN_TITLES && times > own.length / 2
  }
  return isUsual('sentence') ? 'sentence' : isUsual('capitals') ? 'capitals' : 'words'
}

function written(title: string, habit: TitleCase): string {
  if (habit === 'capitals') return title.toUpperCase()
  if (habit === 'words') return title
  const [first = '', ...others] = title.split(' ')
  return [first, ...others.map((word) => (/^\p{Lu}\p{Ll}*$/u.test(word) ? word.toLowerCase() : word))].join(' ')
}

/** Words that stay in lower case in a title whose other words are capitalised. */
const SMALL_WORDS = /^(?:an?|the|of|to|in|on|at|for|from|by|with|and|or)$/

/** How a title is capitalised; null for a single word, unless it is all capitals and too long for an abbreviation. */
function caseOf(title: string): TitleCase | null {
  const [first, second] = title.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !SMALL_WORDS.test(word))
  if (second === undefined) return /^\p{Lu}{6,}$/u.test(first ?? '') ? 'capitals' : null
  if (!/\p{Ll}/u.test(title)) return 'capitals'
  return /^\p{Lu}/u.test(second) ? 'words' : 'sentence'
}
