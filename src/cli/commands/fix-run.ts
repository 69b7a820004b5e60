import type { Gathering } from '../../events/gathering.js'
import { unifiedDiff } from '../../fix/diff.js'
import { repositoryPath, repositoryRoot } from '../../source/repository.js'
import { writeAtomically } from '../../source/write.js'
import { once } from '../../text/memoize.js'
import { formatDiff } from '../process/format-diff.js'
import type { Io } from '../process/io.js'
import type { Collected } from '../run/collected.js'
import { type OpenReport, type OpenRun, openReports } from '../run/open-reports.js'
import type { FixOptions } from './fix-options.js'
import type { Comparison } from './lint-across.js'

/** Writes or prints the fixed text of a report. Throws a SourceError if that fails, with nothing changed. */
type Deliver = (open: OpenReport, text: string) => void

/** A run that fixes reports. */
export interface FixRun extends OpenRun {
  readonly deliver: Deliver
  /** Compares the reports as they are now with each other; later calls return the result of the first. */
  compareReports(): Promise<Comparison>
  /** @throws UsageError if no fix at all can be delivered: then the user need not be asked about any */
  mayDeliver?(): void
  /** Called after the last report. */
  end?(): void
}

/**
 * Opens the reports to fix, and decides where the fixed text goes: to the file, to the index, as a diff or text to standard output.
 * @param authored the reports before the first round, as evidence; null to use the reports as they are now
 * @throws UsageError, ConfigError or SourceError for unusable options
 */
export async function openFixRun(
  paths: readonly string[],
  options: FixOptions,
  io: Io,
  authored: Gathering | null,
): Promise<FixRun> {
  const comparing = (collect: () => Promise<Collected>): FixRun['compareReports'] =>
    once(async () => (await import('./lint-across.js')).compareForFixes(await collect(), authored))
  // Whether other reports dispute a day does not depend on the rules that were asked for.
  const { rule: _, ...whole } = options
  if (options.stdin) {
    const { openStdin } = await import('../run/stdin.js')
    const run = await openStdin(paths, options, io)
    // Text that cannot be fixed is printed unchanged.
    let text = run.text
    return {
      ...run,
      compareReports: comparing(async () => (await import('../run/collect-texts.js')).collectTexts(run, false, io)),
      deliver: (_, fixed) => {
        text = fixed
      },
      end: () => io.stdout.write(text),
    }
  }
  const cwd = io.cwd()
  const around = { cwd, root: repositoryRoot(cwd) }
  const show: Deliver = ({ absolute, report: { text } }, fixed) => {
    io.stdout.write(formatDiff(unifiedDiff(repositoryPath(absolute, around), text, fixed), io.stdout, io))
  }
  if (options.staged) {
    const { openStaged } = await import('./staged.js')
    const run = await openStaged(paths, options, io, options.unsafe)
    return {
      ...run,
      compareReports: comparing(async () =>
        (await import('../run/collect-texts.js')).collectTexts(await openStaged(paths, whole, io), false, io),
      ),
      ...(options.write ? { deliver: run.restage, mayDeliver: run.mayRestage } : { deliver: show }),
    }
  }
  const write: Deliver = ({ absolute, report }, fixed) => writeAtomically(absolute, fixed, report.text, [cwd])
  return {
    ...(await openReports(paths, options, io, options.unsafe)),
    compareReports: comparing(async () => (await import('../run/collect.js')).collect(paths, whole, false, io)),
    deliver: options.write ? write : show,
  }
}
