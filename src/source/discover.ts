import { closeSync, type Dirent, openSync, readSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { compare } from '../text/compare.js'
import { enter, entriesOf, entriesOrNone, isThere, statsOf, textOrNone } from './disk.js'
import { headOpening } from './head/head-opening.js'
import { slashed } from './path.js'
import { SourceError, whyUnread } from './read.js'
import { repositoryRoot } from './repository.js'

export interface Discovered {
  /** Sorted by path, each file once. */
  readonly files: readonly { readonly path: string; readonly named: boolean }[]
  /** Paths that do not exist or cannot be entered. */
  readonly errors: readonly SourceError[]
  /** Folders that were named and hold no report, or none that is accepted: these are given by their absolute paths. */
  readonly empty: readonly { readonly path: string; readonly refused: readonly string[] }[]
}

/** Where reports are looked for, and which are wanted. */
export interface Search {
  /** Where relative paths start; absolute. */
  readonly cwd: string
  /** Says no to files found in folders, by their absolute path. Files that are named are always taken. */
  readonly accepts?: (path: string) => boolean
}

const ALWAYS_SKIPPED = new Set(['.git', 'node_modules', '.hg', '.svn'])

/**
 * Finds the reports that the paths name: files as they are, and in folders every `.md` and `.markdown`, and `.txt` that
 * opens with front matter, but for what `.gitignore` files name. A link is followed where it is named itself; in a folder it
 * is not: what it leads to is found at its own place, or lies elsewhere.
 */
export function discover(paths: readonly string[], { cwd, accepts = () => true }: Search): Discovered {
  const files = new Map<string, { path: string; named: boolean }>()
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
      if (!files.get(absolute)?.named) files.set(absolute, { path: slashed(path), named: true })
      continue
    }
    const below = (file: string): string => slashed(join(path, relative(absolute, file)))
    const found = walk(absolute, (folder, error) => errors.push(new SourceError(whyUnread(error), below(folder))))
    const accepted = found.filter(accepts)
    if (accepted.length === 0) empty.push({ path, refused: found })
    for (const file of accepted) if (!files.has(file)) files.set(file, { path: below(file), named: false })
  }
  const sorted = [...files.values()].sort((a, b) => compare(a.path, b.path))
  return { files: sorted, errors, empty }
}

/** A folder, and those below it that are searched for reports; absolute. */
export function foldersBelow(root: string): string[] {
  const folders: string[] = []
  walk(
    root,
    () => {},
    (folder) => folders.push(folder),
  )
  return folders
}

/**
 * Whether a walk from the root of the repository around a file would come to it, were it there.
 * @param path absolute
 */
export function isReached(path: string): boolean {
  const root = repositoryRoot(dirname(path))
  const names = relative(root, path).split(sep)
  let folder = root
  let rules: readonly Rules[] = inheritedRules(root)
  for (const [at, name] of names.entries()) {
    const below = join(folder, name)
    rules = rulesWithin(folder, rules)
    if (isLeftOut(below, at < names.length - 1, rules) || isLinkIn(folder, name)) return false
    folder = below
  }
  return true
}

function isLinkIn(folder: string, name: string): boolean {
  return entriesOrNone(folder).some((entry) => entry.name === name && entry.isSymbolicLink())
}

interface Rules {
  readonly base: string
  readonly rules: Ignore
}

/** The report files below a folder, absolute. */
function walk(
  root: string,
  onError: (folder: string, error: unknown) => void,
  onFolder: (folder: string) => void = () => {},
): string[] {
  const found: string[] = []
  const search = (folder: string, inherited: readonly Rules[]): void => {
    onFolder(folder)
    const rules = rulesWithin(folder, inherited)
    let entries: Dirent[] = []
    try {
      entries = entriesOf(folder)
    } catch (error) {
      onError(folder, error)
    }
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (isLeftOut(path, entry.isDirectory(), rules)) continue
      if (entry.isDirectory()) search(path, rules)
      else if (entry.isFile() && isReportFile(path, () => firstBytes(path))) found.push(path)
    }
  }
  search(root, inheritedRules(root))
  return found
}

/** Whether a file in a folder may be a report by its name alone. */
export function hasReportName(name: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(name)
}

/**
 * Whether a file in a folder is taken for a report: every `.md` and `.markdown`, and `.txt` that opens with front matter.
 * @param opening the bytes that it begins with, or all of them; asked for where they count
 */
export function isReportFile(name: string, opening: () => Uint8Array): boolean {
  if (!hasReportName(name)) return false
  return !/\.txt$/i.test(name) || headOpening(Buffer.from(opening().subarray(0, OPENING)).toString('utf8')) !== null
}

/** How many bytes of a file are looked at for its front matter. */
const OPENING = 256

/** What `isReportFile` looks at of a file; nothing where it cannot be read. */
export function firstBytes(path: string): Uint8Array {
  enter('read', path)
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(OPENING)
      return bytes.subarray(0, readSync(file, bytes))
    } finally {
      closeSync(file)
    }
  } catch {
    return new Uint8Array()
  }
}

/** Whether a walk passes over what it finds in a folder. */
function isLeftOut(path: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  return ALWAYS_SKIPPED.has(basename(path)) || isIgnored(path, isFolder, rules)
}

/** The rules for what lies in a folder. */
function rulesWithin(folder: string, inherited: readonly Rules[]): readonly Rules[] {
  const own = rulesOf(folder)
  return own ? [...inherited, own] : inherited
}

function rulesOf(folder: string): Rules | null {
  const file = join(folder, '.gitignore')
  if (!isThere(file)) return null
  // Git tells capital letters apart; this package does so only when asked.
  return { base: folder, rules: ignore({ ignorecase: false }).add(textOrNone(file)) }
}

/** The `.gitignore` files above a folder count up to the root of its repository, unless they name the folder itself. */
function inheritedRules(root: string): Rules[] {
  const above: Rules[] = []
  for (let folder = root; ; folder = dirname(folder)) {
    const rules = folder === root ? null : rulesOf(folder)
    if (rules) above.unshift(rules)
    if (isThere(join(folder, '.git'))) return isIgnored(root, true, above) ? [] : above
    if (dirname(folder) === folder) return []
  }
}

/** The deepest file that says anything of a path decides, as git has it. */
function isIgnored(path: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (const { base, rules: own } of rules.toReversed()) {
    const result = own.test(slashed(relative(base, path)) + (isFolder ? '/' : ''))
    if (result.ignored || result.unignored) return result.ignored
  }
  return false
}
