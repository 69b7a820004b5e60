import { type Child, counted, h, unseen } from './dom.js'
import { diff, excerpt, showsPlace } from './excerpt.js'
import { spelled } from './invisible.js'
import { laterRows } from './later-rows.js'
import type { Event, Finding, Model, Report, Severity, Site } from './model.js'
import { addressOf } from './route.js'

export const LANGUAGES = { en: 'English', vi: 'Vietnamese' } as const

/** What became of a section, by its letter. */
export const STATES: Readonly<Record<string, string>> = {
  p: 'present',
  e: 'elsewhere',
  b: 'empty',
  m: 'missing',
  '-': 'not there, not asked for',
  '?': 'not known',
}

export function link(address: string, ...children: Child[]): HTMLAnchorElement {
  return h('a', { href: address }, children)
}

export function reportAddress(report: Report, finding?: Finding): string {
  return addressOf(`report/${report.number}`, { finding: finding ? report.findings.indexOf(finding) : null })
}

export function siteLink(site: Site): HTMLElement {
  return link(addressOf(`site/${site.number}`), spelled(site.name))
}

export function eventLink(event: Event): HTMLElement {
  return link(addressOf(`event/${event.number}`), eventName(event))
}

export function eventName({ name }: Event): string {
  return spelled(name) || 'An event without a name'
}

/** The report by its site and its place there. */
export function reportLink(report: Report, finding?: Finding): HTMLElement {
  return link(
    reportAddress(report, finding),
    `${spelled(report.site.name)} / ${spelled(report.page.name)} · ${report.language}`,
  )
}

export function severityMark(severity: Severity): HTMLElement {
  return h(
    'span',
    { class: `mark ${severity}`, title: severity },
    h('span', { 'aria-hidden': 'true' }, severity === 'error' ? '✕' : '▲'),
    unseen(severity),
  )
}

/** Counts of errors and warnings, what there is none of in grey. */
export function tally(findings: readonly Finding[]): HTMLElement[] {
  return (['error', 'warning'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return h('td', { class: `count ${count > 0 ? severity : 'none'}` }, count)
  })
}

export function stateMark(state: string): HTMLElement {
  return h('span', { class: `state ${stateClass(state)}`, 'aria-hidden': 'true' }, { m: '×', '?': '?' }[state] ?? '')
}

export function stateClass(state: string): string {
  return { p: 'present', e: 'elsewhere', b: 'empty', m: 'missing', '?': 'unknown' }[state] ?? 'absent'
}

/** What the marks mean that are there. */
export function legend({ reports }: Model): HTMLElement {
  const shown = new Set(reports.flatMap(({ states }) => [...states]))
  return h(
    'p',
    { class: 'legend' },
    Object.entries(STATES).map(([state, words]) => shown.has(state) && h('span', {}, stateMark(state), ` ${words}`)),
    h('span', {}, 'left English, right Vietnamese'),
  )
}

export function points(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 1 })
}

/** Everything that is known of a finding. @param isMain whether it is what somebody came for */
export function findingArticle(finding: Finding, isMain: boolean): HTMLElement {
  const { report, severity, rule, line, column, message, points: lost, related, fix } = finding
  const index = report.findings.indexOf(finding)
  return h(
    'article',
    { class: `finding ${severity}${isMain ? ' main' : ''}`, id: `finding-${report.number}-${index}`, tabindex: '-1' },
    h(
      'p',
      { class: 'about' },
      severityMark(severity),
      h('span', { class: 'place' }, `${line}:${column}`),
      link(addressOf('findings', { rule }), spelled(rule)),
      h(
        'span',
        { class: 'lost', title: 'points lost' },
        lost > 0 ? `−${points(lost)}` : '',
        unseen(lost > 0 ? ' points' : ''),
      ),
    ),
    h('p', { class: 'message' }, spelled(message)),
    (fix && showsPlace(finding, fix)) || isAtSamePlace(finding, report.findings[index - 1]) ? null : excerpt(finding),
    related.length === 0
      ? null
      : h(
          'ul',
          { class: 'related' },
          related.map(({ report: other, path, line: at, message: words }) =>
            h(
              'li',
              {},
              other === report
                ? `line ${at}`
                : other
                  ? link(reportAddress(other), `${spelled(path)}:${at}`)
                  : `${spelled(path)}:${at}`,
              `: ${spelled(words)}`,
            ),
          ),
        ),
    fix
      ? h(
          'div',
          { class: 'fix' },
          h(
            'p',
            {},
            h('b', { class: fix.safe ? 'safe' : 'unsafe' }, fix.safe ? 'Fix' : 'Unsafe fix'),
            `: ${spelled(fix.title)}`,
          ),
          fix.hunks.length > 0 ? diff(report, fix) : null,
        )
      : null,
  )
}

/** What was shown just before need not be shown again. */
function isAtSamePlace(a: Finding, b: Finding | undefined): boolean {
  return (
    b !== undefined &&
    a.line === b.line &&
    a.column === b.column &&
    a.endLine === b.endLine &&
    !(b.fix && showsPlace(b, b.fix))
  )
}

/**
 * Findings in a table, one in a line. It is laid out as blocks, each by itself: a table of ten thousand rows is measured anew with
 * every row that is drawn. So the roles are said in words.
 */
export function findingTable(findings: readonly Finding[]): HTMLElement {
  const head = (text: Child): HTMLElement => h('th', { scope: 'col', role: 'columnheader' }, text)
  const table = h(
    'table',
    { class: 'findings', role: 'table', 'aria-rowcount': findings.length + 1 },
    h(
      'thead',
      { role: 'rowgroup' },
      h('tr', { role: 'row' }, head(unseen('Severity')), head('Rule'), head('Finding'), head('Report')),
    ),
  )
  laterRows(table, [findings], findingRow)
  return h('div', { class: 'wide' }, table)
}

function findingRow(finding: Finding, index: number): HTMLTableRowElement {
  const { severity, rule, message, report, line } = finding
  const cell = (kind: string, content: Child): HTMLElement => h('td', { class: kind, role: 'cell' }, content)
  return h(
    'tr',
    { class: 'finding-row', role: 'row', 'aria-rowindex': index + 2 },
    cell('severity', severityMark(severity)),
    cell('rule', spelled(rule)),
    cell('text', link(reportAddress(report, finding), spelled(message))),
    cell('where', `${spelled(report.site.name)} / ${spelled(report.page.name)} · ${report.language}:${line}`),
  )
}

/** The rules with how many findings and reports they have, the commonest first. */
export function ruleCounts({
  findings,
}: Pick<Model, 'findings'>): { rule: string; findings: number; reports: number; errors: number }[] {
  const counts = new Map<string, { findings: number; errors: number; reports: Set<Report> }>()
  for (const { rule, report, severity } of findings) {
    const count = counts.get(rule) ?? { findings: 0, errors: 0, reports: new Set() }
    counts.set(rule, count)
    count.findings++
    if (severity === 'error') count.errors++
    count.reports.add(report)
  }
  return [...counts]
    .map(([rule, count]) => ({ ...count, rule, reports: count.reports.size }))
    .sort((a, b) => b.reports - a.reports || b.findings - a.findings || (a.rule < b.rule ? -1 : 1))
}

/** "3 errors, 1 warning" */
export function severities(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return `${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}`
}
