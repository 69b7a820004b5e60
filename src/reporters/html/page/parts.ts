import { compare } from '../../../text/compare.js'
import { groupBy } from '../../../text/group-by.js'
import { type Child, counted, h, unseen } from './dom.js'
import { spelled } from './invisible.js'
import type { Event, Finding, Model, Report, Severity, Site } from './model.js'
import { addressOf } from './route.js'

export const LANGUAGES = { en: 'English', vi: 'Vietnamese' } as const

/** The words for the states of sections, by letter. */
export const STATES: Readonly<Record<string, string>> = {
  p: 'present',
  e: 'elsewhere',
  b: 'empty',
  m: 'missing',
  '-': 'absent, not required',
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

/** A link to a report, with the names of the site and of the page. */
export function reportLink(report: Report): HTMLElement {
  return link(reportAddress(report), `${spelled(report.site.name)} / ${spelled(report.page.name)} · ${report.language}`)
}

export function severityMark(severity: Severity): HTMLElement {
  return h(
    'span',
    { class: `mark ${severity}`, title: severity },
    h('span', { 'aria-hidden': 'true' }, severity === 'error' ? '✕' : '▲'),
    unseen(severity),
  )
}

/** The numbers of errors and warnings; a zero is grey. */
export function tally(findings: readonly Finding[]): HTMLElement[] {
  return (['error', 'warning'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return h('td', { class: `count ${count > 0 ? severity : 'none'}` }, count)
  })
}

export function stateMark(state: string): HTMLElement {
  return h('span', { class: `state ${stateClass(state)}`, 'aria-hidden': 'true' }, { m: '×', '?': '?' }[state] ?? '')
}

function stateClass(state: string): string {
  return { p: 'present', e: 'elsewhere', b: 'empty', m: 'missing', '?': 'unknown' }[state] ?? 'absent'
}

/** The legend of the marks that occur. */
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

/** How often a rule found something. */
interface RuleCount {
  readonly rule: string
  readonly findings: number
  /** Reports and index pages. */
  readonly files: number
  readonly reports: number
}

/** The rules with their numbers of findings, those with most files first. */
export function ruleCounts({ findings }: Pick<Model, 'findings'>): RuleCount[] {
  return [...groupBy(findings, ({ rule }) => rule)]
    .map(([rule, own]) => {
      const files = new Set(own.map(({ report }) => report))
      const reports = [...files].filter(({ page }) => !page.lists)
      return { rule, findings: own.length, files: files.size, reports: reports.length }
    })
    .sort((a, b) => b.files - a.files || b.findings - a.findings || compare(a.rule, b.rule))
}

/** "3 errors, 1 warning" */
export function severities(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return `${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}`
}
