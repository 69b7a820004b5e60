import { type Hover, MarkupKind, type Position } from 'vscode-languageserver'
import { everyRule, leadOf } from '../lint/every-rule.js'
import type { OpenReport } from './document.js'
import { offsetOf, protocolRange } from './positions.js'

/** What the rules of the findings at a position report, and why. */
export function hoverAt(open: OpenReport, position: Position): Hover | null {
  const { lines } = open.report
  const offset = offsetOf(position, lines)
  const here = open.findings.filter(({ range: [start, end] }) => start <= offset && offset <= end)
  const [first] = here
  if (!first) return null
  const ids = [...new Set(here.map(({ rule }) => rule))]
  return {
    contents: { kind: MarkupKind.Markdown, value: ids.map(explanation).join('\n\n---\n\n') },
    range: protocolRange(first.range, lines),
  }
}

function explanation(id: string): string {
  const doc = everyRule.find((rule) => rule.id === id)?.doc ?? ''
  const why = doc.split(/^## /m).find((part) => part.startsWith('Why\n')) ?? ''
  return `**${id}**: ${leadOf(doc)}\n\n${why.slice('Why'.length).trim()}`
}
