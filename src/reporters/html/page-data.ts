import type { Language } from '../../schema/schema.js'

/**
 * What the page knows, as JSON. Texts are numbers into `strings`, so that each is there once; reports, sites and events are
 * numbers into their lists, −1 is none. Lines and columns are 1-based, days are ISO.
 */
export interface PageData {
  readonly schemaVersion: 1
  readonly strings: readonly string[]
  readonly rules: readonly RuleData[]
  /** The columns of the grid. */
  readonly sections: readonly SectionData[]
  readonly sites: readonly SiteData[]
  readonly events: readonly EventData[]
  readonly reports: readonly ReportData[]
  readonly weights: Readonly<Record<string, number>>
  readonly passedOver: number
  /** What could not be worked on, one line each. */
  readonly failures: readonly string[]
}

/** So many lines around a place are shown. */
export const AROUND = 2
/** Of a finding that goes over more lines, the first ones are shown. */
export const MOST_LINES = 6

/** Number of a string. */
export type Text = number

export interface RuleData {
  readonly id: string
  /** What it reports, in a sentence. */
  readonly reports: string
}

export interface SectionData {
  readonly id: string
  readonly title: Readonly<Record<Language, string>>
}

export interface SiteData {
  readonly name: string
  /** 0 to 100; the mean of its reports, 0 where it has none. */
  readonly score: number
}

/**
 * What became of a section, one letter for each: `p` present · `e` elsewhere: out of its place, or joined with another · `b` empty,
 * or still to be written · `m` missing · `-` not there, and not asked for · `?` not known: it is no event report.
 */
export type SectionStates = string

export interface ReportData {
  readonly path: Text
  /** The same for a page and its translations. */
  readonly page: Text
  readonly site: number
  readonly event: number
  readonly language: Language
  readonly title: Text | -1
  /** The day in the front matter: the template's own, or one that was written, or one that was copied with the head of other pages. */
  readonly head?: readonly [day: string, kind: 'template' | 'own' | 'copied']
  /** The day in the text. */
  readonly body?: string
  readonly speakers: readonly Text[]
  readonly states: SectionStates
  readonly score: number
  readonly findings: readonly FindingData[]
  /** The lines of the report that are shown somewhere, in order: runs that follow one another without a gap. */
  readonly lines: readonly (readonly [first: number, ...texts: Text[]])[]
  readonly copies?: readonly CopyData[]
  /** Whether it is no report, but a page that lists events and was found wrong in that. */
  readonly lists?: 1
}

export type FindingData = readonly [
  rule: number,
  severity: 0 | 1,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  message: Text,
  related?: readonly RelatedData[],
  fix?: FixData,
]

/** The report is −1 where it is none of those of the page; then the path says which one it is. */
export type RelatedData = readonly [report: number, path: Text, line: number, message: Text]

export type FixData = readonly [title: Text, isSafe: 0 | 1, ...hunks: HunkData[]]

/** From a line on, `removed` lines go and the added ones come; `more` of either are not shown. */
export type HunkData = readonly [line: number, removed: number, added: readonly Text[], more: number]

/** A report of another site with the same passages, and how much of this one is in it, 0 to 1. */
export type CopyData = readonly [report: number, share: number, ...passages: PassageData[]]

/** Lines of this report, both ends included, and the line on which they begin in the other one. */
export type PassageData = readonly [from: number, to: number, other: number]

export interface EventData {
  readonly name: string
  /** The day that most sites give, or the registry's; null where there is none. */
  readonly day: string | null
  readonly end: string | null
  /** Who says so with weight; null where the day is open to doubt. */
  readonly settledBy: 'registry' | 'majority' | null
  /** The days that sites speak for, those with most sites first. */
  readonly days: readonly (readonly [day: string, sites: number])[]
  /** The people whom its reports name, each in all spellings, the commonest first, with the reports that write so. */
  readonly people: readonly (readonly (readonly [name: string, ...reports: number[]])[])[]
}
