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
    replaceFile(target, Buffer.from(text), statSync(target), () => {
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
 * Creates or replaces a file atomically. If it fails, the old file is unchanged, and no temporary file is left.
 * @param replaced the stats of the file to replace; null if there is none
 * @param verify called right before the old file is replaced; may throw to prevent that
 * @throws as the file system does
 */
export function replaceFile(
  target: string,
  content: Uint8Array,
  replaced: Stats | null,
  verify = (): void => {},
): void {
  const folder = dirname(target)
  removeStaleDrafts(folder)
  const draft = join(folder, `.reportlint-${randomBytes(8).toString('hex')}.tmp`)
  try {
    writeDraft(draft, content, replaced)
    verify()
    renameSync(draft, target)
  } catch (error) {
    removeIfThere(draft)
    throw error
  }
  syncFolder(folder)
}

/** The path of the file with all links resolved, of the file itself or of folders between a root and the file. */
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
  // Root may write everything, so for root the mode decides.
  if (process.getuid?.() === 0 && (statSync(path).mode & 0o222) === 0) return true
  try {
    accessSync(path, constants.W_OK)
    return false
  } catch {
    return true
  }
}

function writeDraft(draft: string, content: Uint8Array, replaced: Stats | null): void {
  const file = openSync(draft, 'wx', replaced ? 0o600 : 0o666)
  try {
    for (let written = 0; written < content.length; ) written += writeSync(file, content, written)
    if (replaced) {
      keepOwner(file, replaced)
      // After the owner, because changing the owner clears some bits of the mode.
      fchmodSync(file, replaced.mode & 0o7777)
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Keeps the owner and the group of a file. Only root may change the owner, so for other users the file becomes their own and only
 * the group is kept.
 * @throws if the group would lose rights that others do not have
 */
function keepOwner(file: number, { mode, uid, gid }: Stats): void {
  if (couldChown(file, uid, gid) || couldChown(file, -1, gid) || fstatSync(file).gid === gid) return
  const rightsOfGroup = (mode >> 3) & 0o7
  if ((rightsOfGroup & ~mode) !== 0)
    throw new Error('its group would lose access to it: only a member of the group can fix it')
}

function couldChown(file: number, uid: number, gid: number): boolean {
  try {
    fchownSync(file, uid, gid)
    return true
  } catch {
    return false
  }
}

/** Makes sure that the rename survives a power cut, on systems that can sync a folder. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // The file is complete in any case.
  }
}

const DRAFT = /^\.reportlint-[0-9a-f]{16}\.tmp$/
/** A temporary file that is still being written is never this old, in ms. */
const STALE_MS = 60_000

/** Removes the temporary files of programs that were killed. */
function removeStaleDrafts(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!DRAFT.test(name)) continue
      const path = join(folder, name)
      if (Date.now() - lstatSync(path).mtimeMs > STALE_MS) removeIfThere(path)
    }
  } catch {
    // Another run may be removing them, too. Any that are left are removed with the next file.
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was never created, or has been renamed already.
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ELOOP: 'its links form a loop',
  ENAMETOOLONG: 'its path is too long',
  EACCES: 'there is no permission to do that',
  EPERM: 'there is no permission to do that',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EFBIG: 'the file is larger than the system allows',
  EDQUOT: 'the disk is full',
}

/** Errors about a file that existed before. */
const GONE: typeof REASONS = { ENOENT: 'it is gone', ENOTDIR: 'it is gone', EISDIR: 'it is a folder now' }

/**
 * Why something could not be written, in words.
 * @param own the reasons for codes whose meaning depends on what was attempted
 */
export function whyUnwritten(error: unknown, own: typeof REASONS): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return own[code] ?? REASONS[code] ?? (code || message)
}
