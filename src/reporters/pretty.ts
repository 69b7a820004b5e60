import type { ReportedFinding } from '../lint/finding.js'
import type { Safety } from '../rules/rule.js'
import { startOfCharacter } from '../text/cut.js'
import { groupBy } from '../text/group-by.js'
import { indexLines } from '../text/lines.js'
import type { Checked } from './reporter.js'
import { counted, extent, INCOMPLETE, type Summary } from './summary.js'
import { printable } from './terminal.js'
import { cellsOf, fitting, fittingAtEnd, hanging, wrapped } from './terminal-width.js'

/** The most cells of a line to show: longer lines are cut around the place of the finding. */
const MAX_EXCERPT = 96

/** The fewest cells of a line to show, however narrow the terminal is. */
const MIN_EXCERPT = 24

/** The colours to use, and the width of the terminal. */
type Style = Pick<Checked, 'colours' | 'width'>

/** Findings for people, by file: the message, the place, the line itself with the place marked, and the fix. */
export function* pretty(checked: Checked): Generator<string> {
  const { findings, textOf } = checked
  for (const [path, own] of groupBy(findings, ({ path }) => path))
    yield prettyFile(path, own, textOf(path) ?? '', checked)
  yield prettyEnd({ ...checked, offers: offersIn(findings) })
}

/** The output for a file with findings. It depends on nothing but the arguments. */
export function prettyFile(path: string, findings: readonly ReportedFinding[], text: string, style: Style): string {
  const lines = indexLines(text)
  const blocks = findings.map((finding) => findingBlock(finding, text.slice(...lines.range(finding.line)), style))
  return [style.colours.bold(style.colours.underline(printable(path))), ...blocks]
    .map((block) => `${block}\n\n`)
    .join('')
}

/** The cells around the place in the first line: `  ✖ 12:3  message`. */
const AROUND_PLACE = '  ✖ '.length + '  '.length

/** The cells around the line number in the other lines: `    12 │ text`. */
const AROUND_NUMBER = '    '.length + ' │ '.length

function findingBlock(finding: ReportedFinding, text: string, style: Style): string {
  const { line, severity, fix } = finding
  const { colours, width } = style
  const gutter = ' '.repeat(String(line).length)
  const { shown, mark } = excerpt(finding, text, excerptRoom(width, gutter))
  const paint = painter(severity, style)
  return [
    messageLines(finding, style),
    ...(shown.trim() === ''
      ? []
      : [`    ${colours.dim(`${line} │`)} ${shown}`, `    ${colours.dim(`${gutter} │`)} ${paint(mark)}`]),
    ...relatedLines(finding, gutter, style),
    ...(fix ? [offerLine(fix, gutter, style)] : []),
  ].join('\n')
}

function painter(severity: ReportedFinding['severity'], { colours }: Style): (text: string) => string {
  return severity === 'error' ? colours.red : colours.yellow
}

/** The place, the message and the rule; the rule goes on a line of its own if there is no room after the message. */
function messageLines({ line, column, severity, message, rule }: ReportedFinding, style: Style): string {
  const { colours, width } = style
  const place = `${line}:${column}`
  const indent = place.length + AROUND_PLACE
  const lines = wrapped(printable(message), width, indent)
  const last = lines.pop() ?? ''
  const isBeside = wrapped(`${last}  ${rule}`, width, indent).length === 1
  const all = [...lines, ...(isBeside ? [`${last}  ${colours.dim(rule)}`] : [last, colours.dim(rule)])]
  const sign = painter(severity, style)(severity === 'error' ? '✖' : '▲')
  return `  ${sign} ${colours.dim(place)}  ${hanging(all, indent)}`
}

/** The other places that the finding mentions. */
function relatedLines({ path, related = [] }: ReportedFinding, gutter: string, { colours, width }: Style): string[] {
  const indent = gutter.length + AROUND_NUMBER
  return related.map((other) => {
    const where = other.path === path ? 'line ' : `${printable(other.path)}:`
    const lines = wrapped(`${where}${other.line}: ${printable(other.message)}`, width, indent)
    return `    ${colours.dim(`${gutter} ╰ ${hanging(lines, indent)}`)}`
  })
}

function offerLine(
  { safety, title }: NonNullable<ReportedFinding['fix']>,
  gutter: string,
  { colours, width }: Style,
): string {
  const kind = safety === 'safe' ? 'fix' : 'unsafe fix'
  const indent = gutter.length + AROUND_NUMBER + `${kind}: `.length
  return `    ${colours.dim(`${gutter} =`)} ${colours.green(kind)}: ${hanging(wrapped(printable(title), width, indent), indent)}`
}

/** How many cells of a line to show. @param width of the terminal in cells; null if the output does not go to one */
function excerptRoom(width: number | null, gutter: string): number {
  if (width === null) return MAX_EXCERPT
  const marks = '…'.length * 2
  return Math.min(MAX_EXCERPT, Math.max(MIN_EXCERPT, width - gutter.length - AROUND_NUMBER - marks))
}

/** A cut excerpt shows the place of the finding after this part of its room: a third. */
const LEAD_PART = 3

/** The line with a mark under the place of the finding; cut if the room is too small. */
function excerpt({ line, column, endLine, endColumn }: ReportedFinding, text: string, room: number) {
  const start = column - 1
  const end = Math.max(start + 1, endLine > line ? text.trimEnd().length : endColumn - 1)
  const lead = Math.floor(room / LEAD_PART)
  const from = fitting(text, room) >= end ? 0 : startOfCharacter(text, start - fittingAtEnd(text.slice(0, start), lead))
  const to = startOfCharacter(text, from + fitting(text.slice(from), room))
  const sign = from > 0 ? '…' : ''
  const shown = sign + text.slice(from, to).trimEnd() + (to < text.length ? '…' : '')
  const before = sign + text.slice(from, start)
  const marked = text.slice(start, Math.min(end, to))
  // The width of a tab depends on the terminal, so it becomes a space.
  return {
    shown: printable(shown).replaceAll('\t', ' '),
    mark: ' '.repeat(cellsOf(before)) + '━'.repeat(Math.max(1, cellsOf(marked))),
  }
}

/** How many findings offer a fix, by its safety. */
export type Offers = Readonly<Record<Safety, number>>

export function offersIn(findings: readonly ReportedFinding[]): Offers {
  return {
    safe: findings.filter(({ fix }) => fix?.safety === 'safe').length,
    unsafe: findings.filter(({ fix }) => fix?.safety === 'unsafe').length,
  }
}

interface End extends Pick<Checked, 'failures' | 'fixCommand' | 'colours'> {
  readonly summary: Omit<Summary, 'fixable'>
  readonly offers: Offers
}

/** The last lines of the output. */
export function prettyEnd(end: End): string {
  return `${summaryLines(end)}\n`
}

function summaryLines({ summary, offers: { safe, unsafe }, failures, fixCommand, colours }: End): string {
  const { files, errors, warnings } = summary
  const checked = extent(summary)
  const outcome = [
    errors > 0 ? colours.red(counted(errors, 'error')) : null,
    warnings > 0 ? colours.yellow(counted(warnings, 'warning')) : null,
    failures.length > 0 ? colours.red(INCOMPLETE) : null,
  ].filter(Boolean)
  if (outcome.length === 0) return files === 0 ? checked : `${colours.green('✔')} ${checked}: nothing to report`
  const command = (safety: Safety): string => colours.bold(printable(fixCommand(safety)))
  const offers = [
    safe > 0 ? `  ${command('safe')} fixes ${safe} of them` : null,
    unsafe > 0
      ? `  ${command('unsafe')} fixes ${safe > 0 ? `${unsafe} more` : `${unsafe} of them`}; read the diff first`
      : null,
  ]
  return [`${outcome.join(', ')} · ${checked}`, ...offers.filter(Boolean)].join('\n')
}
