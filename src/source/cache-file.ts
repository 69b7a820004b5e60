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
 * The folder for what may be lost: in the nearest `node_modules`, where those who clear it look, else in the user's own.
 * @param cwd absolute
 */
export function cacheFolder(cwd: string, env: Readonly<Record<string, string | undefined>>): string {
  for (let folder = cwd; dirname(folder) !== folder; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules')
    if (existsSync(modules)) return join(modules, '.cache', 'reportlint')
    if (existsSync(join(folder, '.git'))) break
  }
  const named = env.XDG_CACHE_HOME ?? ''
  // As the XDG specification has it: one that depends on where one stands is ignored.
  return join(isAbsolute(named) ? named : join(homedir(), '.cache'), 'reportlint')
}

/**
 * What a cache file holds; empty where it is not there or cannot be read. It is text: a NUL in it is what some disks hold in
 * its place when the power was cut.
 */
export function readKept(path: string): Buffer {
  try {
    const kept = readFileSync(path)
    return kept.includes(0) ? Buffer.alloc(0) : kept
  } catch {
    return Buffer.alloc(0)
  }
}

/** So many files are kept in a folder; the oldest go first. */
const MOST_FILES = 40

/**
 * Puts a cache file in place as a whole, so that two runs at once do each other no harm. One that cannot be written is no
 * loss.
 */
export function keep(path: string, content: string | Uint8Array): void {
  const folder = dirname(path)
  const draft = `${path}.${process.pid.toString(36)}${Math.random().toString(36).slice(2)}.tmp`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(draft, content, { flag: 'wx' })
    // One that takes the place of another is written to the disk at once by some file systems, and everybody waits.
    rmSync(path, { force: true })
    renameSync(draft, path)
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt') || name.endsWith('.tmp'))
    if (files.length <= MOST_FILES) return
    const ages = files.map((name) => ({ name, changed: statSync(join(folder, name)).mtimeMs }))
    for (const { name } of ages.sort((a, b) => b.changed - a.changed).slice(MOST_FILES)) rmSync(join(folder, name))
  } catch {
    try {
      rmSync(draft, { force: true })
    } catch {
      // Where nothing can be written, nothing is left behind either.
    }
  }
}

/** Lines by their keys: what stands before the first tab. As bytes: of many lines hardly any is looked at. */
export type KeyedLines = ReadonlyMap<string, Buffer>

/** The lines of a cache file; of two with the same key the later one counts. One that was cut off tells so by what is in it. */
export function readLines(path: string): KeyedLines {
  const kept = readKept(path)
  const lines = new Map<string, Buffer>()
  for (let at = kept.indexOf('\n') + 1; at > 0 && at < kept.length; ) {
    const next = kept.indexOf('\n', at)
    const end = next < 0 ? kept.length : next
    const tab = kept.indexOf('\t', at)
    if (tab >= 0 && tab < end) lines.set(kept.toString('utf8', at, tab), kept.subarray(at, end))
    at = end + 1
  }
  return lines
}

/**
 * Puts lines in the place of those with the same keys. They are added at the end of the file, which is written anew when it
 * has come to twice its length: a run that has found out little has little to write.
 * @param known what the file holds by now
 */
export function putLines(path: string, lines: KeyedLines, known: () => KeyedLines): void {
  if (lines.size === 0) return
  // Two runs at once may both add theirs, and the end of what another one has written may be missing.
  const added = Buffer.concat([END, joined(lines)])
  if (add(path, added)) return
  const all = joined(new Map([...known(), ...lines]))
  keep(path, Buffer.concat([Buffer.from(`${all.length}\n`), all]))
}

const END = Buffer.from('\n')

function joined(lines: KeyedLines): Buffer {
  return Buffer.concat([...lines.values()].flatMap((line) => [line, END]))
}

/**
 * The first line says how long the others were when the file was written.
 * @returns whether the file is there, and short enough to be added to
 */
function add(path: string, content: Uint8Array): boolean {
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

/** More than the length of a cache file ever has. */
const LENGTH_DIGITS = 16
