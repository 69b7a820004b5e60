import { dirname, relative, resolve } from 'node:path'
import { type Baseline, compareWith, parseBaseline, printBaseline, VERSION } from '../../lint/baseline.js'
import type { ReportedFinding } from '../../lint/finding.js'
import { fingerprinted, type KnownFinding } from '../../lint/fingerprint.js'
import { counted } from '../../reporters/summary.js'
import { eventRuleIds } from '../../rules/event-rule-ids.js'
import { createFiles } from '../../source/create.js'
import { pathExists } from '../../source/disk.js'
import { slashed } from '../../source/path.js'
import { readSource } from '../../source/read.js'
import { writeAtomically } from '../../source/write.js'
import { withFileName } from '../process/file-errors.js'
import { complain, type Io, UsageError } from '../process/io.js'
import type { CheckedTexts } from '../run/run.js'

export interface BaselineOptions {
  /** The file with the known findings. */
  readonly baseline?: string
  readonly updateBaseline?: boolean
  /** The rules of the run, if not all were run. */
  readonly rule?: readonly string[]
}

/** The findings, and the files that were checked. */
type CheckedFiles = Pick<CheckedTexts, 'findings' | 'files' | 'listed' | 'textOf' | 'sectionsOf'>

/**
 * The findings that are not in the baseline. Prints to standard error how many are, and which entries of the baseline no longer
 * occur. With `updateBaseline`, writes all findings into it and returns none.
 * @throws UsageError or SourceError for an unusable file
 */
export function newFindings(
  { findings, files, listed, textOf, sectionsOf }: CheckedFiles,
  { baseline: name, updateBaseline = false, rule: rules }: BaselineOptions,
  io: Io,
): readonly ReportedFinding[] {
  requireBaselineFile({ baseline: name, updateBaseline })
  if (name === undefined) return findings
  const cwd = io.cwd()
  const file = resolve(cwd, name)
  const pathOf = (path: string): string => slashed(relative(dirname(file), resolve(cwd, path)))
  const found = fingerprinted(findings, { textOf, sectionsOf, pathOf })
  const checked = new Set(files.map(pathOf))
  const compared = new Set(listed.map(pathOf))
  // Entries that this run did not check are neither found nor gone.
  const wasChecked = ({ path, rule }: KnownFinding): boolean =>
    (!rules || rules.includes(rule)) &&
    (checked.has(path) ||
      (compared.has(path) && eventRuleIds.includes(rule)) ||
      !pathExists(resolve(dirname(file), path)))

  const option = `--baseline ${name}`
  const before = pathExists(file) ? withFileName(option, () => readSource(file)).text : null
  const baseline = before === null ? null : baselineIn(before, name)
  if (updateBaseline) {
    const unchecked = baseline?.schemaVersion === VERSION ? baseline.findings.filter((known) => !wasChecked(known)) : []
    // By fingerprint, so that none is written twice.
    const all = new Map([...unchecked, ...found.values()].map((known) => [known.fingerprint, known]))
    withFileName(option, () => write(file, printBaseline([...all.values()]), before, cwd))
    io.stderr.write(`${counted(found.size, 'finding')} written to ${name}\n`)
    return []
  }
  if (!baseline) throw new UsageError(`${option}: there is no such file; --update-baseline writes it`)
  if (baseline.schemaVersion !== VERSION)
    throw new UsageError(
      `${option}: it was written by an earlier version, which identified findings differently: write it again with --update-baseline, for all reports`,
    )
  const { fresh, known, stale } = compareWith(baseline, found)
  const gone = stale.filter(wasChecked)
  if (known > 0) io.stderr.write(`${counted(known, 'finding')} known from ${name}\n`)
  for (const { path, rule, text } of gone) complain(`${name}: no longer found: ${path}: ${rule}: ${text}`, io)
  if (gone.length > 0) io.stderr.write('--update-baseline removes what is no longer found\n')
  return fresh
}

/** @throws UsageError if `updateBaseline` comes without a file to write */
export function requireBaselineFile({
  baseline,
  updateBaseline,
}: {
  baseline?: string | undefined
  updateBaseline?: boolean | undefined
}): void {
  if (updateBaseline && baseline === undefined)
    throw new UsageError('--update-baseline needs a file: name it with --baseline')
}

function baselineIn(text: string, name: string): Baseline {
  const baseline = parseBaseline(text.replace(/^\ufeff/, ''))
  if (baseline) return baseline
  throw new UsageError(
    `--baseline ${name}: this is not a baseline: name another file, or delete it and write a new one`,
  )
}

function write(file: string, text: string, before: string | null, cwd: string): void {
  if (before === null) createFiles([{ path: file, text }])
  else if (text !== before) writeAtomically(file, text, before, [cwd, dirname(file)])
}
