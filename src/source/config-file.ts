import { basename, join } from 'node:path'
import { pathExists, pathOrLinkExists, textOrNone } from './disk.js'
import { readSource } from './read.js'

const NAMES = ['.reportlintrc.yaml', '.reportlintrc.yml', '.reportlintrc.json']

/** The key of a package.json. */
const SECTION = 'reportlint'

/** A file that contains a configuration, possibly under a key. */
export interface ConfigFile {
  readonly path: string
  readonly text: string
  readonly section?: string
}

/**
 * Finds the configuration in a folder.
 * @param folder absolute
 * @throws SourceError if it exists but cannot be read
 */
export function configIn(folder: string): ConfigFile | null {
  for (const name of NAMES) {
    const path = join(folder, name)
    if (pathOrLinkExists(path)) return readConfig(path)
  }
  const manifest = join(folder, 'package.json')
  if (!pathExists(manifest)) return null
  // Errors in it only matter if it has settings for this program.
  if (isUnrelated(manifest)) return null
  const file = readConfig(manifest)
  return hasSection(file.text) ? file : null
}

/** Whether a package.json certainly has no settings for this program, because it does not contain its name in any encoding. */
function isUnrelated(manifest: string): boolean {
  const text = textOrNone(manifest)
  return text !== '' && !text.replaceAll('\0', '').includes(`"${SECTION}"`)
}

/**
 * Reads a configuration by its path; in a package.json, it is under a key.
 * @throws SourceError if it cannot be read
 */
export function readConfig(path: string): ConfigFile {
  const file = readSource(path)
  return basename(path) === 'package.json' ? { ...file, section: SECTION } : file
}

/** Whether a package.json has the key at its top level; a dependency may have the same name. */
function hasSection(text: string): boolean {
  if (!text.includes(`"${SECTION}"`)) return false
  try {
    return Object.hasOwn(JSON.parse(text) ?? {}, SECTION)
  } catch {
    // Syntax errors are reported only where the file certainly has settings.
    return /"reportlint"\s*:\s*\{/.test(text)
  }
}
