/** The languages that a schema has words for. */
export const LANGUAGES = ['en', 'vi'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * What stands in a section: the event's name, day and place in `fields`, those who spoke there, what was said in their `talks`,
 * or else points of a list, prose or pictures.
 */
export const CONTENTS = ['fields', 'people', 'talks', 'list', 'prose', 'images'] as const
export type Content = (typeof CONTENTS)[number]

type PerLanguage<T> = Readonly<Record<Language, T>>

/** One section of the schema. Titles and words are plain text; case, marks of emphasis and numbering do not matter. */
export interface SectionSpec {
  readonly id: string
  readonly required: boolean
  /** Sections with an order are expected to stand in it, those of one order as they come; 0 is first. null: anywhere. */
  readonly order: number | null
  readonly content: Content
  /** Sections that serve as well where this one is absent: an agenda with its talks for the highlights. */
  readonly servedBy: readonly string[]
  /** Whether it serves where another one is absent. */
  readonly serves: boolean
  /** Whether the section may stand below the section level (photos at the end of the experience). */
  readonly mayBeNested: boolean
  /** Whether a single talk may have one of its own (a conclusion): off the section level it is none of the report's. */
  readonly mayBeOfATalk: boolean
  /** Whether it holds what the organisers wrote, which everybody quotes: that is no text of the report's own. */
  readonly quoted: boolean
  /** The canonical title. */
  readonly title: PerLanguage<string>
  /** What belongs in it, for whoever has to fill it. */
  readonly purpose: PerLanguage<string>
  /** Whole titles that mean this section, at the section level and off it. */
  readonly aliases: PerLanguage<readonly string[]>
  /** Whole titles that mean this section at the section level; below it they are some section's own sub-heading. */
  readonly weakAliases: PerLanguage<readonly string[]>
  /** Whole titles of a part of this section ("Role"): they mean it right behind another heading of it. */
  readonly parts: PerLanguage<readonly string[]>
  /** Words and phrases that speak for this section when they make up most of a title at the section level. */
  readonly words: PerLanguage<readonly string[]>
  /**
   * Words and phrases that hint at this section: a title at the section level that says little else means it, where nothing
   * else stands for it.
   */
  readonly hints: PerLanguage<readonly string[]>
  /** Words and phrases that say more than the section's name: a heading that has one is not renamed. */
  readonly keeps: PerLanguage<readonly string[]>
  /** Labels of bare fields ("Date: …") that stand for the section where it has no heading. */
  readonly fields: PerLanguage<readonly string[]>
}

/** A warning not to copy, what is asked of the author, what is to be filled in, what is still to be done, or a sample picture. */
export const LEFTOVERS = ['notice', 'instruction', 'field', 'todo', 'sample'] as const

/** Text that a template leaves behind. */
export interface Leftover {
  /** Source of a regular expression, used with the flags `iu`. */
  readonly pattern: string
  readonly kind: (typeof LEFTOVERS)[number]
  /** How far from the start of its line it stands at most, in characters of one sentence; signs at the start do not count. */
  readonly within?: number | undefined
}

export interface Schema {
  readonly name: string
  readonly sections: readonly SectionSpec[]
  /** Words that say nothing in a title: "event", "key", "sự kiện", … */
  readonly fillers: PerLanguage<readonly string[]>
  /** What an event may be called: a title of a section that has one of these for “event” is the same. */
  readonly events: PerLanguage<readonly string[]>
  /** Further words that say nothing beside a hint: "how", "this", "em", … */
  readonly smallWords: PerLanguage<readonly string[]>
  /** How the title of a report begins: "Summary Report", "Bài thu hoạch", … */
  readonly titles: PerLanguage<readonly string[]>
  readonly placeholders: {
    /** Days that only a template writes (ISO, or the text as written). */
    readonly dates: readonly string[]
    /** Days that whole sites share, ISO: they give way to a date in the body. */
    readonly weakDates: readonly string[]
    /** What stands where a section's text or a speaker's name should: sources of regular expressions, flags `iu`, over the whole of it. */
    readonly texts: readonly string[]
    /** What else stands where a speaker's name should: sources of regular expressions, flags `iu`, over the whole item. */
    readonly people: readonly string[]
  }
  readonly leftovers: readonly Leftover[]
  /** Passages of the sample report that the template comes with, each in all its languages, as it is written: as `Leftover.pattern`. */
  readonly sampleReport: readonly string[]
  /** Names and terms as they are spelled, beside those that every report may use. */
  readonly glossary: readonly string[]
}
