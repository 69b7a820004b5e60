import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

/**
 * The folder for caches: in the nearest `node_modules`, where people who clear caches look, or else the user's own.
 * @param cwd absolute
 */
export function cacheFolder(cwd: string, env: Readonly<Record<string, string | undefined>>): string {
  for (let folder = cwd; dirname(folder) !== folder; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules')
    if (existsSync(modules)) return join(modules, '.cache', 'reportlint')
    if (existsSync(join(folder, '.git'))) break
  }
  const named = env.XDG_CACHE_HOME ?? ''
  // As the XDG specification demands, a relative path is ignored.
  return join(isAbsolute(named) ? named : join(homedir(), '.cache'), 'reportlint')
}

/**
 * The content of a cache file; empty if it does not exist or cannot be read, or has a NUL: cache files are text, and some file
 * systems leave NULs after a power cut.
 */
export function readCacheFile(path: string): Buffer {
  try {
    const bytes = readFileSync(path)
    return bytes.includes(0) ? Buffer.alloc(0) : bytes
  } catch {
    return Buffer.alloc(0)
  }
}

/** The most files in a cache folder; the oldest are removed first. */
const MAX_FILES = 40

/** Writes a cache file atomically, so that concurrent runs do no harm. Failing to write it is not an error. */
export function writeCacheFile(path: string, content: string | Uint8Array): void {
  const folder = dirname(path)
  const draft = `${path}.${process.pid.toString(36)}${Math.random().toString(36).slice(2)}.tmp`
  try {
    makeFolder(folder)
    writeFileSync(draft, content, { flag: 'wx' })
    // Some file systems flush a file that replaces another one at once, which would take time.
    rmSync(path, { force: true })
    renameSync(draft, path)
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt') || name.endsWith('.tmp'))
    if (files.length <= MAX_FILES) return
    const ages = files.map((name) => ({ name, changed: statSync(join(folder, name)).mtimeMs }))
    for (const { name } of ages.sort((a, b) => b.changed - a.changed).slice(MAX_FILES)) rmSync(join(folder, name))
  } catch {
    try {
      rmSync(draft, { force: true })
    } catch {
      // If nothing can be written, no temporary file is left behind either.
    }
  }
}

/**
 * Creates a folder with those above it. The option `recursive` would do that, too, but never ends on file systems like /proc, which
 * deny that the parent of a new folder exists.
 */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || existsSync(dirname(folder))) throw error
    makeFolder(dirname(folder))
    makeFolder(folder)
  }
}

/** Lines by their keys, which end at the first tab. They are bytes, because only a few of many lines are ever decoded. */
export type KeyedLines = ReadonlyMap<string, Buffer>

/** The lines of a cache file. Of two with the same key, the later one counts. A truncated line fails when it is decoded. */
export function readLines(path: string): KeyedLines {
  const bytes = readCacheFile(path)
  const lines = new Map<string, Buffer>()
  for (let at = bytes.indexOf('\n') + 1; at > 0 && at < bytes.length; ) {
    const next = bytes.indexOf('\n', at)
    const end = next < 0 ? bytes.length : next
    const tab = bytes.indexOf('\t', at)
    if (tab >= 0 && tab < end) lines.set(bytes.toString('utf8', at, tab), bytes.subarray(at, end))
    at = end + 1
  }
  return lines
}

/**
 * Replaces lines by their keys. They are appended to the file, so that small changes are cheap; once it has doubled in length, it
 * is rewritten.
 * @param known the current lines of the file
 */
export function updateLines(path: string, lines: KeyedLines, known: () => KeyedLines): void {
  if (lines.size === 0) return
  // Concurrent runs may append as well, and the last line of another run may lack its end.
  const added = Buffer.concat([END, joined(lines)])
  if (append(path, added)) return
  const all = joined(new Map([...known(), ...lines]))
  writeCacheFile(path, Buffer.concat([Buffer.from(`${all.length}\n`), all]))
}

const END = Buffer.from('\n')

function joined(lines: KeyedLines): Buffer {
  return Buffer.concat([...lines.values()].flatMap((line) => [line, END]))
}

/**
 * Appends to a cache file, whose first line gives the length of the others when it was last rewritten.
 * @returns whether the file exists and is short enough to append to
 */
function append(path: string, content: Uint8Array): boolean {
  try {
    const file = openSync(path, 'r+')
    try {
      const start = Buffer.alloc(LENGTH_DIGITS)
      const length = Number.parseInt(start.toString('latin1', 0, readSync(file, start, 0, LENGTH_DIGITS, 0)), 10)
      if (!(fstatSync(file).size + content.length <= 2 * length)) return false
    } finally {
      closeSync(file)
    }
    appendFileSync(path, content)
    return true
  } catch {
    return false
  }
}

/** More digits than the length of a cache file ever has. */
const LENGTH_DIGITS = 16
