import { pointsOf } from '../../../config/weights.js'
import { compare } from '../../../text/compare.js'
import type { EventData, FindingData, FixData, HunkData, PageData, ReportData } from '../page-data.js'
import type { Copy, CopyPair, Event, Finding, Fix, Model, Page, PagePair, Person, Report, Site } from './model.js'

/* The same as in the model, with lists that are filled step by step. */
type SiteDraft = Site & { readonly reports: Report[] }
type PageDraft = Page & { readonly reports: Report[] }
type ReportDraft = Report & { readonly page: PageDraft; readonly findings: Finding[]; readonly copies: Copy[] }
type EventDraft = Event & {
  readonly reports: Report[]
  readonly sites: Site[]
  readonly people: Person[]
  readonly outliers: Report[]
}

/** Resolves the references in the data of the page. */
export function modelOf(data: PageData): Model {
  const sites = data.sites.map(({ name, score }, number): SiteDraft => ({ number, name, score, reports: [] }))
  const events = data.events.map((event, number): EventDraft => {
    return { ...event, number, reports: [], sites: [], people: [], outliers: [] }
  })
  const pages = new Map<number, PageDraft>()
  const files = data.reports.map((own, number) => addFile(own, number, { sites, events, pages }, data))
  // Only now, because all of this refers to files.
  for (const [number, file] of files.entries()) addFindings(file, data.reports[number], files, data)
  for (const event of events) completeEvent(event, data.events[event.number]?.people ?? [], files)
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

/** What files are added to. */
interface Drafts {
  readonly sites: readonly SiteDraft[]
  readonly events: readonly EventDraft[]
  /** By their numbers in the data. */
  readonly pages: Map<number, PageDraft>
}

/** Adds a report or index page to its site, event and page. */
function addFile(
  own: ReportData,
  number: number,
  { sites, events, pages }: Drafts,
  { strings }: PageData,
): ReportDraft {
  const textOf = textsOf(strings)
  const site = sites[own.site] as SiteDraft
  const event = events[own.event] ?? null
  const path = textOf(own.path)
  const title = own.title < 0 ? '' : textOf(own.title)
  const day = own.body ?? (own.frontMatter && own.frontMatter[1] !== 'template' ? own.frontMatter[0] : null)
  const page: PageDraft = pages.get(own.page) ?? {
    number: pages.size,
    site,
    event,
    name: shortName(textOf(own.page), site.name),
    title: event?.name || title || shortName(path, site.name),
    day: event?.day ?? day,
    lists: own.lists === 1,
    reports: [],
  }
  pages.set(own.page, page)
  const report: ReportDraft = {
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
    findings: [],
    copies: [],
    lineAt: lineReader(own.lines, textOf),
  }
  page.reports.push(report)
  if (!page.lists) site.reports.push(report)
  event?.reports.push(report)
  return report
}

function addFindings(file: ReportDraft, own: ReportData | undefined, files: readonly Report[], data: PageData): void {
  const { findings = [], copies = [] } = own ?? {}
  for (const finding of findings) file.findings.push(findingOf(finding, file, files, data))
  for (const [at, share, ...passages] of copies) {
    const other = files[at]
    if (other) file.copies.push({ other, share, passages })
  }
}

function completeEvent(event: EventDraft, people: EventData['people'], files: readonly Report[]): void {
  event.sites.push(...new Set(event.reports.map(({ site }) => site)))
  event.outliers.push(...event.reports.filter(({ day }) => isOutlier(day, event)))
  event.people.push(
    ...people.map((spellings) => ({
      spellings: spellings.map(([name, ...own]) => ({ name, reports: own.flatMap((one) => files[one] ?? []) })),
    })),
  )
}

function textsOf(strings: PageData['strings']): (number: number) => string {
  return (number) => strings[number] ?? ''
}

function findingOf(one: FindingData, report: Report, files: readonly Report[], data: PageData): Finding {
  const [rule, isError, line, column, endLine, endColumn, message, related = [], fix] = one
  const textOf = textsOf(data.strings)
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
    fix: fix ? fixOf(fix, textOf) : null,
  }
}

function fixOf([title, isSafe, ...hunks]: FixData, textOf: (text: number) => string): Fix {
  return { title: textOf(title), safe: isSafe === 1, hunks: hunks.map((hunk) => hunkOf(hunk, textOf)) }
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
    const [a, b] = [pair.first.page, pair.second.page]
    const [first, second] = a.number <= b.number ? [a, b] : [b, a]
    const key = `${first.number} ${second.number}`
    const known = found.get(key) ?? { first, second, pairs: [] }
    known.pairs.push(pair)
    found.set(key, known)
  }
  for (const { pairs: own } of found.values()) own.sort((a, b) => compare(a.first.language, b.first.language))
  return [...found.values()]
}
