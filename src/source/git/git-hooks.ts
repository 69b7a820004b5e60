import { resolve } from 'node:path'
import { isWithin } from '../path.js'
import type { Repository } from './git.js'

/** The place where git looks for the hooks of a repository. */
export interface GitHooks {
  /** `.git/hooks`, or what `core.hooksPath` says; absolute. */
  readonly folder: string
  /** Whether the folder is outside the repository, and so shared with others. */
  readonly isShared: boolean
}

export function gitHooks({ root, run }: Repository): GitHooks {
  const path = (...args: string[]): string =>
    resolve(
      root,
      run(['rev-parse', ...args])
        .stdout.toString()
        .replace(/\r?\n$/, ''),
    )
  const folder = path('--git-path', 'hooks')
  // For a worktree or a submodule, the repository itself is elsewhere.
  return { folder, isShared: ![root, path('--git-common-dir')].some((own) => isWithin(folder, own)) }
}
