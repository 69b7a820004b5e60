import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { counted } from '../../reporters/summary.js'
import { printable } from '../../reporters/terminal.js'
import { cacheFolder } from '../../source/cache-file.js'
import { foldersBelow } from '../../source/discover.js'
import { openAccount } from '../../source/disk.js'
import { isWithin, shortened } from '../../source/path.js'
import { hasReportName } from '../../source/report-file.js'
import { repositoryRoot } from '../../source/repository.js'
import { PICTURE } from '../../source/site/meant-picture.js'
import { watchFolders } from '../../source/watch-folders.js'
import { failureLine } from '../process/failure.js'
import { complain, type ExitCode, type Io } from '../process/io.js'
import { onlyRules } from '../run/settings.js'
import { refuseNameless } from '../telling/baseline.js'

export interface WatchOptions {
  readonly config?: string
  readonly schema?: string
  readonly rule?: readonly string[]
  readonly baseline?: string
  readonly updateBaseline?: boolean
  /** A file that the result is written to: it is no change, and no more is a baseline that is updated. */
  readonly output?: string
}

/** What one save consists of comes within this time, in ms. */
const ONE_SAVE = 100

/** What settings stand in, by its name. */
const SETTINGS = /(?:\.(?:ya?ml|toml)|(?:^|[\\/])(?:\.reportlintrc\.json|package\.json|\.gitignore))$/i

/**
 * Checks, and checks again whenever something changes that may matter, until the user ends it. What keeps one check from
 * being done (a configuration that is just being written, say) does not end it.
 * @param check does it once, and prints
 * @returns 0 when the user has ended it or reads no more, 2 where there is nothing to watch, or no more
 * @throws UsageError for options that no change can put right
 */
export async function watchAndCheck(
  paths: readonly string[],
  { config, schema, rule = [], baseline, updateBaseline, output }: WatchOptions,
  check: () => Promise<ExitCode>,
  io: Io,
): Promise<ExitCode> {
  const cwd = io.cwd()
  // No file that changes would put these right.
  onlyRules(rule, cwd)
  refuseNameless({ baseline, updateBaseline })
  const given = (...names: (string | undefined)[]): string[] =>
    names.flatMap((name) => (name === undefined ? [] : resolve(cwd, name)))
  const named = given(...(paths.length > 0 ? paths : ['.']), config, schema, baseline)
  const own = given(output, updateBaseline ? baseline : undefined)
  // Every check writes there.
  const cache = cacheFolder(cwd, io.env)
  const changes = noChanges()
  const account = openAccount()
  let watched: ReadonlySet<string> = new Set()
  let read = filesIn(named.filter((path) => existsSync(path)))
  const folders = watchFolders((path) => {
    if (own.includes(path) || isWithin(path, cache) || isWithin(cache, path)) return
    // What was read counts whatever it is called.
    const wasRead = watched.has(path) || account.read.has(path) || read.has(path)
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
      // Before the files are read: what changes from here on is seen, or read.
      watched = foldersAround(named)
      folders.set([...watched, ...[...read].map(dirname)])
      await Promise.race([tried(check, io), ended])
      read = filesIn(account.read)
      folders.set([...watched, ...[...read].map(dirname)])
      if (watched.size === 0 && !isEnded) return 2
      if (io.stdout.isClosed) return 0
      // Where the screen is cleared, it is not seen any more.
      if ((isFirst || io.stdout.isTTY) && !isEnded) io.stderr.write('watching for changes; Ctrl-C ends it\n')
      await Promise.race([changes.come(), ended])
      if (!isEnded) await Promise.race([setTimeout(ONE_SAVE), ended])
      if (isEnded) return 0
      announce(changes.take(), io)
    }
  } finally {
    folders.close()
    account.close()
  }
}

/** The paths of what has changed since they were last taken. */
interface Changes {
  add(path: string): void
  /** Waits until there is one. */
  come(): Promise<void>
  take(): readonly string[]
}

function noChanges(): Changes {
  let paths = new Set<string>()
  let wake = (): void => {}
  return {
    add(path) {
      paths.add(path)
      wake()
    },
    come: () =>
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

/** Whether a file may be a report, a picture or settings, by its name. */
function mayCount(path: string): boolean {
  return hasReportName(path) || PICTURE.test(path) || SETTINGS.test(path)
}

/** Those of some paths that are no folders. A link changes where it leads to; what is gone may come again. */
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

/** Every folder that a check of the paths may look into: a picture or a configuration may lie beside them. */
function foldersAround(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    if (!existsSync(path)) continue
    const folder = isFolder(path) ? path : dirname(path)
    // A folder may be named though git ignores it.
    for (const one of [...foldersBelow(repositoryRoot(folder)), ...foldersBelow(folder)]) folders.add(one)
  }
  return folders
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Does a check; what keeps it from being done is said. */
async function tried(check: () => Promise<ExitCode>, io: Io): Promise<void> {
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
  // The screen shows what holds now; a log keeps everything.
  if (io.stdout.isTTY) io.stdout.write('\x1b[2J\x1b[3J\x1b[H')
  io.stderr.write(`${printable(shortened(first, io.cwd()))}${others} changed\n`)
}
