import type { Checked } from './index.js'
import { printable } from './terminal.js'

/** One line for each finding, as compilers write them: terminals and editors make the place a link. */
export function compact({ findings }: Checked): string {
  return findings
    .map(
      ({ path, line, column, severity, message, rule }) =>
        `${printable(path)}:${line}:${column}: ${severity} ${printable(message)} [${printable(rule)}]\n`,
    )
    .join('')
}
