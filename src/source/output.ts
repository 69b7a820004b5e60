import { accessSync, constants, lstatSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { whyUncreated } from './create.js'
import { SourceError } from './read.js'
import { replaceFile } from './write.js'

/**
 * Checks that a file can be written, before the work for its content begins.
 * @param path absolute; the file need not exist
 * @throws SourceError
 */
export function checkOutput(path: string): void {
  withPath(path, () => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats?.isDirectory()) throw coded('EISDIR')
    if (!statSync(dirname(path)).isDirectory()) throw coded('ENOTDIR')
    accessSync(stats ? path : dirname(path), constants.W_OK)
  })
}

/**
 * Writes a file, replacing any other: atomically if the system allows it, so that a full disk leaves the old file, or none.
 * @throws SourceError
 */
export function writeOutput(path: string, content: Uint8Array): void {
  withPath(path, () => {
    const stats = statSync(path, { throwIfNoEntry: false })
    // Devices, pipes, broken links and paths such as `/dev/stdout` can only be written to, not replaced.
    const isFile = stats ? stats.isFile() : lstatSync(path, { throwIfNoEntry: false }) === undefined
    const isReplaceable = isFile && !/^\/(?:dev|proc)\//.test(path)
    if (!isReplaceable) return writeFileSync(path, content)
    try {
      replaceFile(stats ? realpathSync(path) : path, content, stats ?? null)
    } catch (error) {
      if (DISK_FULL.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      // The user may be allowed to write to the file, but not to create or replace files in its folder.
      writeFileSync(path, content)
    }
  })
}

/** Errors after which writing in another way would fail as well. */
const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'])

function coded(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code })
}

function withPath(path: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw new SourceError(whyUncreated(error), path)
  }
}
