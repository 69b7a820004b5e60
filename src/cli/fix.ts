import type { ChalkInstance } from 'chalk'
import { type Converged, converge, type Lint } from '../fix/converge.js'
import { unifiedDiff } from '../fix/diff.js'
import { disprove } from '../fix/prove.js'
import type { Finding } from '../lint/finding.js'
import { lintReport } from '../lint/lint.js'
import { reading } from '../report/reading.js'
import { counted } from '../reporters/summary.js'
import { printable } from '../reporters/terminal.js'
import type { Safety } from '../rules/rule.js'
import { writeAtomically } from '../source/write.js'
import { coloursFor } from './colours.js'
import { failureLine } from './failure.js'
import { complain, type ExitCode, type Io } from './io.js'
import { type OpenReport, openReports } from './reports.js'
import type { Selection } from './settings.js'

export interface FixOptions extends Selection {
  readonly write?: boolean
  readonly unsafe?: boolean
}

/** What became of one report. */
type Outcome =
  | {
      readonly state: 'fixed'
      readonly text: string
      readonly fixed: readonly Finding[]
      readonly remaining: readonly Finding[]
    }
  | { readonly state: 'refused'; readonly reason: string; readonly remaining: readonly Finding[] }

/** Shows the fixes as a diff, or writes them. What it did, and what is left, goes to the standard error. */
export function fix(paths: readonly string[], options: FixOptions, io: Io): ExitCode {
  const { reports, failures } = openReports(paths, options, io)
  const safety: Safety = options.unsafe ? 'unsafe' : 'safe'
  const problems = [...failures]
  let changed = 0
  let fixes = 0
  const left: Finding[] = []

  for (const open of reports) {
    const { path, text } = open.report
    const outcome = mend(open, safety)
    left.push(...outcome.remaining)
    if (outcome.state === 'refused') {
      problems.push(`${path}: ${outcome.reason}`)
      continue
    }
    if (outcome.text === text) continue
    if (!options.write) io.stdout.write(shown(unifiedDiff(path, text, outcome.text), io))
    else {
      try {
        writeAtomically(open.absolute, outcome.text, text, [io.cwd()])
      } catch (error) {
        const line = failureLine(error, io.cwd())
        if (line === null) throw error
        problems.push(line.replace(open.absolute, path))
        continue
      }
    }
    changed++
    fixes += outcome.fixed.length
    for (const { line, fix: made } of outcome.fixed)
      if (options.write) io.stderr.write(`${printable(path)}:${line}: ${printable(made?.title ?? '')}\n`)
  }

  for (const problem of problems) complain(problem, io)
  io.stderr.write(summaryOf({ changed, fixes, left, options }))
  if (problems.length > 0) return 2
  if (options.write) return left.some(({ severity }) => severity === 'error') ? 1 : 0
  return changed > 0 ? 1 : 0
}

/** Fixes one report in memory and proves the result; a report that cannot be fixed without harm stays as it is. */
export function mend({ report, rebuild, settings }: OpenReport, safety: Safety): Outcome {
  const lint: Lint = (text) => lintReport(text === report.text ? report : rebuild(text), settings)
  const result: Converged = converge(report.text, lint, safety)
  if (result.state === 'refused') return { ...result, remaining: lint(report.text) }
  if (result.passes.length === 0) return { state: 'fixed', text: report.text, fixed: [], remaining: result.remaining }
  const disproof = disprove(report.text, result, lint, safety, reading)
  if (disproof)
    return { state: 'refused', reason: `nothing was fixed, because ${disproof}`, remaining: lint(report.text) }
  return {
    state: 'fixed',
    text: result.text,
    fixed: result.passes.flatMap(({ fixed }) => fixed),
    remaining: result.remaining,
  }
}

/** A diff byte for byte, as `git apply` wants it; for people, in colours and without what a terminal would obey. */
function shown(diff: string, io: Io): string {
  const colours = coloursFor(io.stdout, io)
  if (!io.stdout.isTTY && colours.level === 0) return diff
  return diff
    .split('\n')
    .map((line) => painted(io.stdout.isTTY ? printable(line.replace(/\r$/, '')) : line, colours))
    .join('\n')
}

function painted(line: string, colours: ChalkInstance): string {
  if (/^(?:---|\+\+\+) /.test(line)) return colours.bold(line)
  if (line.startsWith('@@')) return colours.cyan(line)
  if (line.startsWith('+')) return colours.green(line)
  return line.startsWith('-') ? colours.red(line) : line
}

interface Tally {
  readonly changed: number
  readonly fixes: number
  readonly left: readonly Finding[]
  readonly options: FixOptions
}

function summaryOf({ changed, fixes, left, options }: Tally): string {
  const done = options.write ? 'fixed' : 'can be fixed with --write'
  const head = fixes > 0 ? `${counted(fixes, 'finding')} in ${counted(changed, 'file')} ${done}` : 'nothing to fix'
  if (left.length === 0) return `${head}\n`
  const unsafe = left.filter(({ fix: offer }) => offer).length
  const byHand = left.length - unsafe
  const rest = [
    unsafe > 0 ? `${counted(unsafe, 'finding')} with a fix that needs --unsafe` : null,
    byHand > 0 ? `${counted(byHand, 'finding')} only the author can put right (see \`reportlint check\`)` : null,
  ]
  return `${head}; left: ${rest.filter(Boolean).join(', ')}\n`
}
