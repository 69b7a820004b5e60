import type { EventData, PageData, ReportData } from '../page-data.js'

/** The data of the page with all references resolved. A `number` is the index in the list of its kind. */
export interface Model {
  readonly data: PageData
  readonly sites: readonly Site[]
  readonly events: readonly Event[]
  /** Sorted by path; the translations of a page are one entry. */
  readonly pages: readonly Page[]
  readonly reports: readonly Report[]
  /** Reports and index pages, by their numbers. */
  readonly files: readonly Report[]
  readonly findings: readonly Finding[]
  readonly copies: readonly CopyPair[]
  readonly pagePairs: readonly PagePair[]
}

export interface Site {
  readonly number: number
  readonly name: string
  readonly score: number
  readonly reports: readonly Report[]
}

export interface Event extends Pick<EventData, 'name' | 'day' | 'end' | 'settledBy' | 'days'> {
  readonly number: number
  readonly reports: readonly Report[]
  readonly sites: readonly Site[]
  readonly people: readonly Person[]
  /** The reports that give a day on which the event was not. */
  readonly outliers: readonly Report[]
}

/** A person with the spellings in the reports, the most frequent first. */
export interface Person {
  readonly spellings: readonly { readonly name: string; readonly reports: readonly Report[] }[]
}

/** A page with its translations. */
export interface Page {
  readonly number: number
  readonly site: Site
  readonly event: Event | null
  /** The path within the site, without the language. */
  readonly name: string
  readonly title: string
  readonly day: string | null
  /** Whether it is an index page and not a report. */
  readonly lists: boolean
  readonly reports: readonly Report[]
}

export interface Report {
  readonly number: number
  readonly path: string
  readonly language: 'en' | 'vi'
  readonly title: string
  readonly site: Site
  readonly event: Event | null
  readonly page: Page
  readonly frontMatter: ReportData['frontMatter'] | null
  readonly body: string | null
  /** The day that it gives for the event: in the text, or else in the front matter unless that is the template's. */
  readonly day: string | null
  readonly speakers: readonly string[]
  readonly states: string
  readonly score: number
  readonly findings: readonly Finding[]
  readonly copies: readonly Copy[]
  /** The text of a line (1-based); null if it is not in the data. */
  lineAt(line: number): string | null
}

export interface Copy {
  readonly other: Report
  readonly share: number
  readonly passages: readonly (readonly [from: number, to: number, other: number])[]
}

/** Two reports of different sites that share passages; the one with the greater share comes first. */
export interface CopyPair {
  readonly first: Report
  readonly second: Report
  readonly copy: Copy
  readonly back: Copy | null
}

/** Two pages that share passages, in one or more languages. */
export interface PagePair {
  readonly first: Page
  readonly second: Page
  readonly pairs: readonly CopyPair[]
}

export type Severity = 'error' | 'warning'

export interface Finding {
  readonly report: Report
  readonly rule: string
  readonly severity: Severity
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly message: string
  readonly points: number
  readonly related: readonly Related[]
  readonly fix: Fix | null
}

export interface Related {
  readonly report: Report | null
  readonly path: string
  readonly line: number
  readonly message: string
}

export interface Fix {
  readonly title: string
  readonly safe: boolean
  readonly hunks: readonly { line: number; removed: number; added: readonly string[]; more: number }[]
}

/** Whether all required sections are present, and none is empty or still to be written. */
export function isComplete({ states }: Report): boolean {
  return !/[mb?]/.test(states)
}

/** The sites that have a score: a site with only index pages has none. */
export function scoredSites({ sites }: Model): Site[] {
  return sites.filter(({ reports }) => reports.length > 0)
}

/** Whether its reports disagree on the day. */
export function isDisputed({ outliers, days, day }: Event): boolean {
  return outliers.length > 0 || (day === null && days.length > 1)
}

/** How many reports give another day than the event's in the text, and how many in the front matter alone. */
export function outliersOf({ outliers }: Event): { text: number; frontMatter: number } {
  const text = outliers.filter(({ body }) => body !== null).length
  return { text, frontMatter: outliers.length - text }
}
