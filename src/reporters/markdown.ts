import type { ReportedFinding } from '../lint/finding.js'
import { repositoryPath } from '../source/repository.js'
import { compare } from '../text/compare.js'
import { groupBy } from '../text/group-by.js'
import type { Checked } from './reporter.js'
import { counted, extent, outcome, tally } from './summary.js'
import { printable } from './terminal.js'

/** GitHub shows no job summary of more than 1 MiB. */
const MAX_BYTES = 1_000_000

/** A damaged page can have a hundred findings of one rule; a few are enough to show what is wrong. */
const MAX_OF_A_RULE = 10

const MAX_FAILURES = 50

/** A summary for a CI job: how many findings each rule has, and the findings of each report, collapsed. */
export function markdown(checked: Checked): string {
  const { findings, summary, failures } = checked
  const pathOf = (path: string): string => repositoryPath(path, checked)
  const head = [
    `## reportlint: ${outcome(summary, failures)}\n`,
    `${extent(summary)}.\n`,
    ...(failures.length > 0 ? [unread(failures)] : []),
    ...(findings.length > 0 ? [counts(findings)] : []),
  ]
  const files = [...groupBy(findings, ({ path }) => path)]
  const blocks = files.map(([path, own]) => fileBlock(path, own, files.length === 1, pathOf))
  return [...head, ...fitting(blocks, files), ...(findings.length > 0 ? [offers(checked)] : [])].join('\n')
}

function unread(failures: readonly string[]): string {
  const left = failures.length - MAX_FAILURES
  const lines = [
    ...failures.slice(0, MAX_FAILURES).map((failure) => `- ❌ ${dead(failure)}`),
    ...(left > 0 ? [`- … and ${left} more`] : []),
  ]
  return `**Could not be checked:**\n\n${lines.join('\n')}\n`
}

function counts(findings: readonly ReportedFinding[]): string {
  const rows = [...groupBy(findings, ({ rule }) => rule)]
    .sort(([a, own], [b, others]) => others.length - own.length || compare(a, b))
    .map(([rule, own]) => row(code(rule), own))
  return ['| Rule | Errors | Warnings | With a fix |', '|:--|--:|--:|--:|', ...rows, row('**all**', findings), ''].join(
    '\n',
  )
}

function row(label: string, findings: readonly ReportedFinding[]): string {
  const { errors, warnings, fixable } = tally(findings)
  return `| ${label} | ${errors || ''} | ${warnings || ''} | ${fixable || ''} |`
}

type PathOf = (path: string) => string

function fileBlock(path: string, findings: readonly ReportedFinding[], isOpen: boolean, pathOf: PathOf): string {
  const byRule = groupBy(findings, ({ rule }) => rule)
  const shown = new Set([...byRule.values()].flatMap((own) => own.slice(0, MAX_OF_A_RULE)))
  const more = [...byRule].filter(([, own]) => own.length > MAX_OF_A_RULE)
  return [
    `<details${isOpen ? ' open' : ''}>`,
    `<summary>${code(pathOf(path))}: ${outcome(tally(findings))}</summary>`,
    '',
    '| | Place | Finding | Rule |',
    '|:--|:--|:--|:--|',
    ...findings.filter((finding) => shown.has(finding)).map((finding) => findingRow(finding, pathOf)),
    ...more.map(([rule, own]) => `| | | … and ${own.length - MAX_OF_A_RULE} more like these | ${code(rule)} |`),
    '',
    '</details>',
    '',
  ].join('\n')
}

function findingRow(finding: ReportedFinding, pathOf: PathOf): string {
  const { path, severity, line, column, message, rule, related = [], fix } = finding
  const parts = [
    dead(message),
    ...related.map((other) => {
      const file = other.path === path ? '' : `${dead(pathOf(other.path))}, `
      return `↳ ${file}line ${other.line}: ${dead(other.message)}`
    }),
    ...(fix ? [`🔧 ${fix.safety === 'safe' ? 'fix' : 'unsafe fix'}: ${dead(fix.title)}`] : []),
  ]
  return `| ${severity === 'error' ? '❌' : '⚠️'} | ${line}:${column} | ${parts.join('<br>')} | ${code(rule)} |`
}

/** The blocks from the beginning that fit into the given size, and how many are left out. */
function fitting(
  blocks: readonly string[],
  files: readonly (readonly [string, readonly ReportedFinding[]])[],
): string[] {
  let bytes = 0
  const end = blocks.findIndex((block) => {
    bytes += Buffer.byteLength(block)
    return bytes > MAX_BYTES
  })
  if (end < 0) return [...blocks]
  const left = files.slice(end)
  const findings = left.reduce((sum, [, own]) => sum + own.length, 0)
  return [
    ...blocks.slice(0, end),
    `… and ${counted(findings, 'finding')} in ${counted(left.length, 'report')} more than there is room for here.\n`,
  ]
}

function offers({ findings, fixCommand }: Checked): string {
  const safe = findings.filter(({ fix }) => fix?.safety === 'safe').length
  const mend = safe > 0 ? `${code(fixCommand('safe'))} fixes ${safe} of them. ` : ''
  return `${mend}${code('reportlint explain RULE')} says why a rule exists.\n`
}

function code(text: string): string {
  return `<code>${dead(text)}</code>`
}

/**
 * What GitHub and GitLab turn into links and images after parsing the Markdown: mentions, numbers of issues and the like, URLs,
 * `:names:` of emoji.
 */
const REFERENCE = /@|[#!$%&~^](?=\d)|:(?=[\w+-]{1,80}:|\/\/)|(?<=www)(?=\.)/gi

/** Characters that could be markup in Markdown, in HTML or in a table cell, and the zero-width space. */
const MARK = /[&<>`*_~[\]\\|$!{}^\u200b]/g

/**
 * Escapes text so that it is shown literally: a zero-width space breaks references, and markup characters become character
 * references.
 */
function dead(text: string): string {
  return printable(text)
    .replace(/\s+/g, ' ')
    .replace(REFERENCE, '$&\u200b')
    .replace(MARK, (mark) => `&#${mark.charCodeAt(0)};`)
}
