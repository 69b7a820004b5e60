import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { SourceError } from './read.js'
import { whyUnwritten } from './write.js'

export interface NewFile {
  readonly path: string
  readonly text: string
  /** 0o755 for an executable file. */
  readonly mode?: number
}

/**
 * Creates new files and their folders: all of them or none.
 * @throws SourceError if one of them exists already, or cannot be created
 */
export function createFiles(files: readonly NewFile[]): void {
  const made: string[] = []
  try {
    for (const file of files) {
      made.push(...createFolder(dirname(file.path)))
      const opened = open(file)
      made.push(file.path)
      fill(opened, file)
    }
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true })
    throw error
  }
}

/** Creates a folder. @returns the topmost folder that had to be created, if any */
function createFolder(folder: string): string[] {
  try {
    const first = mkdirSync(folder, { recursive: true })
    return first === undefined ? [] : [first]
  } catch (error) {
    throw new SourceError(`the folder could not be created: ${whyUnwritten(error, IN_ITS_PLACE)}`, folder)
  }
}

/** Errors about creating a folder. */
const IN_ITS_PLACE = { EEXIST: 'a file is in its place', ENOTDIR: 'a file is in its place' }

/** Errors about creating a file. */
const NOWHERE = { ENOENT: 'there is no such folder', ENOTDIR: 'there is no such folder', EISDIR: 'this is a folder' }

/** Why a file that may be new could not be written, in words. */
export function whyUncreated(error: unknown): string {
  return `it could not be written: ${whyUnwritten(error, NOWHERE)}`
}

function open({ path, mode = 0o666 }: NewFile): number {
  try {
    return openSync(path, 'wx', mode)
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new SourceError(isThere ? 'it is there already, so it was left unchanged' : whyUncreated(error), path)
  }
}

function fill(opened: number, { path, text }: NewFile): void {
  try {
    writeFileSync(opened, text)
  } catch (error) {
    throw new SourceError(whyUncreated(error), path)
  } finally {
    closeSync(opened)
  }
}
