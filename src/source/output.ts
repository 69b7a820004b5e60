import { accessSync, constants, lstatSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { whyUncreated } from './create.js'
import { SourceError } from './read.js'
import { put } from './write.js'

/**
 * Sees whether a file can be written, before the work begins whose result is to stand there.
 * @param path absolute; nothing need be there
 * @throws SourceError
 */
export function checkOutput(path: string): void {
  reporting(path, () => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats?.isDirectory()) throw coded('EISDIR')
    if (!statSync(dirname(path)).isDirectory()) throw coded('ENOTDIR')
    accessSync(stats ? path : dirname(path), constants.W_OK)
  })
}

/**
 * Writes a file, whatever is there: in one step where the system allows it, so that a full disk leaves the old file, or none.
 * @throws SourceError
 */
export function writeOutput(path: string, content: Uint8Array): void {
  reporting(path, () => {
    const stats = statSync(path, { throwIfNoEntry: false })
    // A device or a pipe takes what comes, a link may lead to where nothing is yet, and `/dev/stdout` to what is open already.
    const isFree = stats ? stats.isFile() : lstatSync(path, { throwIfNoEntry: false }) === undefined
    const isPlain = isFree && !/^\/(?:dev|proc)\//.test(path)
    if (!isPlain) return writeFileSync(path, content)
    try {
      put(stats ? realpathSync(path) : path, content, stats ?? null)
    } catch (error) {
      if (NO_ROOM.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      // Who may write a file need not be allowed to make one beside it, or to put another in its place.
      writeFileSync(path, content)
    }
  })
}

/** Nothing else that could be done would be done to its end. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'])

function coded(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code })
}

function reporting(path: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw new SourceError(whyUncreated(error), path)
  }
}
