import { dirname, join } from 'node:path'
import { memoize } from '../text/memoize.js'
import { pathOrLinkExists } from './disk.js'
import { isTop } from './repository.js'

export const REGISTRY_NAME = 'events.yaml'

/**
 * The registries of events that apply to files in some folders: for each folder the nearest one, in it or above it, up to the root
 * of its repository.
 * @param folders absolute
 * @returns their paths, each once
 */
export function findRegistries(folders: Iterable<string>): string[] {
  const pathFor = memoize((folder): string | null => {
    const path = join(folder, REGISTRY_NAME)
    if (pathOrLinkExists(path)) return path
    return isTop(folder) ? null : pathFor(dirname(folder))
  })
  return [...new Set([...folders].map(pathFor))].filter((path) => path !== null)
}
