import { everyRule, leadOf } from '../../lint/every-rule.js'
import { hanging, wrapped } from '../../reporters/terminal-width.js'
import { coloursFor } from '../process/colours.js'
import type { ExitCode, Io, Output } from '../process/io.js'
import { widthOf } from '../process/width.js'

/** Prints every rule with its severity, the safety of its fixes, and what it reports. */
export function listRules(asJson: boolean, io: Io): ExitCode {
  const rows = everyRule.map(({ doc, ...rule }) => ({ ...rule, reports: leadOf(doc) }))
  if (asJson) {
    io.stdout.write(`${JSON.stringify({ schemaVersion: 1, rules: rows }, null, 2)}\n`)
    return 0
  }
  const colours = coloursFor(io.stdout, io)
  const width = Math.max(...rows.map(({ id }) => id.length))
  for (const { id, severity, fixes, reports } of rows) {
    const [name, weight, fix] = [id.padEnd(width), severity.padEnd(7), (fixes === 'never' ? '–' : fixes).padEnd(6)]
    const indent = `${name}  ${weight}  ${fix}  `.length
    const paintedWeight = (severity === 'error' ? colours.red : colours.yellow)(weight)
    const paintedFix = (fixes === 'never' ? colours.dim : colours.green)(fix)
    io.stdout.write(`${name}  ${paintedWeight}  ${paintedFix}${beside(reports, indent, io.stdout)}\n`)
  }
  return 0
}

/** The least width in cells of the last column. */
const MIN_LAST_COLUMN = 30

/** The indent of the last column if it goes below the others. */
const INDENT_BELOW = 4

/** What a rule reports: beside the other columns, or below them if the terminal is too narrow. */
function beside(reports: string, indent: number, output: Output): string {
  const width = widthOf(output)
  if (width === null || width - indent >= MIN_LAST_COLUMN)
    return `  ${hanging(wrapped(reports, width, indent), indent)}`
  return hanging(['', ...wrapped(reports, width, INDENT_BELOW)], INDENT_BELOW)
}
