import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { counted } from '../../reporters/summary.js'
import { printable } from '../../reporters/terminal.js'
import { cacheFolder } from '../../source/cache-file.js'
import { foldersBelow } from '../../source/discover.js'
import { openAccessLog } from '../../source/disk.js'
import { isWithin, shortened } from '../../source/path.js'
import { hasReportName } from '../../source/report-file.js'
import { repositoryRoot } from '../../source/repository.js'
import { PICTURE } from '../../source/site/intended-picture.js'
import { watchFolders } from '../../source/watch-folders.js'
import { requireBaselineFile } from '../output/baseline.js'
import { failureLine } from '../process/failure.js'
import { complain, type ExitCode, type Io } from '../process/io.js'
import { onlyRules } from '../run/settings.js'

export interface WatchOptions {
  readonly config?: string
  readonly schema?: string
  readonly rule?: readonly string[]
  readonly baseline?: string
  readonly updateBaseline?: boolean
  /** The file for the results. Changes of it are ignored, like those of a baseline that is updated. */
  readonly output?: string
}

/** All changes of a single save arrive within this time. */
const SAVE_MS = 100

/** The names of files with settings. */
const SETTINGS = /(?:\.(?:ya?ml|toml)|(?:^|[\\/])(?:\.reportlintrc\.json|package\.json|\.gitignore))$/i

/**
 * Checks, and checks again after every relevant change, until the user ends it. A check that fails, such as for a half-written
 * configuration, does not end it.
 * @param check runs one check, and prints the results
 * @returns 0 when the user ends it or closes the output, 2 if there is nothing left to watch
 * @throws UsageError for options that no change of a file can make valid
 */
export async function watchAndCheck(
  paths: readonly string[],
  { config, schema, rule = [], baseline, updateBaseline, output }: WatchOptions,
  check: () => Promise<ExitCode>,
  io: Io,
): Promise<ExitCode> {
  const cwd = io.cwd()
  // Invalid options are reported at once, because no change of a file makes them valid.
  onlyRules(rule, cwd)
  requireBaselineFile({ baseline, updateBaseline })
  const given = (...names: (string | undefined)[]): string[] =>
    names.flatMap((name) => (name === undefined ? [] : resolve(cwd, name)))
  const named = given(...(paths.length > 0 ? paths : ['.']), config, schema, baseline)
  const own = given(output, updateBaseline ? baseline : undefined)
  // Every check writes to the cache, which must not cause another check.
  const cache = cacheFolder(cwd, io.env)
  const changes = collectChanges()
  const log = openAccessLog()
  let watched: ReadonlySet<string> = new Set()
  let read = filesIn(named.filter((path) => existsSync(path)))
  const folders = watchFolders((path) => {
    if (own.includes(path) || isWithin(path, cache) || isWithin(cache, path)) return
    // A file that was read counts, whatever its name.
    const wasRead = watched.has(path) || log.read.has(path) || read.has(path)
    if (wasRead || mayCount(path) || isFolder(path)) changes.add(path)
  })
  let isEnded = false
  const ended = new Promise<void>((resolve) => {
    io.once?.('SIGINT', () => {
      isEnded = true
      resolve()
    })
  })

  try {
    for (let isFirst = true; ; isFirst = false) {
      // Watch before the files are read, so that no change is missed.
      watched = foldersAround(named)
      folders.set([...watched, ...[...read].map(dirname)])
      await Promise.race([runReporting(check, io), ended])
      read = filesIn(log.read)
      folders.set([...watched, ...[...read].map(dirname)])
      if (watched.size === 0 && !isEnded) return 2
      if (io.stdout.isClosed) return 0
      // Again after each check on a terminal, because the screen is cleared.
      if ((isFirst || io.stdout.isTTY) && !isEnded) io.stderr.write('watching for changes; press Ctrl-C to stop\n')
      await Promise.race([changes.next(), ended])
      if (!isEnded) await Promise.race([setTimeout(SAVE_MS), ended])
      if (isEnded) return 0
      announce(changes.take(), io)
    }
  } finally {
    folders.close()
    log.close()
  }
}

/** Collects the paths that change. */
interface Changes {
  add(path: string): void
  /** Resolves as soon as there is a change. */
  next(): Promise<void>
  take(): readonly string[]
}

function collectChanges(): Changes {
  let paths = new Set<string>()
  let wake = (): void => {}
  return {
    add(path) {
      paths.add(path)
      wake()
    },
    next: () =>
      new Promise((resolve) => {
        wake = resolve
        if (paths.size > 0) resolve()
      }),
    take() {
      const taken = [...paths]
      paths = new Set()
      return taken
    },
  }
}

/** Whether a file may be a report, a picture or settings, judging by its name. */
function mayCount(path: string): boolean {
  return hasReportName(path) || PICTURE.test(path) || SETTINGS.test(path)
}

/** The paths that are no folders, with symbolic links resolved. Missing files are included, because they may come back. */
function filesIn(paths: Iterable<string>): ReadonlySet<string> {
  return new Set([...paths].map(realFile).filter((path) => !isFolder(path)))
}

function realFile(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : path
  } catch {
    return path
  }
}

/** Every folder that a check of the paths may read: pictures and configurations may be in any of them. */
function foldersAround(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    if (!existsSync(path)) continue
    const folder = isFolder(path) ? path : dirname(path)
    // A named folder is included even if git ignores it.
    for (const one of [...foldersBelow(repositoryRoot(folder)), ...foldersBelow(folder)]) folders.add(one)
  }
  return folders
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Runs a check, and prints why if it fails. */
async function runReporting(check: () => Promise<ExitCode>, io: Io): Promise<void> {
  try {
    await check()
  } catch (error) {
    const line = failureLine(error, io.cwd())
    if (line === null) throw error
    complain(line, io)
  }
}

function announce(changed: readonly string[], io: Io): void {
  const [first = ''] = changed
  const others = changed.length > 1 ? ` and ${counted(changed.length - 1, 'other')}` : ''
  // The screen shows only the latest results; a log keeps all.
  if (io.stdout.isTTY) io.stdout.write('\x1b[2J\x1b[3J\x1b[H')
  io.stderr.write(`${printable(shortened(first, io.cwd()))}${others} changed\n`)
}
