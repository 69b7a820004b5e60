import { lstatSync, readFileSync } from 'node:fs'
import type { Report } from '../../report/report.js'
import { GitError, mergedTexts, type Repository } from '../../source/git/git.js'
import { type StagedFile, stage } from '../../source/git/git-index.js'
import { decode, SourceError } from '../../source/read.js'
import { writeAtomically } from '../../source/write.js'
import { lineEnd } from '../../text/lines.js'

/**
 * Stages a new text for a file, and makes the same changes in the working file. If that has unstaged changes, both are merged; if
 * they are on the same lines, nothing is changed at all.
 * @param report the file as it is staged
 * @throws SourceError if it fails
 */
export function restage(repository: Repository, file: StagedFile, report: Report, fixed: string): void {
  try {
    stageBoth(repository, file, report, fixed)
  } catch (error) {
    throw error instanceof GitError ? new SourceError(error.message, report.path) : error
  }
}

function stageBoth(repository: Repository, file: StagedFile, { path, text: staged }: Report, fixed: string): void {
  const { absolute } = file
  const working = workingText(absolute, path)
  const next = working === null ? null : withFixes(repository, working, staged, fixed)
  if (working !== null && next === null)
    throw new SourceError(
      'its changes that are not staged touch the same lines, so it was left unchanged: stage them, too, or put them aside (git stash --keep-index)',
      path,
    )
  // The working file is written first: after a crash in between, it has fixes that are not staged, but nothing is lost.
  stage(repository, file, fixed, path, () => {
    if (working !== null && next !== null && next !== working)
      writeAtomically(absolute, next, working, [repository.root])
  })
}

/** null if the file was deleted. */
function workingText(absolute: string, path: string): string | null {
  try {
    if (!lstatSync(absolute).isFile())
      throw new SourceError('in the working tree it is not a regular file, so it was left unchanged', path)
    return decode(readFileSync(absolute), path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    if (error instanceof SourceError) throw error
    throw new SourceError(`its working file could not be read (${code})`, path)
  }
}

/** The working file with the fixes, keeping its line ends, which git may have converted; null if they cannot be merged. */
function withFixes(repository: Repository, working: string, staged: string, fixed: string): string | null {
  const eol = lineEnd(working)
  const checkedOut = (text: string): string => (eol === lineEnd(staged) ? text : text.replaceAll(/\r?\n/g, eol))
  const [base, theirs] = [checkedOut(staged), checkedOut(fixed)]
  return working === base ? theirs : mergedTexts(repository, base, working, theirs)
}
