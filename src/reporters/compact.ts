import type { ReportedFinding } from '../lint/finding.js'
import { type Colours, PLAIN } from './colours.js'
import type { Checked } from './reporter.js'
import { printable } from './terminal.js'

/** One line for each finding, in the format of compiler messages: terminals and editors turn the place into a link. */
export function compact({ findings }: Checked): string {
  return findings.map((finding) => compactLine(finding)).join('')
}

/** One finding, with a line end. */
export function compactLine(
  { path, line, column, severity, message, rule }: ReportedFinding,
  { red, yellow, dim }: Colours = PLAIN,
): string {
  const weight = severity === 'error' ? red(severity) : yellow(severity)
  return `${printable(path)}:${line}:${column}: ${weight} ${printable(message)} ${dim(`[${printable(rule)}]`)}\n`
}
