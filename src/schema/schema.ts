/** The languages that a schema has words for. */
export const LANGUAGES = ['en', 'vi'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * The kinds of content of a section. `fields`: the event's name, day and place; `people`: its speakers; `talks`: what was said in
 * the talks; otherwise a list of points, prose, or pictures.
 */
export const CONTENTS = ['fields', 'people', 'talks', 'list', 'prose', 'images'] as const
export type Content = (typeof CONTENTS)[number]

type PerLanguage<T> = Readonly<Record<Language, T>>

/** One section of the schema. Titles and words are plain text; case, marks of emphasis and numbering do not matter. */
export interface SectionSpec {
  readonly id: string
  readonly required: boolean
  /** Sections are expected by ascending order, those of equal order in any sequence. null: the section may be anywhere. */
  readonly order: number | null
  readonly content: Content
  /** The ids of sections that can replace this one if it is missing: an agenda with its talks replaces the highlights. */
  readonly servedBy: readonly string[]
  /** Whether it is among the `servedBy` of another section. */
  readonly serves: boolean
  /** Whether the section may be below the section level (photos at the end of the experience). */
  readonly mayBeNested: boolean
  /** Whether a single talk may have such a section (a conclusion): then it belongs to the report only on the section level. */
  readonly mayBeOfATalk: boolean
  /** Whether it quotes the organisers' words, as all reports on an event do: that text does not count as the author's own. */
  readonly quoted: boolean
  /** The canonical title. */
  readonly title: PerLanguage<string>
  /** What belongs in it, as a note to the author. */
  readonly purpose: PerLanguage<string>
  /** Whole titles that mean this section on every heading level. */
  readonly aliases: PerLanguage<readonly string[]>
  /** Whole titles that mean this section on the section level; below it, they are sub-headings of other sections. */
  readonly weakAliases: PerLanguage<readonly string[]>
  /** Whole titles of a part of this section ("Role"): they only mean it right after another heading of the section. */
  readonly parts: PerLanguage<readonly string[]>
  /** Words and phrases that mean this section if they make up most of a title on the section level. */
  readonly words: PerLanguage<readonly string[]>
  /**
   * Weaker words and phrases: a title on the section level that consists of little else means this section, if no other title
   * does.
   */
  readonly hints: PerLanguage<readonly string[]>
  /** Words and phrases that add information to the section's name: a heading with one of them is not renamed. */
  readonly keeps: PerLanguage<readonly string[]>
  /** Labels of bare fields ("Date: …") that mean the section if it has no heading. */
  readonly fields: PerLanguage<readonly string[]>
}

/**
 * The kinds of template text: a warning not to copy, an instruction to the author, a field to fill in, a note of work to do, or a
 * sample picture.
 */
export const LEFTOVERS = ['notice', 'instruction', 'field', 'todo', 'sample'] as const

/** Text that a template leaves behind. */
export interface Leftover {
  /** Source of a regular expression, used with the flags `iu`. */
  readonly pattern: string
  readonly kind: (typeof LEFTOVERS)[number]
  /**
   * The maximum distance of a match from the first letter of its line, in characters without a full stop among them; by default it
   * may be anywhere in the line.
   */
  readonly within?: number | undefined
}

export interface Schema {
  readonly name: string
  readonly sections: readonly SectionSpec[]
  /** Words that do not tell sections apart in a title: "event", "key", "sự kiện", … */
  readonly fillers: PerLanguage<readonly string[]>
  /** Kinds of events ("hackathon"): in the title of a section, they are equivalent to “event”. */
  readonly events: PerLanguage<readonly string[]>
  /** Further words that do not count beside a hint: "how", "this", "em", … */
  readonly smallWords: PerLanguage<readonly string[]>
  /** The words that titles of reports begin with: "Summary Report", "Bài thu hoạch", … */
  readonly titles: PerLanguage<readonly string[]>
  readonly placeholders: {
    /** Days that only occur in templates (ISO, or the text as written). */
    readonly dates: readonly string[]
    /** ISO days that are on all pages of many sites because they were copied: a date in the body prevails over them. */
    readonly weakDates: readonly string[]
    /** Placeholders for a section's text or a speaker's name: regular expressions (flags `iu`) that match the whole text. */
    readonly texts: readonly string[]
    /** Further placeholders for a speaker's name only: regular expressions (flags `iu`) that match the whole name. */
    readonly people: readonly string[]
  }
  readonly leftovers: readonly Leftover[]
  /** Passages of the template's sample report, each one expression like `Leftover.pattern` that covers all its languages. */
  readonly sampleReport: readonly string[]
  /** The right spellings of names and terms, in addition to the built-in glossary. */
  readonly glossary: readonly string[]
}
