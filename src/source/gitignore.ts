import { dirname, join, relative } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { isThere, textOrNone } from './disk.js'
import { slashed } from './path.js'

/** What a `.gitignore` file says of what lies in its folder and below. */
export interface IgnoreFile {
  readonly folder: string
  readonly rules: Ignore
}

/** What holds for what lies in a folder. @param above what holds for the folder itself */
export function ignoresWithin(folder: string, above: readonly IgnoreFile[]): readonly IgnoreFile[] {
  const own = ignoreFileIn(folder)
  return own ? [...above, own] : above
}

function ignoreFileIn(folder: string): IgnoreFile | null {
  const file = join(folder, '.gitignore')
  if (!isThere(file)) return null
  // Git tells capital letters apart; this package does so only when asked.
  return { folder, rules: ignore({ ignorecase: false }).add(textOrNone(file)) }
}

/** What the files above a folder say; they count up to the root of its repository, unless they name the folder itself. */
export function ignoresAbove(folder: string): readonly IgnoreFile[] {
  const above: IgnoreFile[] = []
  for (let current = folder; ; current = dirname(current)) {
    const own = current === folder ? null : ignoreFileIn(current)
    if (own) above.unshift(own)
    if (isThere(join(current, '.git'))) return isIgnored(folder, true, above) ? [] : above
    if (dirname(current) === current) return []
  }
}

/** The deepest file that says anything of a path decides, as git has it. */
export function isIgnored(path: string, isFolder: boolean, ignores: readonly IgnoreFile[]): boolean {
  for (const { folder, rules } of ignores.toReversed()) {
    const result = rules.test(slashed(relative(folder, path)) + (isFolder ? '/' : ''))
    if (result.ignored || result.unignored) return result.ignored
  }
  return false
}
