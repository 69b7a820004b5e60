import { unusedSuppression } from '../lint/unused-suppression.js'
import unusedSuppressionDoc from '../lint/unused-suppression.md'
import { docs } from '../rules/docs.js'
import { rules } from '../rules/index.js'
import { coloursFor } from './colours.js'
import type { ExitCode, Io } from './io.js'

/** Everything that a finding may be named after, with its doc. */
export const everyRule = [
  ...rules.map(({ id, severity, fixes }) => ({ id, severity, fixes, doc: docs[id] ?? '' })),
  { ...unusedSuppression, doc: unusedSuppressionDoc },
]

/** Prints every rule with its severity, its fix and what it reports. */
export function listRules(asJson: boolean, io: Io): ExitCode {
  const rows = everyRule.map(({ doc, ...rule }) => ({ ...rule, reports: leadOf(doc) }))
  if (asJson) {
    io.stdout.write(`${JSON.stringify({ schemaVersion: 1, rules: rows }, null, 2)}\n`)
    return 0
  }
  const colours = coloursFor(io.stdout, io)
  const width = Math.max(...rows.map(({ id }) => id.length))
  for (const { id, severity, fixes, reports } of rows) {
    const paint = severity === 'error' ? colours.red : colours.yellow
    const fix = fixes === 'never' ? colours.dim('–     ') : colours.green(fixes.padEnd(6))
    io.stdout.write(`${id.padEnd(width)}  ${paint(severity.padEnd(7))}  ${fix}  ${reports}\n`)
  }
  return 0
}

/** The first sentence of a doc. */
function leadOf(doc: string): string {
  return doc.split('\n\n')[1]?.replaceAll('\n', ' ').trim() ?? ''
}
