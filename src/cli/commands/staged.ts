import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { GitError, openRepository } from '../../source/git/git.js'
import {
  indexedFiles,
  isIndexOfSingleFiles,
  readStaged,
  type StagedFile,
  stagedFiles,
} from '../../source/git/git-index.js'
import { isWithin, slashed } from '../../source/path.js'
import { decode, SourceError } from '../../source/read.js'
import { hasReportName, isReportFile } from '../../source/report-file.js'
import { type Entry, neighboursOf } from '../../source/site/neighbours.js'
import { attempt } from '../process/attempt.js'
import { type Io, UsageError } from '../process/io.js'
import { acrossOnly, type NearReport, type OpenReport, type OpenRun, openerFor } from '../run/reports.js'
import type { Selection } from '../run/settings.js'
import { failureOf, reasonOf } from '../run/targets.js'
import { restage } from './restage.js'

/** A run over what git's index holds. */
export interface StagedRun extends OpenRun {
  /** What lies near the reports; to be asked for when all of them have been taken. */
  near(): Iterable<NearReport>
  /** @throws UsageError where git would throw away whatever is restaged */
  mayRestage(): void
  /**
   * Stages a new text for a report, and changes its working file alike.
   * @throws UsageError as `mayRestage` does; SourceError where it cannot be done
   */
  restage(open: OpenReport, text: string): void
}

/**
 * Opens the staged reports, their texts as they are staged, below the paths or anywhere in the repository. Configurations and
 * pictures are those of the working tree.
 * @param withIndexPages also the index pages, for which the rules on single reports are off
 * @throws UsageError where there is no git, or no repository
 */
export async function openStaged(
  paths: readonly string[],
  selection: Selection,
  io: Io,
  withIndexPages = false,
): Promise<StagedRun> {
  const cwd = realpathSync(io.cwd())
  const repository = withGit(() => openRepository(cwd, io.env))
  const opener = await openerFor(selection, cwd, io)
  const { settings } = opener
  const failures = new Set<string>()
  const wanted = paths.map((path) => ({ path, places: placesOf(resolve(cwd, path)) }))
  const shown = ({ absolute }: StagedFile): string => slashed(relative(cwd, absolute))
  const isNamed = ({ absolute }: StagedFile): boolean =>
    !settings.reportsOnly && wanted.some(({ places }) => places.includes(absolute))
  const isBelow = ({ absolute }: StagedFile, places: readonly string[]): boolean =>
    places.some((place) => isWithin(absolute, place))

  const staged = withGit(() => stagedFiles(repository))
  for (const { path, places } of wanted)
    if (!places.some(existsSync) && !staged.some((file) => isBelow(file, places)))
      failures.add(`${path}: there is no such file or folder, nor is one staged`)
  const files = staged.filter((file) => {
    if (wanted.length > 0 && !wanted.some(({ places }) => isBelow(file, places))) return false
    if (isNamed(file)) return true
    try {
      return hasReportName(file.name) && settings.takes(file.absolute)
    } catch (error) {
      failures.add(reasonOf(error, shown(file), cwd))
      return false
    }
  })
  for (const file of files)
    if (file.isConflicted) failures.add(`${shown(file)}: a merge left it in conflict, resolve that first`)
  const whole = files.filter(({ isConflicted }) => !isConflicted)
  const contents = withGit(() => readStaged(repository, whole, shown))
  const fileOf = new Map<string, StagedFile>()
  const open = (file: StagedFile, content: Buffer | SourceError | undefined): OpenReport => {
    const path = shown(file)
    if (content instanceof SourceError) throw content
    const text = decode(content ?? Buffer.alloc(0), path)
    if (text.trim() === '') throw new SourceError('the staged file is empty, expected a report', path, 1)
    return opener.open({ path, absolute: file.absolute, text })
  }
  /** Index pages that are staged. */
  const listed: OpenReport[] = []

  function* reports(): Generator<OpenReport> {
    for (const [index, file] of whole.entries()) {
      const path = shown(file)
      const named = isNamed(file)
      try {
        const content = contents[index]
        if (!named && content instanceof Buffer && !isReportFile(file.name, () => content)) continue
        const opened = open(file, content)
        const { kind } = opened.report
        if (kind === 'index' && !named) listed.push(opened)
        if (named || kind === 'event' || (kind === 'index' && withIndexPages)) {
          fileOf.set(file.absolute, file)
          yield named || kind === 'event' ? opened : { ...opened, settings: acrossOnly(opened.settings) }
        }
      } catch (error) {
        const failure = failureOf(error, { path, named }, cwd)
        if (failure !== null) failures.add(failure)
      }
    }
  }

  function* near(): Generator<NearReport> {
    for (const page of listed) yield { ...page, isAsked: true }
    const taken = new Set([...fileOf.keys(), ...listed.map(({ absolute }) => absolute)])
    if (taken.size === 0) return
    const indexed = new Map(withGit(() => indexedFiles(repository)).map((file) => [file.absolute, file]))
    const list = listOf([...indexed.keys()])
    const paths = [...taken].flatMap((absolute) =>
      neighboursOf(relative(cwd, absolute), (folder) => list.get(resolve(cwd, folder)) ?? []),
    )
    const found = [...new Set(paths.map((path) => resolve(cwd, path)))]
      .filter((absolute) => !taken.has(absolute) && attempt(() => settings.takes(absolute)))
      .flatMap((absolute) => indexed.get(absolute) ?? [])
    const own = withGit(() => readStaged(repository, found, shown))
    for (const [index, file] of found.entries()) {
      // What cannot be read nobody asked for.
      const opened = attempt(() => open(file, own[index]))
      if (opened && opened.report.kind !== 'other') yield { ...opened, isAsked: false }
    }
  }

  const mayRestage = (): void => {
    if (isIndexOfSingleFiles(io.env))
      throw new UsageError(
        '--staged --write does not work in a commit of single files (git commit FILE), of which git throws the index away: `git add` them, then commit',
      )
  }

  return {
    reports: reports(),
    failures,
    near,
    mayRestage,
    restage({ absolute, report }, text) {
      mayRestage()
      const file = fileOf.get(absolute)
      if (file) restage(repository, file, report, text)
    },
  }
}

/**
 * The places that a path may mean in the index: what its links lead to, as git takes no path through a link, and its own, as a
 * staged file may be a link in the working tree by now.
 */
function placesOf(path: string): string[] {
  return [path, behindLinks(path)]
}

/** A path without links, as far as there is anything. */
function behindLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(behindLinks(folder), basename(path))
  }
}

/** What the folders of some files hold. */
function listOf(files: readonly string[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>()
  const put = (path: string, isFolder: boolean): void => {
    const folder = dirname(path)
    const known = found.get(folder)
    const entry = { name: path.slice(folder.length).replace(/^[\\/]/, ''), isFolder }
    if (known) return void known.push(entry)
    found.set(folder, [entry])
    if (folder !== dirname(folder)) put(folder, true)
  }
  for (const file of files) put(file, false)
  return found
}

function withGit<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`--staged: ${error.message}`)
    throw error
  }
}
