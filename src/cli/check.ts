import { resolve } from 'node:path'
import { byPlace } from '../lint/lint.js'
import { type Format, formats } from '../reporters/index.js'
import { summarize } from '../reporters/summary.js'
import { repositoryRoot } from '../source/repository.js'
import type { BaselineOptions } from './baseline.js'
import { coloursFor } from './colours.js'
import { complain, type ExitCode, type Io } from './io.js'
import { readReport } from './read-report.js'
import { type RunOptions, run } from './run.js'

export interface CheckOptions extends RunOptions, BaselineOptions {
  readonly format: Format
  /** What git's index holds, as it is staged. */
  readonly staged?: boolean
  readonly maxWarnings?: number
  readonly quiet?: boolean
}

/** The formats that show the edits of fixes. */
const EDITED: ReadonlySet<Format> = new Set(['sarif'])

/** Checks reports and prints the findings. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const cwd = io.cwd()
  const withEdits = EDITED.has(options.format)
  const { examined, passedOver, failures, textOf } = options.staged
    ? await (await import('./check-staged.js')).checkStaged(paths, options, withEdits, io)
    : { ...(await run(paths, options, withEdits, io)), textOf: textsBelow(cwd) }
  const files = examined.map(({ path }) => path)
  const found = examined.flatMap(({ findings }) => findings).sort(byPlace)
  const all =
    options.baseline === undefined && !options.updateBaseline
      ? found
      : (await import('./baseline.js')).unknownFindings({ findings: found, files, textOf }, options, io)
  const findings = options.quiet ? all.filter(({ severity }) => severity === 'error') : all
  const summary = summarize(findings, examined.length, passedOver)

  for (const failure of failures) complain(failure, io)
  const show = await formats[options.format]()
  const shown = show({
    findings,
    summary,
    files,
    failures,
    textOf,
    cwd,
    root: repositoryRoot(cwd),
    colours: coloursFor(io.stdout, io),
  })
  io.stdout.write(shown)

  if (failures.length > 0) return 2
  const tooMany =
    options.maxWarnings !== undefined &&
    all.filter(({ severity }) => severity === 'warning').length > options.maxWarnings
  if (tooMany) complain(`more warnings than --max-warnings ${options.maxWarnings} allows`, io)
  return summary.errors > 0 || tooMany ? 1 : 0
}

/** Texts of reports, read again when they are asked for: a run keeps none. */
function textsBelow(cwd: string): (path: string) => string | null {
  const texts = new Map<string, string | null>()
  return (path) => {
    const known = texts.get(path)
    if (known !== undefined) return known
    const text = textOr(null, path, cwd)
    texts.set(path, text)
    return text
  }
}

function textOr(otherwise: null, path: string, cwd: string): string | null {
  try {
    return readReport(path, resolve(cwd, path))
  } catch {
    return otherwise
  }
}
