import type { ReportedFinding } from '../lint/finding.js'
import type { Safety } from '../rules/rule.js'
import { startOfCharacter } from '../text/cut.js'
import { groupBy } from '../text/group-by.js'
import { indexLines } from '../text/lines.js'
import type { Checked } from './reporter.js'
import { counted, extent, INCOMPLETE, type Summary } from './summary.js'
import { printable } from './terminal.js'
import { cellsOf, fitting, fittingAtEnd, hanging, wrapped } from './terminal-width.js'

/** Longer excerpts are cut around the place that is pointed at, in cells; a narrower terminal lowers this. */
const WIDTH = 96

/** The least number of cells of a line to show, however narrow the terminal is. */
const LEAST = 24

/** What decides how findings are shown. */
type Manner = Pick<Checked, 'colours' | 'width'>

/** Findings for people, by file: the message, the place, the line itself with the place marked, and the fix. */
export function* pretty(checked: Checked): Generator<string> {
  const { findings, textOf } = checked
  for (const [path, own] of groupBy(findings, ({ path }) => path))
    yield prettyFile(path, own, textOf(path) ?? '', checked)
  yield prettyEnd({ ...checked, offers: offersIn(findings) })
}

/** The output for a file with findings. It depends on nothing but the arguments. */
export function prettyFile(path: string, findings: readonly ReportedFinding[], text: string, manner: Manner): string {
  const lines = indexLines(text)
  const blocks = findings.map((finding) => findingBlock(finding, text.slice(...lines.range(finding.line)), manner))
  return [manner.colours.bold(manner.colours.underline(printable(path))), ...blocks]
    .map((block) => `${block}\n\n`)
    .join('')
}

function findingBlock(finding: ReportedFinding, text: string, { colours, width }: Manner): string {
  const { line, column, severity, message, rule, related = [], fix } = finding
  const paint = severity === 'error' ? colours.red : colours.yellow
  const gutter = ' '.repeat(String(line).length)
  const place = `${line}:${column}`
  const indent = place.length + 6
  const said = wrapped(printable(message), width, indent)
  const last = said.pop() ?? ''
  const isBeside = wrapped(`${last}  ${rule}`, width, indent).length === 1
  const head = [...said, ...(isBeside ? [`${last}  ${colours.dim(rule)}`] : [last, colours.dim(rule)])]
  const { shown, mark } = excerpt(finding, text, width === null ? WIDTH : roomFor(width - gutter.length - 7))
  const lines =
    shown.trim() === ''
      ? []
      : [`    ${colours.dim(`${line} │`)} ${shown}`, `    ${colours.dim(`${gutter} │`)} ${paint(mark)}`]
  const others = related.map((other) => {
    const where = other.path === finding.path ? 'line ' : `${printable(other.path)}:`
    const told = wrapped(`${where}${other.line}: ${printable(other.message)}`, width, gutter.length + 7)
    return `    ${colours.dim(`${gutter} ╰ ${hanging(told, gutter.length + 7)}`)}`
  })
  return [
    `  ${paint(severity === 'error' ? '✖' : '▲')} ${colours.dim(place)}  ${hanging(head, indent)}`,
    ...lines,
    ...others,
    ...(fix ? [offerLine(fix, gutter, { colours, width })] : []),
  ].join('\n')
}

function offerLine(
  { safety, title }: NonNullable<ReportedFinding['fix']>,
  gutter: string,
  { colours, width }: Manner,
): string {
  const kind = safety === 'safe' ? 'fix' : 'unsafe fix'
  const indent = gutter.length + kind.length + 9
  return `    ${colours.dim(`${gutter} =`)} ${colours.green(kind)}: ${hanging(wrapped(printable(title), width, indent), indent)}`
}

/** How many cells of a line to show if the terminal has room for `cells`. */
function roomFor(cells: number): number {
  const marks = '…'.length * 2
  return Math.min(WIDTH, Math.max(LEAST, cells - marks))
}

/** The line with a mark under the place of the finding; cut if the room is too small. */
function excerpt({ line, column, endLine, endColumn }: ReportedFinding, text: string, room: number) {
  const start = column - 1
  const end = Math.max(start + 1, endLine > line ? text.trimEnd().length : endColumn - 1)
  const lead = Math.floor(room / 3)
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
  return `${closing(end)}\n`
}

function closing({ summary, offers: { safe, unsafe }, failures, fixCommand, colours }: End): string {
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
