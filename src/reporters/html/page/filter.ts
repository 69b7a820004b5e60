import { memoize } from '../../../text/memoize.js'
import type { Finding, Model, Page, Report } from './model.js'

/** The criteria of a search. An empty text and −1 match everything. */
export interface Filter {
  readonly site: number
  readonly event: number
  readonly language: string
  readonly rule: string
  readonly severity: string
  readonly words: string
}

export function filterIn(query: URLSearchParams): Filter {
  const numberIn = (name: string): number => {
    const text = query.get(name) ?? ''
    return /^\d+$/.test(text) ? Number(text) : -1
  }
  return {
    site: numberIn('site'),
    event: numberIn('event'),
    language: query.get('language') ?? '',
    rule: query.get('rule') ?? '',
    severity: query.get('severity') ?? '',
    words: query.get('words') ?? '',
  }
}

/** A page with its matching reports and findings. */
export interface FoundPage {
  readonly page: Page
  readonly reports: readonly Report[]
  readonly findings: readonly Finding[]
}

/** If the filter asks for findings, pages without matching ones are left out. Index pages always are. */
export function findPages({ pages }: Model, filter: Filter): FoundPage[] {
  const asksForFindings = filter.rule !== '' || filter.severity !== ''
  return pages.flatMap((page) => {
    if (page.lists) return []
    const reports = page.reports.filter((report) => isFoundReport(report, filter))
    const findings = reports.flatMap(({ findings: own }) => own.filter((finding) => isFoundFinding(finding, filter)))
    return reports.length === 0 || (asksForFindings && findings.length === 0) ? [] : [{ page, reports, findings }]
  })
}

export function findFindings({ findings }: Model, filter: Filter): Finding[] {
  const inWords = { ...filter, words: '' }
  return findings.filter(
    (finding) =>
      isFoundFinding(finding, filter) &&
      isFoundReport(finding.report, inWords) &&
      (holds(filter.words, [finding.message, finding.rule]) || isFoundReport(finding.report, filter)),
  )
}

function isFoundReport({ site, event, page, language, path, title }: Report, filter: Filter): boolean {
  return (
    (filter.site < 0 || site.number === filter.site) &&
    (filter.event < 0 || event?.number === filter.event) &&
    (filter.language === '' || language === filter.language) &&
    holds(filter.words, [path, title, page.title])
  )
}

function isFoundFinding({ rule, severity }: Finding, filter: Filter): boolean {
  return (filter.rule === '' || rule === filter.rule) && (filter.severity === '' || severity === filter.severity)
}

/** Whether every word is in one of the texts, ignoring diacritics and case. */
function holds(words: string, texts: readonly string[]): boolean {
  if (words.trim() === '') return true
  const folded = texts.map(fold)
  return fold(words)
    .trim()
    .split(/\s+/)
    .every((word) => folded.some((text) => text.includes(word)))
}

/** Memoized, because each text is compared again with every letter typed. */
const fold = memoize(
  (text) =>
    text
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replace(/đ/gi, 'd')
      .toLowerCase(),
  100_000,
)
