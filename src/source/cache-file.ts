import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

/** The lines of a cache file; none where it is not there, cannot be read, or its end is missing. */
export function readLines(path: string): string[] {
  const lines = readKept(path).toString().split('\n')
  return lines.pop() === '' ? lines : []
}

/** What a cache file holds; empty where it is not there or cannot be read. */
export function readKept(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

/**
 * As `keep`.
 * @param lines none of them with a line end in it
 */
export function writeLines(path: string, lines: readonly string[]): void {
  keep(path, `${lines.join('\n')}\n`)
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
