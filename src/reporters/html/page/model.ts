import { pointsOf } from '../../../config/weights.js'
import { compare } from '../../../text/compare.js'
import type { EventData, FindingData, HunkData, PageData, ReportData } from '../page-data.js'

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

export function modelOf(data: PageData): Model {
  const textOf = (number: number): string => data.strings[number] ?? ''
  const sites = data.sites.map(({ name, score }, number) => ({ number, name, score, reports: [] as Report[] }))
  const events = data.events.map((event, number) => ({
    ...event,
    number,
    reports: [] as Report[],
    sites: [] as Site[],
    people: [] as Person[],
    outliers: [] as Report[],
  }))
  const pages = new Map<number, Page & { reports: Report[] }>()

  const files = data.reports.map((own, number) => {
    const site = sites[own.site] as (typeof sites)[number]
    const event = events[own.event] ?? null
    const path = textOf(own.path)
    const title = own.title < 0 ? '' : textOf(own.title)
    const day = own.body ?? (own.frontMatter && own.frontMatter[1] !== 'template' ? own.frontMatter[0] : null)
    const known = pages.get(own.page)
    const page = known ?? {
      number: pages.size,
      site,
      event,
      name: shortName(textOf(own.page), site.name),
      title: event?.name || title || shortName(path, site.name),
      day: event?.day ?? day,
      lists: own.lists === 1,
      reports: [] as Report[],
    }
    if (!known) pages.set(own.page, page)
    const report = {
      number,
      path,
      language: own.language,
      title,
      site,
      event,
      page,
      frontMatter: own.frontMatter ?? null,
      body: own.body ?? null,
      day,
      speakers: own.speakers.map(textOf),
      states: own.states,
      score: own.score,
      findings: [] as Finding[],
      copies: [] as Copy[],
      lineAt: lineReader(own.lines, textOf),
    }
    page.reports.push(report)
    if (!page.lists) site.reports.push(report)
    event?.reports.push(report)
    return report
  })

  // In a second pass, because findings and copies refer to other reports.
  for (const [number, report] of files.entries()) {
    const { findings = [], copies = [] } = data.reports[number] ?? {}
    for (const one of findings) report.findings.push(findingOf(one, report, files, data))
    for (const [at, share, ...passages] of copies) {
      const other = files[at]
      if (other) report.copies.push({ other, share, passages })
    }
  }
  for (const event of events) {
    event.sites.push(...new Set(event.reports.map(({ site }) => site)))
    event.outliers.push(...event.reports.filter(({ day }) => isOutlier(day, event)))
    event.people.push(
      ...(data.events[event.number]?.people ?? []).map((spellings) => ({
        spellings: spellings.map(([name, ...own]) => ({ name, reports: own.flatMap((one) => files[one] ?? []) })),
      })),
    )
  }
  for (const page of pages.values()) page.reports.sort((a, b) => compare(a.language, b.language))
  const reports = files.filter(({ page }) => !page.lists)
  const copies = pairsOf(reports)
  return {
    data,
    sites,
    events,
    pages: [...pages.values()],
    reports,
    files,
    findings: files.flatMap(({ findings }) => findings),
    copies,
    pagePairs: pagePairsOf(copies),
  }
}

function findingOf(one: FindingData, report: Report, files: readonly Report[], data: PageData): Finding {
  const [rule, isError, line, column, endLine, endColumn, message, related = [], fix] = one
  const textOf = (text: number): string => data.strings[text] ?? ''
  const id = data.rules[rule]?.id ?? ''
  const severity = isError ? 'error' : 'warning'
  return {
    report,
    rule: id,
    severity,
    line,
    column,
    endLine,
    endColumn,
    message: textOf(message),
    points: pointsOf({ rule: id, severity }, data.weights),
    related: related.map(([other, path, at, words]) => ({
      report: files[other] ?? null,
      path: textOf(path),
      line: at,
      message: textOf(words),
    })),
    fix: fix
      ? {
          title: textOf(fix[0]),
          safe: fix[1] === 1,
          hunks: fix.slice(2).map((hunk) => hunkOf(hunk as HunkData, textOf)),
        }
      : null,
  }
}

function hunkOf([line, removed, added, more]: HunkData, textOf: (text: number) => string) {
  return { line, removed, added: added.map(textOf), more }
}

/** Finds the run that contains a line. */
function lineReader(runs: ReportData['lines'], textOf: (text: number) => string): Report['lineAt'] {
  return (line) => {
    const run = runs.findLast(([first]) => first <= line)
    const text = run?.[line - run[0] + 1]
    return text === undefined || run === undefined || line < run[0] ? null : textOf(text)
  }
}

function isOutlier(day: string | null, { day: usual, end }: Pick<EventData, 'day' | 'end'>): boolean {
  return day !== null && usual !== null && (day < usual || day > (end ?? usual))
}

/** The path within the site. The name of a site is the end of its path. */
function shortName(path: string, site: string): string {
  const at = site === '.' ? -1 : `/${path}`.indexOf(`/${site}/`)
  const below = at < 0 ? path : path.slice(at + site.length + 1)
  return below
    .replace(/^content\//, '')
    .replace(/^\d+-EventParticipated\//i, '')
    .replace(/\/_?index$/, '')
}

/** Each pair once, sorted by share. */
function pairsOf(reports: readonly Report[]): CopyPair[] {
  const pairs: CopyPair[] = []
  for (const report of reports)
    for (const copy of report.copies) {
      const back = copy.other.copies.find(({ other }) => other === report) ?? null
      const isSecond =
        back && (back.share > copy.share || (back.share === copy.share && copy.other.number < report.number))
      if (!isSecond) pairs.push({ first: report, second: copy.other, copy, back })
    }
  return pairs.sort((a, b) => b.copy.share - a.copy.share || a.first.number - b.first.number)
}

/** In the order of their greatest shares. */
function pagePairsOf(pairs: readonly CopyPair[]): PagePair[] {
  const found = new Map<string, PagePair & { pairs: CopyPair[] }>()
  for (const pair of pairs) {
    const pages = [pair.first.page, pair.second.page].sort((a, b) => a.number - b.number) as [Page, Page]
    const key = pages.map(({ number }) => number).join(' ')
    const known = found.get(key) ?? { first: pages[0], second: pages[1], pairs: [] }
    known.pairs.push(pair)
    found.set(key, known)
  }
  for (const { pairs: own } of found.values()) own.sort((a, b) => compare(a.first.language, b.first.language))
  return [...found.values()]
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
