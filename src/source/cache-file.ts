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

/** What a cache file holds; empty where it is not there or cannot be read. */
export function readKept(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

/** So many files are kept in a folder; the oldest go first. */
const MOST_FILES = 40

/**
 * Puts a cache file in place in one step, so that two runs at once do each other no harm. One that cannot be written is no
 * loss.
 */
export function keep(path: string, content: string | Uint8Array): void {
  const folder = dirname(path)
  const draft = `${path}.${process.pid.toString(36)}${Math.random().toString(36).slice(2)}.tmp`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(draft, content, { flag: 'wx' })
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

/** Lines by their keys: what stands before the first tab. */
export type KeyedLines = ReadonlyMap<string, string>

/** The lines of a cache file; of two with the same key the later one counts. One that was cut off tells so by what is in it. */
export function readLines(path: string): KeyedLines {
  const [, ...lines] = readKept(path).toString().split('\n')
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line]))
}

/**
 * Puts lines in the place of those with the same keys. They are added at the end of the file, which is written anew when it
 * has come to twice its length: a run that has found out little has little to write.
 * @param known what the file holds by now
 */
export function putLines(path: string, lines: KeyedLines, known: () => KeyedLines): void {
  if (lines.size === 0) return
  // Two runs at once may both add theirs, and the end of what another one has written may be missing.
  const added = Buffer.from(`\n${[...lines.values()].join('\n')}\n`)
  if (!add(path, added)) writeLines(path, new Map([...known(), ...lines]))
}

/** Writes a cache file anew: a line that says how long the others are, and these. */
export function writeLines(path: string, lines: KeyedLines): void {
  const content = Buffer.from(`${[...lines.values()].join('\n')}\n`)
  keep(path, Buffer.concat([Buffer.from(`${content.length}\n`), content]))
}

/** @returns whether the file is there, and short enough to be added to */
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
