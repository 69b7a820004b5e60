import { CONTEXT_LINES, MAX_FINDING_LINES } from '../page-data.js'
import { differenceOf } from './align.js'
import { type Child, h, unseen } from './dom.js'
import { visible } from './invisible.js'
import type { Finding, Fix, Report } from './model.js'

/** The lines around a finding with its place marked; null if they are not in the data. */
export function excerpt({ report, line, column, endLine, endColumn }: Finding): HTMLElement | null {
  const last = Math.min(endLine, line + MAX_FINDING_LINES - 1)
  const lines: HTMLElement[] = []
  for (let at = line - CONTEXT_LINES; at <= last + CONTEXT_LINES; at++) {
    const text = report.lineAt(at)
    if (text === null) continue
    const isIn = at >= line && at <= last
    const from = at === line ? column - 1 : 0
    const to = at === endLine ? endColumn - 1 : text.length
    lines.push(codeLine(at, isIn ? marked(text, from, Math.max(to, from)) : visible(text), isIn ? 'here' : 'aside'))
  }
  return lines.length === 0 ? null : h('div', { class: 'code' }, lines)
}

function marked(text: string, from: number, to: number): Child[] {
  if (text.trim() === '' || from >= text.length) return visible(text)
  return [
    visible(text.slice(0, from)),
    h('mark', {}, visible(text.slice(from, Math.max(to, from + 1)))),
    visible(text.slice(Math.max(to, from + 1))),
  ]
}

export function codeLine(
  number: number | null,
  text: Child,
  kind: 'here' | 'aside' | 'removed' | 'added',
): HTMLElement {
  const sign = kind === 'removed' ? '−' : kind === 'added' ? '+' : ''
  const label = kind === 'removed' || kind === 'added' ? unseen(`${kind}: `) : null
  const content = kind === 'removed' ? h('del', {}, text) : kind === 'added' ? h('ins', {}, text) : h('span', {}, text)
  return h(
    'div',
    { class: `line ${kind}` },
    h('span', { class: 'number' }, number === null ? '' : String(number)),
    h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    label,
    content,
  )
}

/** Whether the diff of a fix shows the place of the finding, so that no excerpt is needed. */
export function showsPlace({ line }: Finding, fix: Fix): boolean {
  return fix.hunks.some((hunk) => hunk.line <= line && line < hunk.line + hunk.removed)
}

/** The changes of a fix. */
export function diff(report: Report, { hunks }: Fix): HTMLElement {
  return h(
    'div',
    { class: 'code diff' },
    hunks.map(({ line, removed, added, more }) => {
      const before = Array.from({ length: removed }, (_, at) => report.lineAt(line + at) ?? '')
      const lines: HTMLElement[] = []
      const aside = (at: number): void => {
        const text = report.lineAt(at)
        if (text !== null) lines.push(codeLine(at, visible(text), 'aside'))
      }
      for (let at = line - CONTEXT_LINES; at < line; at++) aside(at)
      const isChange = before.length === added.length
      for (const [at, text] of before.entries())
        lines.push(codeLine(line + at, isChange ? changed(text, added[at] ?? '') : visible(text), 'removed'))
      for (const [at, text] of added.entries())
        lines.push(codeLine(null, isChange ? changed(text, before[at] ?? '') : visible(text), 'added'))
      if (more > 0) lines.push(h('div', { class: 'line more' }, `… ${more} more lines`))
      else for (let at = line + removed; at < line + removed + CONTEXT_LINES; at++) aside(at)
      return h('div', { class: 'hunk' }, lines)
    }),
  )
}

/** A line with the part marked that differs from the other line; no mark if all of it differs. */
export function changed(text: string, other: string): Child[] {
  const [head, tail] = differenceOf(text, other)
  const end = text.length - tail
  if (head + tail === 0 || end <= head) return visible(text)
  return [visible(text.slice(0, head)), h('b', {}, visible(text.slice(head, end))), visible(text.slice(end))]
}
