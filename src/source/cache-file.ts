import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

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
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'reportlint')
}

/** The lines of a cache file; none where it is not there, cannot be read, or its end is missing. */
export function readLines(path: string): string[] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines.pop() === '' ? lines : []
  } catch {
    return []
  }
}

/**
 * Puts a cache file in place in one step, so that two runs at once do each other no harm. One that cannot be written is no
 * loss.
 * @param lines none of them with a line end in it
 */
export function writeLines(path: string, lines: readonly string[]): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(draft, `${lines.join('\n')}\n`)
    renameSync(draft, path)
  } catch {
    rmSync(draft, { force: true })
  }
}
