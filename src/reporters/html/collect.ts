import { basename, resolve } from 'node:path'
import { type Gathering, gather } from '../../events/gathering.js'
import { everyRule, leadOf } from '../../lint/every-rule.js'
import type { Examined } from '../../lint/examine.js'
import type { ReportedFinding } from '../../lint/finding.js'
import { DEFAULT_SCHEMA, loadSchema } from '../../schema/load.js'
import { pageOf, siteOfPage } from '../../source/site/page-path.js'
import { cut } from '../../text/cut.js'
import { addTo, type Groups, groupBy } from '../../text/group-by.js'
import type { Checked } from '../reporter.js'
import { scoreOf, scoresOf } from '../score.js'
import { eventData } from './event-data.js'
import { type Excerpts, excerptsOf, MAX_LINE_LENGTH } from './excerpts.js'
import { hunksOf } from './hunks.js'
import {
  type CopyData,
  type FindingData,
  type FixData,
  type HunkData,
  MAX_FINDING_LINES,
  type PageData,
  type PassageData,
  type RelatedData,
  type ReportData,
  type SectionData,
} from './page-data.js'
import { sectionStates } from './section-states.js'
import { shareTexts, type Texts } from './texts.js'

/** The most lines to show on each side of a change. */
const MAX_CHANGED_LINES = 14
/** The most lines to show of a copied passage, from its beginning. */
const MAX_COPIED_LINES = 60

/** Everything that the page shows of a run, its reports and findings, as plain data. */
export function collectPageData(checked: Checked): PageData {
  const { findings, examined, registry, files, summary, failures, weights, cwd } = checked
  const texts = shareTexts()
  const gathering = gather(
    examined.map(({ digest }) => digest),
    registry,
  )
  const byPath = groupBy(findings, ({ path }) => path)
  const paths = [...new Set([...files, ...byPath.keys()])]
  const checkedPaths = new Set(files)
  const numbers = new Map(paths.map((path, index) => [path, index]))
  const reportAt = (path: string): number => numbers.get(path) ?? -1

  const known = new Map(examined.map((one) => [one.path, one]))
  const scores = scoresOf(checked)
  const siteOf = (path: string): string => known.get(path)?.digest.site ?? siteOfPage(path, !checkedPaths.has(path))
  const sites = [...new Set([...scores.map(({ site }) => site), ...paths.map(siteOf)])]
  const siteNumbers = new Map(sites.map((site, number) => [site, number]))
  const { events } = gathering
  const eventNumbers = new Map(events.map((event, index) => [event, index]))
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
  const ruleNumbers = new Map(rules.map((rule, index) => [rule, index]))
  const sections = sectionsOf(examined)
  const sectionIds = sections.map(({ id }) => id)
  const copied = copiedLines(paths, gathering)

  const reportData = (path: string): ReportData => {
    const own = byPath.get(path) ?? []
    const text = checked.textOf(path)
    const excerpts = excerptsOf(text)
    for (const [first, last] of copied.get(path) ?? []) excerpts.showWhole(first, last)
    const found = own.map((finding) =>
      findingData(finding, { text, excerpts, texts, rule: ruleNumbers.get(finding.rule) ?? -1, reportAt }),
    )
    const copies = copyData(path, gathering, reportAt)
    const event = gathering.around(path)?.event
    return {
      path: texts.numberOf(path),
      page: texts.numberOf(pageOf(path)),
      site: siteNumbers.get(siteOf(path)) ?? -1,
      event: event ? (eventNumbers.get(event) ?? -1) : -1,
      ...digestData(known.get(path), sectionIds, gathering, texts),
      score: scoreOf(own, weights),
      findings: found,
      lines: excerpts.runs(texts),
      ...(copies.length > 0 && { copies }),
      ...(!checkedPaths.has(path) && { lists: 1 }),
    }
  }
  const reports = paths.map(reportData)
  return {
    schemaVersion: 1,
    strings: texts.all,
    rules: rules.map((id) => ({ id, reports: leadOf(everyRule.find((rule) => rule.id === id)?.doc ?? '') })),
    sections,
    sites: namesOf(sites, cwd).map((name, index) => ({ name, score: scores[index]?.score ?? 0 })),
    events: events.map((event) => eventData(event, reportAt)),
    reports,
    weights,
    passedOver: summary.passedOver,
    failures,
  }
}

/** The sections of the built-in schema in their order, then those without an order, then those that only the user's schema has. */
function sectionsOf(examined: readonly Examined[]): SectionData[] {
  const inOrder = loadSchema(DEFAULT_SCHEMA).sections.toSorted(
    (a, b) => (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY) || 0,
  )
  const known = new Map(inOrder.map(({ id, title }): [string, SectionData] => [id, { id, title }]))
  for (const { digest } of examined)
    for (const { value } of digest.outline.sections)
      if (!known.has(value)) known.set(value, { id: value, title: { en: value, vi: value } })
  return [...known.values()]
}

/**
 * The names of sites: their paths without the common beginning and without the `content` folder. If nothing is left, the name of the
 * folder itself.
 */
function namesOf(sites: readonly string[], cwd: string): string[] {
  const split = sites.map((site) => site.replace(/(?:^|\/)content$/, '').split('/'))
  const [first = []] = split
  const differs = first.findIndex((part, at) => split.some((parts) => parts.length <= at + 1 || parts[at] !== part))
  const shared = Math.max(0, differs)
  return split.map((parts) => {
    const own = parts.slice(shared)
    const isNamed = own.some((part) => !['', '.', '..'].includes(part))
    return isNamed ? own.join('/') : basename(resolve(cwd, parts.join('/'))) || '.'
  })
}

function digestData(
  examined: Examined | undefined,
  sections: readonly string[],
  gathering: Gathering,
  texts: Texts,
): Pick<ReportData, 'language' | 'title' | 'frontMatter' | 'body' | 'speakers' | 'states'> {
  if (!examined) return { language: 'en', title: -1, speakers: [], states: sectionStates(null, sections) }
  const { language, title, name, frontMatterDate, bodyDate, speakers, path } = examined.digest
  const shownTitle = name?.value ?? title
  const isCopied = frontMatterDate && gathering.around(path)?.account?.copiedDays.includes(frontMatterDate.value)
  return {
    language,
    title: shownTitle === null ? -1 : texts.numberOf(shownTitle),
    ...(frontMatterDate && {
      frontMatter: [
        frontMatterDate.value,
        frontMatterDate.state !== 'ok' ? 'template' : frontMatterDate.weak || isCopied ? 'copied' : 'own',
      ],
    }),
    ...(bodyDate && { body: bodyDate.start }),
    speakers: speakers.map(({ value }) => texts.numberOf(value)),
    states: sectionStates(examined, sections),
  }
}

interface FindingContext {
  readonly text: string | null
  readonly excerpts: Excerpts
  readonly texts: Texts
  readonly rule: number
  reportAt(path: string): number
}

function findingData(finding: ReportedFinding, { text, excerpts, texts, rule, reportAt }: FindingContext): FindingData {
  const { severity, line, column, endLine, endColumn, message, related = [], fix } = finding
  excerpts.show(line, Math.min(endLine, line + MAX_FINDING_LINES - 1))
  const others = related.map(
    (other): RelatedData => [
      reportAt(other.path),
      texts.numberOf(other.path),
      other.line,
      texts.numberOf(other.message),
    ],
  )
  for (const other of related) if (other.path === finding.path) excerpts.show(other.line, other.line)
  const hunks = text !== null && fix?.edits ? hunksOf(text, fix.edits) : []
  const shown = hunks.map(({ line: first, removed, added }): HunkData => {
    const shownRemoved = Math.min(removed, MAX_CHANGED_LINES)
    const shownAdded = added.slice(0, MAX_CHANGED_LINES)
    excerpts.show(first, first + shownRemoved - 1)
    const more = removed - shownRemoved + added.length - shownAdded.length
    return [first, shownRemoved, shownAdded.map((added) => texts.numberOf(cut(added, MAX_LINE_LENGTH))), more]
  })
  const offer: FixData | null = fix ? [texts.numberOf(fix.title), fix.safety === 'safe' ? 1 : 0, ...shown] : null
  const place = [rule, severity === 'error' ? 1 : 0, line, column, endLine, endColumn, texts.numberOf(message)] as const
  if (offer) return [...place, others, offer]
  return others.length > 0 ? [...place, others] : place
}

function copyData(path: string, gathering: Gathering, reportAt: (path: string) => number): CopyData[] {
  const copies = gathering.around(path)?.copies() ?? []
  return copies.map(
    ({ path: other, share, passages }): CopyData => [
      reportAt(other),
      Math.round(share * 100) / 100,
      ...passages.map(({ from, to, other }): PassageData => [from, to, other]),
    ],
  )
}

/** The lines of passages that reports have in common, on both sides, by the path of the report. */
function copiedLines(paths: readonly string[], gathering: Gathering): Groups<string, [first: number, last: number]> {
  const lines: Groups<string, [number, number]> = new Map()
  const add = (path: string, first: number, count: number): void =>
    addTo(lines, path, [first, first + Math.min(count, MAX_COPIED_LINES) - 1])
  for (const path of paths)
    for (const { path: other, passages } of gathering.around(path)?.copies() ?? [])
      for (const { from, to, other: start } of passages) {
        add(path, from, to - from + 1)
        add(other, start, to - from + 1)
      }
  return lines
}
