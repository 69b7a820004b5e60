import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { decode, reasonOf, SourceError } from './read.js'

/**
 * Replaces a file's text in one step: whoever reads it, and whoever pulls the plug, finds the old file or the new one, whole.
 * The mode stays. A link is followed only where it leads to a file below one of the roots.
 * @param expected the text that the change was made against
 * @param roots absolute folders
 * @throws SourceError where the file is another by now, may not be written, or lies elsewhere; nothing is changed then
 */
export function writeAtomically(path: string, text: string, expected: string, roots: readonly string[]): void {
  const target = targetOf(path, roots)
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const { mode } = statSync(target)
    if ((mode & 0o222) === 0) throw new SourceError('the file is read-only, it was left alone', path)
    writeDraft(draft, text, mode)
    if (decode(readFileSync(target), path) !== expected)
      throw new SourceError('the file changed while it was being fixed, it was left alone: run again', path)
    renameSync(draft, target)
    syncFolder(dirname(target))
  } catch (error) {
    removeIfThere(draft)
    throw error instanceof SourceError ? error : new SourceError(`it could not be written: ${reasonOf(error)}`, path)
  }
}

function targetOf(path: string, roots: readonly string[]): string {
  if (!lstatSync(path).isSymbolicLink()) return path
  const real = realpathSync(path)
  const isWithin = roots.some((root) => real.startsWith(realpathSync(root) + sep))
  if (!isWithin) throw new SourceError('this is a link to a file elsewhere, it was left alone', path)
  return real
}

function writeDraft(draft: string, text: string, mode: number): void {
  const file = openSync(draft, 'wx', mode)
  try {
    fchmodSync(file, mode)
    const bytes = Buffer.from(text)
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes the rename itself last; not every system lets a folder be opened for it. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // The file is whole either way.
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was never made, or is in its place by now.
  }
}
