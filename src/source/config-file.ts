import { basename, join } from 'node:path'
import { isNamed, isThere } from './disk.js'
import { readSource } from './read.js'

const NAMES = ['.reportlintrc.yaml', '.reportlintrc.yml', '.reportlintrc.json']

/** The key of a package.json. */
const SECTION = 'reportlint'

/** A file that holds a configuration, or holds one under a key. */
export interface ConfigFile {
  readonly path: string
  readonly text: string
  readonly section?: string
}

/**
 * The configuration that lies in a folder.
 * @param folder absolute
 * @throws SourceError where it is there and cannot be read
 */
export function configIn(folder: string): ConfigFile | null {
  for (const name of NAMES) {
    const path = join(folder, name)
    if (isNamed(path)) return readConfig(path)
  }
  const manifest = join(folder, 'package.json')
  if (!isThere(manifest)) return null
  const file = readConfig(manifest)
  return hasSection(file.text) ? file : null
}

/**
 * A configuration by its path; in a package.json it stands under a key.
 * @throws SourceError where it cannot be read
 */
export function readConfig(path: string): ConfigFile {
  const file = readSource(path)
  return basename(path) === 'package.json' ? { ...file, section: SECTION } : file
}

/** Whether a package.json has the key, whatever stands there; a dependency may be called so, too. */
function hasSection(text: string): boolean {
  if (!text.includes(`"${SECTION}"`)) return false
  try {
    return Object.hasOwn(JSON.parse(text) ?? {}, SECTION)
  } catch {
    // What is wrong with it is said where it has settings for certain.
    return /"reportlint"\s*:\s*\{/.test(text)
  }
}
