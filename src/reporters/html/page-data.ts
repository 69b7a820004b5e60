import type { Language } from '../../schema/schema.js'

/**
 * The data of the page, as JSON. Texts are indexes into `strings`, so that each is stored once; reports, sites and events are indexes
 * into their lists, or −1 for none. Lines and columns are 1-based, days are ISO.
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
  /** What could not be processed, one line each. */
  readonly failures: readonly string[]
}

/** The number of lines to show before and after a place. */
export const CONTEXT_LINES = 2
/** The most lines of a finding to show. */
export const MAX_FINDING_LINES = 6

/** The index of a string. */
export type Text = number

export interface RuleData {
  readonly id: string
  /** What the rule reports, in one sentence. */
  readonly reports: string
}

export interface SectionData {
  readonly id: string
  readonly title: Readonly<Record<Language, string>>
}

export interface SiteData {
  readonly name: string
  /** The mean of the scores of its reports, 0 to 100; 0 if it has none. */
  readonly score: number
}

/**
 * The state of each section, one letter for each: `p` present · `e` elsewhere (out of place, or merged with another one) · `b` empty or
 * still to be written · `m` missing · `-` absent and not required · `?` unknown, because the page is not an event report.
 */
export type SectionStates = string

export interface ReportData {
  readonly path: Text
  /** The path without the language, which a page and its translations have in common. */
  readonly page: Text
  readonly site: number
  readonly event: number
  readonly language: Language
  readonly title: Text | -1
  /** The day in the front matter, and whether it is the template's, the author's own, or copied with the front matter of another page. */
  readonly frontMatter?: readonly [day: string, kind: 'template' | 'own' | 'copied']
  /** The day in the text. */
  readonly body?: string
  readonly speakers: readonly Text[]
  readonly states: SectionStates
  readonly score: number
  readonly findings: readonly FindingData[]
  /** The lines of the report that are shown somewhere, in order, as runs of consecutive lines. */
  readonly lines: readonly (readonly [first: number, ...texts: Text[]])[]
  readonly copies?: readonly CopyData[]
  /** Whether it is not a report but an index page with findings. */
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

/** `report` is −1 if it is not among the reports of the page; the path then identifies it. */
export type RelatedData = readonly [report: number, path: Text, line: number, message: Text]

export type FixData = readonly [title: Text, isSafe: 0 | 1, ...hunks: HunkData[]]

/** A change from a line on: the numbers of removed lines, the added lines, and how many more of either are not shown. */
export type HunkData = readonly [line: number, removed: number, added: readonly Text[], more: number]

/** A report of another site with the same passages, and the share of this report that is in it, 0 to 1. */
export type CopyData = readonly [report: number, share: number, ...passages: PassageData[]]

/** A passage: its first and last line in this report, and its first line in the other one. */
export type PassageData = readonly [from: number, to: number, other: number]

export interface EventData {
  readonly name: string
  /** The day of the registry or, without one, the day that most sites give; null if there is none. */
  readonly day: string | null
  readonly end: string | null
  /** What settles the day; null if it is open to doubt. */
  readonly settledBy: 'registry' | 'majority' | null
  /** The days that sites give, those with most sites first. */
  readonly days: readonly (readonly [day: string, sites: number])[]
  /** The people that its reports mention: all spellings of each, the most frequent first, with the reports that use them. */
  readonly people: readonly (readonly (readonly [name: string, ...reports: number[]])[])[]
}
