import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isTop } from './config-file.js'
import { readSource, type SourceText } from './read.js'

export const REGISTRY_NAME = 'events.yaml'

/**
 * The nearest registry of events at or above a folder, up to the root of its repository.
 * @param folder absolute
 * @throws SourceError where it is there and cannot be read
 */
export function findRegistry(folder: string): SourceText | null {
  for (let current = folder; ; current = dirname(current)) {
    const path = join(current, REGISTRY_NAME)
    if (existsSync(path)) return readSource(path)
    if (isTop(current)) return null
  }
}
