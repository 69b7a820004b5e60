import type { Dirent } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { compare } from '../text/compare.js'
import { entriesOf, entriesOrNone, statsOf } from './disk.js'
import { type IgnoreFile, ignoresAbove, ignoresWithin, isIgnored } from './gitignore.js'
import { plainPath, slashed } from './path.js'
import { SourceError, whyUnread } from './read.js'
import { firstBytes, isReportFile } from './report-file.js'
import { repositoryRoot } from './repository.js'

export interface Discovered {
  /** Sorted by path, each file once. */
  readonly files: readonly FoundFile[]
  /** Paths that do not exist or cannot be entered. */
  readonly errors: readonly SourceError[]
  /** Named folders without a report, or with none that is accepted; `refused` has the absolute paths of those that are not. */
  readonly empty: readonly { readonly path: string; readonly refused: readonly string[] }[]
}

interface FoundFile {
  /** As the user named it, without needless dots and slashes; if paths are named in several ways, relative to the current folder. */
  readonly path: string
  readonly named: boolean
}

/** Where to look for reports, and which ones to accept. */
export interface Search {
  /** Where relative paths start; absolute. */
  readonly cwd: string
  /** Whether to take a file that was found in a folder, by its absolute path. Named files are always taken. */
  readonly accepts?: (path: string) => boolean
}

const ALWAYS_SKIPPED = new Set(['.git', 'node_modules', '.hg', '.svn'])

/**
 * Finds the reports that the paths name: files as they are, and in folders every `.md` and `.markdown`, and every `.txt` that
 * opens with front matter, except for what `.gitignore` files name. A symbolic link is followed only if it is named itself, not
 * in a folder: its target is either found at its own place, or outside of the folder.
 */
export function discover(paths: readonly string[], { cwd, accepts = () => true }: Search): Discovered {
  const files = new Map<string, FoundFile>()
  const errors: SourceError[] = []
  const empty: Discovered['empty'][number][] = []
  for (const path of paths) {
    const absolute = resolve(cwd, path)
    let isFolder: boolean
    try {
      isFolder = statsOf(absolute).isDirectory()
    } catch (error) {
      errors.push(new SourceError(whyUnread(error), path))
      continue
    }
    if (!isFolder) {
      if (!files.get(absolute)?.named) files.set(absolute, { path: plainPath(path), named: true })
      continue
    }
    const below = (file: string): string => slashed(join(path, relative(absolute, file)))
    const onError = (folder: string, error: unknown): unknown =>
      errors.push(new SourceError(whyUnread(error), below(folder)))
    const found = walk(absolute, { onError })
    const accepted = found.filter(accepts)
    if (accepted.length === 0) empty.push({ path, refused: found })
    for (const file of accepted) if (!files.has(file)) files.set(file, { path: below(file), named: false })
  }
  const sorted = namedAlike(files, cwd).sort((a, b) => compare(a.path, b.path))
  return { files: sorted, errors, empty }
}

/** Names all files in the same way, so that their paths tell which ones are in one folder: `a/b.md` and `../here/a/c.md` do not. */
function namedAlike(files: ReadonlyMap<string, FoundFile>, cwd: string): FoundFile[] {
  const called = Array.from(files, ([absolute, { path, named }]) => {
    const plain = slashed(relative(cwd, absolute))
    const way = isAbsolute(path) ? 'absolute' : path.endsWith(plain) ? path.slice(0, -plain.length) : path
    return { way, named, plain }
  })
  if (new Set(called.map(({ way }) => way)).size < 2) return [...files.values()]
  return called.map(({ plain, named }) => ({ path: plain, named }))
}

/** Whether a folder has reports that are skipped because git ignores them. */
export function hasIgnoredReports(folder: string): boolean {
  return walk(folder, { ignoring: false }).length > 0
}

/** A folder and those below it that are searched for reports; absolute paths. */
export function foldersBelow(root: string): string[] {
  const folders: string[] = []
  walk(root, { onFolder: (folder) => folders.push(folder) })
  return folders
}

/**
 * Whether a search from the root of the repository would find a file, which need not exist yet.
 * @param path absolute
 */
export function isSearched(path: string): boolean {
  const root = repositoryRoot(dirname(path))
  const names = relative(root, path).split(sep)
  let folder = root
  let ignores = ignoresAbove(root)
  for (const [at, name] of names.entries()) {
    const below = join(folder, name)
    ignores = ignoresWithin(folder, ignores)
    if (isSkipped(below, at < names.length - 1, ignores) || isLinkIn(folder, name)) return false
    folder = below
  }
  return true
}

function isLinkIn(folder: string, name: string): boolean {
  return entriesOrNone(folder).some((entry) => entry.name === name && entry.isSymbolicLink())
}

interface Walk {
  readonly onError?: (folder: string, error: unknown) => void
  readonly onFolder?: (folder: string) => void
  /** Whether to skip what git ignores; true by default. */
  readonly ignoring?: boolean
}

/** The absolute paths of the report files below a folder. */
function walk(root: string, { onError, onFolder, ignoring = true }: Walk): string[] {
  const found: string[] = []
  const search = (folder: string, above: readonly IgnoreFile[]): void => {
    onFolder?.(folder)
    const ignores = ignoring ? ignoresWithin(folder, above) : above
    let entries: Dirent[] = []
    try {
      entries = entriesOf(folder)
    } catch (error) {
      onError?.(folder, error)
    }
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (isSkipped(path, entry.isDirectory(), ignores)) continue
      if (entry.isDirectory()) search(path, ignores)
      else if (entry.isFile() && isReportFile(path, () => firstBytes(path))) found.push(path)
    }
  }
  search(root, ignoring ? ignoresAbove(root) : [])
  return found
}

/** Whether a search skips something that it finds in a folder. */
function isSkipped(path: string, isFolder: boolean, ignores: readonly IgnoreFile[]): boolean {
  return ALWAYS_SKIPPED.has(basename(path)) || isIgnored(path, isFolder, ignores)
}
