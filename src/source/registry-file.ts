import { dirname, join } from 'node:path'
import { isThere } from './disk.js'
import { isTop } from './repository.js'

export const REGISTRY_NAME = 'events.yaml'

/**
 * The registries of events that hold for files in some folders: of each the nearest one at or above it, up to the root of its
 * repository.
 * @param folders absolute
 * @returns their paths, each once
 */
export function findRegistries(folders: Iterable<string>): string[] {
  const known = new Map<string, string | null>()
  const pathFor = (folder: string): string | null => {
    const before = known.get(folder)
    if (before !== undefined) return before
    const path = join(folder, REGISTRY_NAME)
    const found = isThere(path) ? path : isTop(folder) ? null : pathFor(dirname(folder))
    known.set(folder, found)
    return found
  }
  const paths = new Set<string>()
  for (const folder of folders) {
    const path = pathFor(folder)
    if (path !== null) paths.add(path)
  }
  return [...paths]
}
