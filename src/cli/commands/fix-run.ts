import type { Gathering } from '../../events/gathering.js'
import { unifiedDiff } from '../../fix/diff.js'
import { repositoryPath, repositoryRoot } from '../../source/repository.js'
import { writeAtomically } from '../../source/write.js'
import { once } from '../../text/memoize.js'
import type { Io } from '../process/io.js'
import { shownDiff } from '../process/shown-diff.js'
import type { Collected } from '../run/collected.js'
import { type OpenReport, type OpenRun, openReports } from '../run/reports.js'
import type { FixOptions } from './fix-options.js'
import type { Across } from './lint-across.js'

/** Does with a report's new text what was asked for, or throws a SourceError and leaves everything as it is. */
type Deliver = (open: OpenReport, text: string) => void

/** A run whose reports are to be fixed. */
export interface FixRun extends OpenRun {
  readonly deliver: Deliver
  /** Holds the reports against each other as they are now; once, whoever asks. */
  lookAcross(): Promise<Across>
  /** @throws UsageError where nothing can be delivered, whatever it is: nobody is to be asked about it then */
  mayDeliver?(): void
  /** Called when all reports have been taken. */
  end?(): void
}

/**
 * Opens the reports that are to be fixed, and knows where a fixed one goes: to its file, the index or the standard output.
 * @param authored the reports before any round
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
 */
export async function openFixRun(
  paths: readonly string[],
  options: FixOptions,
  io: Io,
  authored: Gathering | null,
): Promise<FixRun> {
  const lookingAt = (collect: () => Promise<Collected>): FixRun['lookAcross'] =>
    once(async () => (await import('./lint-across.js')).lintAcross(await collect(), authored))
  // What others dispute does not depend on which rules are wanted.
  const { rule: _, ...whole } = options
  if (options.stdin) {
    const { openStdin } = await import('../run/stdin.js')
    const run = await openStdin(paths, options, io)
    // What cannot be fixed is printed as it came in.
    let text = run.text
    return {
      ...run,
      lookAcross: lookingAt(async () => (await import('../run/collect-texts.js')).collectTexts(run, false, io)),
      deliver: (_, fixed) => {
        text = fixed
      },
      end: () => io.stdout.write(text),
    }
  }
  const cwd = io.cwd()
  const around = { cwd, root: repositoryRoot(cwd) }
  const show: Deliver = ({ absolute, report: { text } }, fixed) => {
    io.stdout.write(shownDiff(unifiedDiff(repositoryPath(absolute, around), text, fixed), io.stdout, io))
  }
  if (options.staged) {
    const { openStaged } = await import('./staged.js')
    const run = await openStaged(paths, options, io, options.unsafe)
    return {
      ...run,
      lookAcross: lookingAt(async () =>
        (await import('../run/collect-texts.js')).collectTexts(await openStaged(paths, whole, io), false, io),
      ),
      ...(options.write ? { deliver: run.restage, mayDeliver: run.mayRestage } : { deliver: show }),
    }
  }
  const write: Deliver = ({ absolute, report }, fixed) => writeAtomically(absolute, fixed, report.text, [cwd])
  return {
    ...(await openReports(paths, options, io, options.unsafe)),
    lookAcross: lookingAt(async () => (await import('../run/collect.js')).collect(paths, whole, false, io)),
    deliver: options.write ? write : show,
  }
}
