import type { Told } from '../lint/finding.js'
import type { Checked } from './reporter.js'
import { printable } from './terminal.js'

/** One line for each finding, as compilers write them: terminals and editors make the place a link. */
export function compact({ findings }: Checked): string {
  return findings.map(compactLine).join('')
}

export function compactLine({ path, line, column, severity, message, rule }: Told): string {
  return `${printable(path)}:${line}:${column}: ${severity} ${printable(message)} [${printable(rule)}]\n`
}
