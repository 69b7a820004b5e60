import { everyRule, leadOf } from '../lint/every-rule.js'
import { coloursFor } from './colours.js'
import type { ExitCode, Io } from './io.js'

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
