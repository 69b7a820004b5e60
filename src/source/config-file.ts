import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readSource } from './read.js'

const NAMES = ['.reportlintrc.yaml', '.reportlintrc.yml', '.reportlintrc.json']

/** A file that holds a configuration, or holds one under a key. */
export interface ConfigFile {
  readonly path: string
  readonly text: string
  readonly section?: string
}

/**
 * The nearest configuration at or above a folder, up to the root of its repository.
 * @param folder absolute
 * @throws SourceError where it is there and cannot be read
 */
export function findConfig(folder: string): ConfigFile | null {
  for (let current = folder; ; current = dirname(current)) {
    for (const name of NAMES) {
      const path = join(current, name)
      if (existsSync(path)) return readSource(path)
    }
    const manifest = join(current, 'package.json')
    if (existsSync(manifest)) {
      const source = readSource(manifest)
      if (/"reportlint"\s*:\s*\{/.test(source.text)) return { ...source, section: 'reportlint' }
    }
    if (existsSync(join(current, '.git')) || dirname(current) === current) return null
  }
}
