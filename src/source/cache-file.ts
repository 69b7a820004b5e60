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

/** What a cache file holds; null where there is none, or it is damaged. */
export function readCache(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Puts a cache file in place in one step, so that two runs at once do each other no harm. One that cannot be written is no loss. */
export function writeCache(path: string, data: unknown): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(draft, JSON.stringify(data))
    renameSync(draft, path)
  } catch {
    rmSync(draft, { force: true })
  }
}
