import { basename, join } from 'node:path'
import { compare } from '../../text/compare.js'
import { MAX_BYTES, MAX_MB, SourceError } from '../read.js'
import { type Environment, gitMessage, outputOf, type Repository } from './git.js'

/* The content of git's index: the files as the next commit will have them. */

/** A file in the index. */
export interface StagedFile {
  /** Relative to the top of the working tree, with forward slashes. */
  readonly name: string
  readonly absolute: string
  readonly mode: string
  /** The hash of its content, by which git stores it. */
  readonly object: string
  /** Whether an unresolved merge left several versions of it, so that it has no single content. */
  readonly isConflicted: boolean
}

/** The mode of regular files; links (120000) and submodules (160000) have other modes. */
const FILE_MODE = /^100[0-7]{3}$/

/**
 * The regular files that are staged: new, changed and renamed ones, without deleted ones, links and submodules.
 * @throws GitError
 */
export function stagedFiles({ root, run }: Repository): StagedFile[] {
  const args = ['diff', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff', '--no-textconv']
  const fields = outputOf(run([...args, '--ignore-submodules=all']))
    .toString()
    .split('\0')
  const files: StagedFile[] = []
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = '', , object = '', status = ''] = (fields[at] ?? '').split(' ')
    const name = fields[at + 1] ?? ''
    const isConflicted = status === 'U'
    if (isConflicted || (status !== 'D' && FILE_MODE.test(mode)))
      files.push({ name, absolute: join(root, name), mode, object, isConflicted })
  }
  return files.sort((a, b) => compare(a.name, b.name))
}

/**
 * All regular files in the index, without those that have merge conflicts.
 * @throws GitError
 */
export function indexedFiles({ root, run }: Repository): StagedFile[] {
  const lines = outputOf(run(['ls-files', '-z', '--stage']))
    .toString()
    .split('\0')
  return lines.flatMap((line) => {
    const [, mode = '', object = '', version, name = ''] = /^(\d+) ([0-9a-f]+) (\d)\t([\s\S]+)$/.exec(line) ?? []
    return version === '0' && FILE_MODE.test(mode)
      ? [{ name, absolute: join(root, name), mode, object, isConflicted: false }]
      : []
  })
}

/**
 * Reads files as they are staged, byte for byte, without filters or conversion of line ends.
 * @param shown the path of a file as the user writes it, for errors
 * @returns for each file its text, or why it cannot be read
 * @throws GitError
 */
export function readStaged(
  { run }: Repository,
  files: readonly StagedFile[],
  shown: (file: StagedFile) => string,
): (Buffer | SourceError)[] {
  const asked = (objects: readonly string[]): string => objects.map((object) => `${object}\n`).join('')
  const sizes = outputOf(run(['cat-file', '--batch-check=%(objectsize)'], asked(files.map(({ object }) => object))))
    .toString()
    .split('\n')
    .map(Number)
  // For a missing object, git prints a message instead of its size.
  const whyRefused = (index: number): string | null => {
    const size = sizes[index] ?? Number.NaN
    if (Number.isNaN(size)) return 'its staged content is missing from the objects of git: see `git fsck`'
    return size > MAX_BYTES ? `the staged file is larger than ${MAX_MB} MB` : null
  }
  const readable = files.filter((_, index) => whyRefused(index) === null)
  const bytes = outputOf(run(['cat-file', '--batch=%(objectsize)'], asked(readable.map(({ object }) => object))))
  let at = 0
  return files.map((file, index) => {
    const reason = whyRefused(index)
    if (reason !== null) return new SourceError(reason, shown(file))
    const start = bytes.indexOf('\n', at) + 1
    at = start + (sizes[index] ?? 0) + 1
    return bytes.subarray(start, at - 1)
  })
}

/**
 * Replaces the staged text of a file, byte for byte and with the same mode.
 * @param path the path of the file as the user writes it, for errors
 * @param prepare called when everything else is ready, right before the index changes
 * @throws SourceError if the index has changed or cannot be changed; it is left unchanged then
 */
export function stage(repository: Repository, file: StagedFile, text: string, path: string, prepare: () => void): void {
  const { run } = repository
  const { name, mode, object } = file
  const written = run(['hash-object', '-w', '--stdin'], text)
  if (written.status !== 0) throw new SourceError(`it could not be staged: ${gitMessage(written.stderr)}`, path)
  const entry = run(['ls-files', '-z', '--stage', '-v', '--', name])
  const [, tag, ...now] = /^(\S) (\d+) ([0-9a-f]+) (\d)\t/.exec(entry.stdout.toString()) ?? []
  if (now.join(' ') !== `${mode} ${object} 0`)
    throw new SourceError(
      'its staged content changed while it was being fixed, so it was left unchanged: run again',
      path,
    )
  if (tag !== 'H')
    throw new SourceError(
      'git was told not to look at its working file (skip-worktree or assume-unchanged), so it was left unchanged',
      path,
    )
  prepare()
  const staged = run(['update-index', '--cacheinfo', `${mode},${written.stdout.toString().trim()},${name}`])
  if (staged.status !== 0)
    throw new SourceError(
      `its working file has the fixes, but they could not be staged (${gitMessage(staged.stderr)}): see \`git diff\`, then \`git add\` it`,
      path,
    )
}

/**
 * Whether a commit of single files is being made (`git commit FILE`). Git uses a temporary index for that, so fixes in it would be
 * undone by the next commit from the real index.
 */
export function isIndexOfSingleFiles(env: Environment): boolean {
  return /^next-index-\d+\.lock$/.test(basename(env.GIT_INDEX_FILE ?? ''))
}
