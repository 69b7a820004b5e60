import { realpathSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { GitError, openRepository, type Repository } from '../../source/git/git.js'
import {
  indexedFiles,
  isIndexOfSingleFiles,
  readStaged,
  type StagedFile,
  stagedFiles,
} from '../../source/git/git-index.js'
import { decode, SourceError } from '../../source/read.js'
import { isReportFile } from '../../source/report-file.js'
import { type Entry, neighboursOf } from '../../source/site/neighbours.js'
import { attempt } from '../process/attempt.js'
import { type Io, UsageError } from '../process/io.js'
import {
  acrossOnly,
  type NearReport,
  type Opener,
  type OpenReport,
  type OpenRun,
  openerFor,
} from '../run/open-reports.js'
import type { Selection } from '../run/settings.js'
import { failureOf } from '../run/targets.js'
import { restage } from './restage.js'
import { shownFrom, wantedFiles } from './staged-files.js'

/** A run over the files in git's index. */
export interface StagedRun extends OpenRun {
  /** The reports near those of the run; call it after all of these have been taken. */
  near(): Iterable<NearReport>
  /** @throws UsageError if git would discard what is staged */
  mayRestage(): void
  /**
   * Stages a new text for a report, and changes its working file in the same way.
   * @throws UsageError as `mayRestage` does; SourceError if it fails
   */
  restage(open: OpenReport, text: string): void
}

/**
 * Opens the staged reports, with their staged texts, below the paths or, without paths, in the whole repository. Configurations and
 * pictures are those of the working tree.
 * @param withIndexPages also opens the index pages, with the rules on single reports off
 * @throws UsageError if there is no git, or no repository
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
  const wanted = wantedFiles(
    withGit(() => stagedFiles(repository)),
    paths,
    opener.settings,
    cwd,
  )
  const index = { repository, opener, cwd }
  const contents = contentsOf(
    wanted.files.map(({ file }) => file),
    index,
  )
  const failures = new Set(wanted.failures)
  /** The reports that were taken, by absolute path. */
  const taken = new Map<string, StagedFile>()
  /** Index pages, which count as near. */
  const listed: OpenReport[] = []

  function* reports(): Generator<OpenReport> {
    for (const [at, { file, path, named }] of wanted.files.entries()) {
      try {
        const content = contents[at]
        if (!named && content instanceof Buffer && !isReportFile(file.name, () => content)) continue
        const opened = openFile(file, content, index)
        const { kind } = opened.report
        if (kind === 'index' && !named) listed.push(opened)
        if (named || kind === 'event' || (kind === 'index' && withIndexPages)) {
          taken.set(file.absolute, file)
          yield named || kind === 'event' ? opened : { ...opened, settings: acrossOnly(opened.settings) }
        }
      } catch (error) {
        const failure = failureOf(error, { path, named }, cwd)
        if (failure !== null) failures.add(failure)
      }
    }
  }

  const mayRestage = (): void => {
    if (isIndexOfSingleFiles(io.env))
      throw new UsageError(
        '--staged --write does not work in a commit of single files (git commit FILE), whose index git throws away: `git add` the files, then commit',
      )
  }

  return {
    reports: reports(),
    failures,
    *near() {
      for (const page of listed) yield { ...page, isRequested: true }
      yield* nearInIndex(new Set([...taken.keys(), ...listed.map(({ absolute }) => absolute)]), index)
    },
    mayRestage,
    restage({ absolute, report }, text) {
      mayRestage()
      const file = taken.get(absolute)
      if (file) restage(repository, file, report, text)
    },
  }
}

/** The index of a repository, and what is needed to open its files. */
interface Index {
  readonly repository: Repository
  readonly opener: Opener
  readonly cwd: string
}

type Content = Buffer | SourceError | undefined

function contentsOf(files: readonly StagedFile[], { repository, cwd }: Index): Content[] {
  return withGit(() => readStaged(repository, files, (file) => shownFrom(cwd, file)))
}

/** @throws SourceError if the file cannot be processed */
function openFile(file: StagedFile, content: Content, { opener, cwd }: Index): OpenReport {
  const path = shownFrom(cwd, file)
  if (content instanceof SourceError) throw content
  const text = decode(content ?? Buffer.alloc(0), path)
  if (text.trim() === '') throw new SourceError('the staged file is empty, expected a report', path, 1)
  return opener.open({ path, absolute: file.absolute, text })
}

/** The pages near files, from the index. @param taken the absolute paths of the files */
function* nearInIndex(taken: ReadonlySet<string>, index: Index): Generator<NearReport> {
  if (taken.size === 0) return
  const { repository, opener, cwd } = index
  const indexed = new Map(withGit(() => indexedFiles(repository)).map((file) => [file.absolute, file]))
  const list = listOf([...indexed.keys()])
  const paths = [...taken].flatMap((absolute) =>
    neighboursOf(relative(cwd, absolute), (folder) => list.get(resolve(cwd, folder)) ?? []),
  )
  const found = [...new Set(paths.map((path) => resolve(cwd, path)))]
    .filter((absolute) => !taken.has(absolute) && attempt(() => opener.settings.takes(absolute)))
    .flatMap((absolute) => indexed.get(absolute) ?? [])
  const contents = contentsOf(found, index)
  for (const [at, file] of found.entries()) {
    // Unreadable files are skipped, because nobody asked for them.
    const opened = attempt(() => openFile(file, contents[at], index))
    if (opened && opened.report.kind !== 'other') yield { ...opened, isRequested: false }
  }
}

/** The entries of the folders of some files, by the path of the folder. */
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
