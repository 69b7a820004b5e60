import { dirname, join, relative } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { pathExists, textOrNone } from './disk.js'
import { slashed } from './path.js'

/** The patterns of a `.gitignore` file, for its folder and everything below. */
export interface IgnoreFile {
  readonly folder: string
  readonly rules: Ignore
}

/** The ignore files that apply within a folder. @param above those that apply to the folder itself */
export function ignoresWithin(folder: string, above: readonly IgnoreFile[]): readonly IgnoreFile[] {
  const own = ignoreFileIn(folder)
  return own ? [...above, own] : above
}

function ignoreFileIn(folder: string): IgnoreFile | null {
  const file = join(folder, '.gitignore')
  if (!pathExists(file)) return null
  // Git is case-sensitive; this package is not by default.
  return { folder, rules: ignore({ ignorecase: false }).add(textOrNone(file)) }
}

/** The ignore files above a folder, up to the root of its repository; none if they ignore the folder itself. */
export function ignoresAbove(folder: string): readonly IgnoreFile[] {
  const above: IgnoreFile[] = []
  for (let current = folder; ; current = dirname(current)) {
    const own = current === folder ? null : ignoreFileIn(current)
    if (own) above.unshift(own)
    if (pathExists(join(current, '.git'))) return isIgnored(folder, true, above) ? [] : above
    if (dirname(current) === current) return []
  }
}

/** Whether a path is ignored. As in git, the deepest ignore file that mentions it decides. */
export function isIgnored(path: string, isFolder: boolean, ignores: readonly IgnoreFile[]): boolean {
  for (const { folder, rules } of ignores.toReversed()) {
    const result = rules.test(slashed(relative(folder, path)) + (isFolder ? '/' : ''))
    if (result.ignored || result.unignored) return result.ignored
  }
  return false
}
