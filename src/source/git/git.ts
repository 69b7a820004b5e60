import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'

/** Git is not installed, or a git command failed. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

/** A folder is not in a repository. */
export class NoRepositoryError extends GitError {
  constructor() {
    super('this is not in a git repository')
  }
}

/** A repository, with the working tree around a folder. */
export interface Repository {
  /** The top of the working tree, absolute, links resolved. */
  readonly root: string
  readonly run: RunGit
}

/** Runs git at the top of the working tree, without a shell. The result's `status` is its exit code. */
type RunGit = (
  args: readonly string[],
  input?: string | Uint8Array,
) => { readonly status: number; readonly stdout: Buffer; readonly stderr: string }

/** Environment variables; in a hook, git uses them to say where the repository and the index are. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * @param folder absolute
 * @param env of the process
 * @throws GitError if git is not installed, or there is no working tree
 */
export function openRepository(folder: string, env: Environment): Repository {
  const own = withoutNeedlessGitDir(folder, {
    ...env,
    // They are relative to the current folder, but git is run at the top of the working tree.
    ...absoluteIn(folder, env, ['GIT_DIR', 'GIT_WORK_TREE']),
    // Messages in English, so that they can be parsed; paths instead of patterns; and no changes to the repository by reading.
    LC_ALL: 'C',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
  })
  const { status, stdout, stderr } = gitIn(folder, own)(['rev-parse', '--show-toplevel'])
  const root = stdout.toString().replace(/\r?\n$/, '')
  if (/not a git repository/.test(stderr)) throw new NoRepositoryError()
  if (status !== 0 || root === '') throw new GitError(gitMessage(stderr) + safeDirectoryAdvice(stderr))
  return { root: root.replaceAll('/', sep), run: gitIn(root, own) }
}

/** Those of the named variables that are set, as absolute paths. */
function absoluteIn(folder: string, env: Environment, names: readonly string[]): Environment {
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, resolve(folder, env[name])]] : [])))
}

/**
 * The environment without GIT_DIR, if the folder is in a working tree of that repository. In hooks of worktrees and submodules,
 * git sets only GIT_DIR, and would then take any current folder for the top of the working tree.
 */
function withoutNeedlessGitDir(folder: string, env: Environment): Environment {
  const { GIT_DIR, ...others } = env
  if (GIT_DIR === undefined || env.GIT_WORK_TREE !== undefined) return env
  const [given, found] = [env, others].map((variables) => gitIn(folder, variables)(['rev-parse', '--absolute-git-dir']))
  return found?.status === 0 && given?.stdout.equals(found.stdout) ? others : env
}

/** Git's advice for a repository of another user, as the end of an error message; empty for any other message. */
function safeDirectoryAdvice(stderr: string): string {
  const command = /^\s{0,9}(git config --global --add safe\.directory .{1,4096})$/m.exec(stderr)?.[1]
  return command ? `, which is another user's: if you trust what is in it, call \`${command}\`` : ''
}

function gitIn(cwd: string, env: Environment): RunGit {
  return (args, input = '') => {
    const { error, status, stdout, stderr } = spawnSync('git', args, {
      cwd,
      env,
      input,
      maxBuffer: Number.POSITIVE_INFINITY,
      windowsHide: true,
    })
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
      throw new GitError('git was not found: install it, or add it to PATH')
    if (error || status === null) throw new GitError(`git could not be run (${error?.message ?? 'it was killed'})`)
    return { status, stdout, stderr: stderr.toString() }
  }
}

/**
 * Merges two changes of the same text, line by line.
 * @returns null if they conflict: both changed the same or adjacent lines
 * @throws GitError
 */
export function mergedTexts({ run }: Repository, base: string, ours: string, theirs: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'reportlint-merge-'))
  try {
    const paths = Object.entries({ ours, base, theirs }).map(([name, text]) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    })
    const { status, stdout, stderr } = run(['merge-file', '--stdout', '--quiet', ...paths])
    // The exit status is the number of conflicts, or 255 for an error.
    if (status >= 128) throw new GitError(gitMessage(stderr))
    return status === 0 ? stdout.toString() : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The output of a git command.
 * @throws GitError if it failed
 */
export function outputOf({ status, stdout, stderr }: ReturnType<RunGit>): Buffer {
  if (status !== 0) throw new GitError(gitMessage(stderr))
  return stdout
}

/** The error message of a git command. */
export function gitMessage(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const line = lines.find((text) => text.startsWith('fatal:')) ?? lines[0] ?? 'git failed and said nothing'
  return `git says: ${line.replace(/^(?:fatal|error): /, '')}`
}
