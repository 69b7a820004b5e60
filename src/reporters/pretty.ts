import type { Told } from '../lint/finding.js'
import type { Safety } from '../rules/rule.js'
import { startOfCharacter } from '../text/cut.js'
import { groupBy } from '../text/group-by.js'
import { indexLines } from '../text/lines.js'
import type { Colours } from './colours.js'
import type { Checked } from './reporter.js'
import { counted, extent, INCOMPLETE } from './summary.js'
import { printable } from './terminal.js'

/** Longer lines are cut around what is pointed at. */
const WIDTH = 96

/** Findings for people, by file: what, where, the line itself with the place marked, and what can be done. */
export function* pretty(checked: Checked): Generator<string> {
  const { findings, textOf, colours } = checked
  for (const [path, own] of groupBy(findings, ({ path }) => path)) {
    const text = textOf(path) ?? ''
    const lines = indexLines(text)
    const blocks = own.map((finding) => findingBlock(finding, text.slice(...lines.range(finding.line)), colours))
    yield [colours.bold(colours.underline(printable(path))), ...blocks].map((block) => `${block}\n\n`).join('')
  }
  yield `${closing(checked)}\n`
}

function findingBlock(finding: Told, text: string, colours: Colours): string {
  const { line, column, severity, message, rule, related = [], fix } = finding
  const paint = severity === 'error' ? colours.red : colours.yellow
  const gutter = ' '.repeat(String(line).length)
  const head = `  ${paint(severity === 'error' ? '✖' : '▲')} ${colours.dim(`${line}:${column}`)}  ${printable(message)}  ${colours.dim(rule)}`
  const { shown, mark } = excerpt(finding, text)
  const lines =
    shown.trim() === ''
      ? []
      : [`    ${colours.dim(`${line} │`)} ${shown}`, `    ${colours.dim(`${gutter} │`)} ${paint(mark)}`]
  const others = related.map(
    (other) =>
      `    ${colours.dim(`${gutter} ╰ ${other.path === finding.path ? 'line ' : `${printable(other.path)}:`}${other.line}: ${printable(other.message)}`)}`,
  )
  const offer = fix
    ? [
        `    ${colours.dim(`${gutter} =`)} ${colours.green(fix.safety === 'safe' ? 'fix' : 'unsafe fix')}: ${printable(fix.title)}`,
      ]
    : []
  return [head, ...lines, ...others, ...offer].join('\n')
}

/** The line with the place of the finding underlined. */
function excerpt({ line, column, endLine, endColumn }: Told, text: string): { shown: string; mark: string } {
  const start = column - 1
  const end = Math.max(start + 1, endLine > line ? text.trimEnd().length : endColumn - 1)
  const from = end <= WIDTH ? 0 : startOfCharacter(text, Math.max(0, start - Math.floor(WIDTH / 3)))
  const to = text.length <= from + WIDTH ? text.length : startOfCharacter(text, from + WIDTH)
  const lead = from > 0 ? '…' : ''
  const shown = lead + text.slice(from, to).trimEnd() + (to < text.length ? '…' : '')
  const before = lead + text.slice(from, start)
  const marked = text.slice(start, Math.min(end, to))
  // A tab is as wide as the terminal likes; a blank is as wide as its mark.
  return {
    shown: printable(shown).replaceAll('\t', ' '),
    mark: ' '.repeat(columns(before)) + '━'.repeat(Math.max(1, columns(marked))),
  }
}

/** How many cells of a terminal a text takes: combining marks none, pictures and East Asian letters two. */
function columns(text: string): number {
  if (/^[ -~À-ɏḀ-ỹ]*$/.test(text)) return text.length
  let width = 0
  for (const character of printable(text)) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue
    width += /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(
      character,
    )
      ? 2
      : 1
  }
  return width
}

function closing({ findings, summary, failures, fixCommand, colours }: Checked): string {
  const { files, errors, warnings } = summary
  const checked = extent(summary)
  const outcome = [
    errors > 0 ? colours.red(counted(errors, 'error')) : null,
    warnings > 0 ? colours.yellow(counted(warnings, 'warning')) : null,
    failures.length > 0 ? colours.red(INCOMPLETE) : null,
  ].filter(Boolean)
  if (outcome.length === 0) return files === 0 ? checked : `${colours.green('✔')} ${checked}: nothing to report`
  const safe = findings.filter(({ fix }) => fix?.safety === 'safe').length
  const unsafe = findings.filter(({ fix }) => fix?.safety === 'unsafe').length
  const command = (safety: Safety): string => colours.bold(printable(fixCommand(safety)))
  const offers = [
    safe > 0 ? `  ${command('safe')} fixes ${safe} of them` : null,
    unsafe > 0
      ? `  ${command('unsafe')} fixes ${safe > 0 ? `${unsafe} more` : `${unsafe} of them`}; read the diff first`
      : null,
  ]
  return [`${outcome.join(', ')} · ${checked}`, ...offers.filter(Boolean)].join('\n')
}
