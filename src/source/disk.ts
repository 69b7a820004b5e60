import {
  closeSync,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'

/*
 * Every check reads the disk through these functions, which log what was accessed: as long as nothing in the log has changed, the
 * same check gives the same result. Paths are absolute.
 */

/** What a run has accessed on the disk. */
export interface DiskAccesses {
  /** Files that were read, and folders that were listed. */
  readonly read: ReadonlySet<string>
  /** Paths whose existence was checked. */
  readonly probed: ReadonlySet<string>
  /** The content of folders when they were first listed, as `listingOf` writes it. */
  readonly listed: ReadonlyMap<string, string>
}

/** Logs what this thread accesses until it is closed. */
export interface AccessLog extends DiskAccesses {
  close(): void
}

interface OpenLog extends DiskAccesses {
  readonly read: Set<string>
  readonly probed: Set<string>
  readonly listed: Map<string, string>
}

const openLogs = new Set<OpenLog>()

export function openAccessLog(): AccessLog {
  const log: OpenLog = { read: new Set(), probed: new Set(), listed: new Map() }
  openLogs.add(log)
  return { ...log, close: () => openLogs.delete(log) }
}

/** Records an access to the disk by other means than these functions. */
export function recordAccess(kind: 'read' | 'probed', path: string): void {
  for (const log of openLogs) log[kind].add(path)
}

/** Records what another thread has accessed. */
export function recordAccesses({ read, probed, listed }: DiskAccesses): void {
  for (const path of read) recordAccess('read', path)
  for (const path of probed) recordAccess('probed', path)
  for (const [folder, names] of listed) recordListing(folder, names)
}

function recordListing(folder: string, names: string): void {
  for (const { listed } of openLogs) if (!listed.has(folder)) listed.set(folder, names)
}

/** @throws as the file system does */
export function readBytes(path: string): Buffer {
  recordAccess('read', path)
  return readFileSync(path)
}

/** The first bytes of a file; empty if it cannot be read. @param most how many bytes to read at most */
export function firstBytesOrNone(path: string, most: number): Uint8Array {
  recordAccess('read', path)
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(most)
      return bytes.subarray(0, readSync(file, bytes))
    } finally {
      closeSync(file)
    }
  } catch {
    return new Uint8Array()
  }
}

/**
 * The stats of a path, following links.
 * @throws as the file system does
 */
export function statsOf(path: string): Stats {
  recordAccess('read', path)
  return statSync(path)
}

/** The most bytes to read of another program's settings, which are short. */
const MAX_SETTINGS_BYTES = 1024 * 1024

/**
 * The text of another program's settings; empty if it cannot be read. Only regular files are opened: reading a pipe that nobody
 * writes to would never end.
 */
export function textOrNone(path: string): string {
  try {
    const stats = statsOf(path)
    return stats.isFile() && stats.size <= MAX_SETTINGS_BYTES
      ? readBytes(path)
          .toString()
          .replace(/^\ufeff/, '')
      : ''
  } catch {
    return ''
  }
}

/** @throws as the file system does */
export function entriesOf(folder: string): Dirent[] {
  recordAccess('read', folder)
  const entries = readdirSync(folder, { withFileTypes: true })
  if (openLogs.size > 0) recordListing(folder, listingOf(entries))
  return entries
}

/** The entries of a folder as one line that also tells which are folders and links, whatever their order. */
export function listingOf(entries: readonly Dirent[]): string {
  return JSON.stringify(entries.map((entry) => `${typeMark(entry)}${entry.name}`).sort())
}

function typeMark(entry: Dirent): string {
  return entry.isFile() ? '-' : entry.isDirectory() ? 'd' : entry.isSymbolicLink() ? 'l' : '?'
}

/** As `entriesOf`; empty if the folder does not exist or cannot be read. */
export function entriesOrNone(folder: string): Dirent[] {
  try {
    return entriesOf(folder)
  } catch {
    return []
  }
}

/** Whether a path exists; false if that cannot be found out. */
export function pathExists(path: string): boolean {
  recordAccess('probed', path)
  try {
    const own = lstatSync(path, { throwIfNoEntry: false })
    // The target of a link can come and go without changing the folder of the link.
    if (own?.isSymbolicLink()) statsOf(path)
    return own !== undefined
  } catch {
    return false
  }
}

/** As `pathExists`, but a broken link exists as well. */
export function pathOrLinkExists(path: string): boolean {
  recordAccess('probed', path)
  try {
    const own = lstatSync(path, { throwIfNoEntry: false })
    if (own?.isSymbolicLink()) recordAccess('read', path)
    return own !== undefined
  } catch {
    return false
  }
}

/** Whether standard output goes to a file, which the shell has emptied before the program starts. */
export function isStandardOutput(path: string): boolean {
  try {
    const [output, file] = [fstatSync(1), statsOf(path)]
    return output.isFile() && output.ino === file.ino && output.dev === file.dev
  } catch {
    return false
  }
}

/** Identifies the state of a file, or of the list of entries of a folder, so that a change can be noticed. */
export interface Stamp {
  /** The times of the last changes of content and inode in ms since 1970, the size, and the inode number; empty if nothing exists. */
  readonly text: string
  /** The time of the last change, in ms since 1970. */
  readonly changed: number
}

/** The stamp of a path, following links. That of a folder does not depend on what is deeper in it. */
export function stampOf(path: string): Stamp {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(path)
    return { text: `${mtimeMs} ${ctimeMs} ${size} ${ino}`, changed: Math.max(mtimeMs, ctimeMs) }
  } catch {
    return { text: '', changed: 0 }
  }
}

/**
 * The coarsest clock of a file system. A file that changed less than this before it was read may change again without a new time
 * stamp.
 */
export const CLOCK_TICK_MS = 2000
