import type { ReportedFinding } from '../lint/finding.js'
import { repositoryPath } from '../source/repository.js'
import type { Checked } from './reporter.js'
import { extent, outcome } from './summary.js'
import { printable } from './terminal.js'
import { inWords } from './wording.js'

/**
 * Workflow commands, which GitHub Actions turns into annotations beside the lines. Each message begins with the place, because the
 * log shows only the message of a command.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function github(checked: Checked): string {
  const { summary, failures } = checked
  const pathOf = (path: string): string => repositoryPath(path, checked)
  const commands = checked.findings.map((finding) => `${command(finding, pathOf)}\n`)
  return `${commands.join('')}${outcome(summary, failures)} · ${extent(summary)}\n`
}

function command(finding: ReportedFinding, pathOf: (path: string) => string): string {
  const { path, rule, severity, line, column, endLine, endColumn } = finding
  const properties = {
    title: rule,
    file: pathOf(path),
    line,
    endLine,
    col: column,
    // GitHub accepts an end column only if both lines are the same.
    ...(endLine === line && { endColumn }),
  }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${severity} ${list.join(',')}::${escapeData(inWords(finding, pathOf))}`
}

/** Escapes `%` and line ends, as the runner requires; other control characters, which would get into the log, are spelled out. */
function escapeData(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
