import { randomBytes } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isWithin } from './path.js'
import { SourceError } from './read.js'

/**
 * Replaces the text of a file atomically: readers, even after a power cut, find either the old file or the new one. The mode and the
 * group are kept, and the owner if the system allows it. Symbolic links are followed only to files below one of the roots.
 * @param expected the text that the change was made against
 * @param roots folders
 * @throws SourceError if the file has changed, may not be written, or is elsewhere; nothing is changed then
 */
export function writeAtomically(path: string, text: string, expected: string, roots: readonly string[]): void {
  try {
    const target = targetOf(path, roots)
    if (isReadOnly(target)) throw new SourceError('the file is read-only, so it was left unchanged', path)
    if (isReadOnly(dirname(target)))
      throw new SourceError('its folder is read-only, so the file was left unchanged', path)
    put(target, Buffer.from(text), statSync(target), () => {
      if (!readFileSync(target).equals(Buffer.from(expected)))
        throw new SourceError('the file changed while it was being fixed, so it was left unchanged: run again', path)
    })
  } catch (error) {
    throw error instanceof SourceError
      ? error
      : new SourceError(`it could not be written: ${whyUnwritten(error, GONE)}`, path)
  }
}

/**
 * Puts a file in its place in one step. If it fails, what was there is there still, and nothing beside it.
 * @param of what the file is that it takes the place of; null where there is none
 * @param verify called when everything else is ready, right before
 * @throws as the file system does
 */
export function put(target: string, content: Uint8Array, of: Stats | null, verify = (): void => {}): void {
  const folder = dirname(target)
  removeStaleDrafts(folder)
  const draft = join(folder, `.reportlint-${randomBytes(8).toString('hex')}.tmp`)
  try {
    writeDraft(draft, content, of)
    verify()
    renameSync(draft, target)
  } catch (error) {
    removeIfThere(draft)
    throw error
  }
  syncFolder(folder)
}

/** The file itself, after following links: that of the file, or of any folder between a root and the file. */
function targetOf(path: string, roots: readonly string[]): string {
  const real = realpathSync(path)
  const isLink = lstatSync(path).isSymbolicLink()
  const above = isLink ? roots : roots.filter((root) => isWithin(resolve(path), resolve(root)))
  const isBelow = above.some((root) => isWithin(real, realpathSync(root)))
  if (!isBelow && (isLink || above.length > 0))
    throw new SourceError('this is a link to a file elsewhere, so it was left unchanged', path)
  return real
}

function isReadOnly(path: string): boolean {
  // The system lets root write everything: then the mode says what was meant.
  if (process.getuid?.() === 0 && (statSync(path).mode & 0o222) === 0) return true
  try {
    accessSync(path, constants.W_OK)
    return false
  } catch {
    return true
  }
}

function writeDraft(draft: string, content: Uint8Array, of: Stats | null): void {
  const file = openSync(draft, 'wx', of ? 0o600 : 0o666)
  try {
    for (let written = 0; written < content.length; ) written += writeSync(file, content, written)
    if (of) {
      keepOwner(file, of)
      // After the owner: a change of that takes away the rights that go with it.
      fchmodSync(file, of.mode & 0o7777)
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Only root may give a file away. It is the user's who fixed it, then, and stays that of its group.
 * @throws where the group would lose rights that not everybody has
 */
function keepOwner(file: number, { mode, uid, gid }: Stats): void {
  if (wasGiven(file, uid, gid) || wasGiven(file, -1, gid) || fstatSync(file).gid === gid) return
  const rightsOfGroup = (mode >> 3) & 0o7
  if ((rightsOfGroup & ~mode) !== 0)
    throw new Error('its group would lose its rights to it, which only a member of the group can keep')
}

function wasGiven(file: number, uid: number, gid: number): boolean {
  try {
    fchownSync(file, uid, gid)
    return true
  } catch {
    return false
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

const DRAFT = /^\.reportlint-[0-9a-f]{16}\.tmp$/
/** In milliseconds: a temporary file that is still being written is never this old. */
const STALE = 60_000

/** Removes the temporary files of programs that were killed. */
function removeStaleDrafts(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!DRAFT.test(name)) continue
      const path = join(folder, name)
      if (Date.now() - lstatSync(path).mtimeMs > STALE) removeIfThere(path)
    }
  } catch {
    // Another run may be at it, too. What is left is taken away with the next file.
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was never made, or is in its place by now.
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its path is too long',
  EACCES: 'the permission is missing',
  EPERM: 'the permission is missing',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EFBIG: 'the file is larger than the system allows',
  EDQUOT: 'the disk is full',
}

/** Why a file that was there is not there to be written. */
const GONE: typeof REASONS = { ENOENT: 'it is gone', ENOTDIR: 'it is gone', EISDIR: 'it is a folder by now' }

/**
 * Why the system did not let something be written, in words.
 * @param own those for codes that mean one thing or another by what was to be done
 */
export function whyUnwritten(error: unknown, own: typeof REASONS): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return own[code] ?? REASONS[code] ?? (code || message)
}
