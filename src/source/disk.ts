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
 * Whatever a check looks at on the disk, it looks at through these functions, so that an account can be kept of it: as long as
 * nothing in the account has changed, the same check comes to the same result. Paths are absolute.
 */

/** What was looked at. */
export interface Looks {
  /** Files that were read, folders that were listed. */
  readonly read: ReadonlySet<string>
  /** Paths of which it was asked whether there is anything. */
  readonly asked: ReadonlySet<string>
  /** What was in folders when they were first listed, as `namesOf` writes it. */
  readonly listed: ReadonlyMap<string, string>
}

/** What is looked at in this thread while the account is open. */
export interface Account extends Looks {
  close(): void
}

interface OpenAccount extends Looks {
  readonly read: Set<string>
  readonly asked: Set<string>
  readonly listed: Map<string, string>
}

const accounts = new Set<OpenAccount>()

export function openAccount(): Account {
  const account: OpenAccount = { read: new Set(), asked: new Set(), listed: new Map() }
  accounts.add(account)
  return { ...account, close: () => accounts.delete(account) }
}

/** Enters a look that is taken by other means than these functions. */
export function enter(kind: 'read' | 'asked', path: string): void {
  for (const account of accounts) account[kind].add(path)
}

/** Enters what another thread has looked at. */
export function enterAll({ read, asked, listed }: Looks): void {
  for (const path of read) enter('read', path)
  for (const path of asked) enter('asked', path)
  for (const [folder, names] of listed) enterListing(folder, names)
}

function enterListing(folder: string, names: string): void {
  for (const { listed } of accounts) if (!listed.has(folder)) listed.set(folder, names)
}

/** @throws as the file system does */
export function readBytes(path: string): Buffer {
  enter('read', path)
  return readFileSync(path)
}

/** The bytes that a file begins with, so many at the most; none where it cannot be read. */
export function openingOrNone(path: string, most: number): Uint8Array {
  enter('read', path)
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
 * What a path leads to, through links.
 * @throws as the file system does
 */
export function statsOf(path: string): Stats {
  enter('read', path)
  return statSync(path)
}

/** Settings of other programs are short. */
const MOST_BYTES = 1024 * 1024

/** The text of another program's settings; empty where nothing can be read there. What is no file is not opened: nobody may write into a pipe. */
export function textOrNone(path: string): string {
  try {
    const stats = statsOf(path)
    return stats.isFile() && stats.size <= MOST_BYTES
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
  enter('read', folder)
  const entries = readdirSync(folder, { withFileTypes: true })
  if (accounts.size > 0) enterListing(folder, namesOf(entries))
  return entries
}

/** What is in a folder, and which of it are folders and links, in one line; the same in whatever order it comes. */
export function namesOf(entries: readonly Dirent[]): string {
  return JSON.stringify(entries.map((entry) => `${sortOf(entry)}${entry.name}`).sort())
}

function sortOf(entry: Dirent): string {
  return entry.isFile() ? '-' : entry.isDirectory() ? 'd' : entry.isSymbolicLink() ? 'l' : '?'
}

/** As `entriesOf`; none where the folder is absent or closed to us. */
export function entriesOrNone(folder: string): Dirent[] {
  try {
    return entriesOf(folder)
  } catch {
    return []
  }
}

/** Whether there is anything at a path; where nobody may know there is not. */
export function isThere(path: string): boolean {
  enter('asked', path)
  try {
    const own = lstatSync(path, { throwIfNoEntry: false })
    // What a link leads to comes and goes without a trace in the link's folder.
    if (own?.isSymbolicLink()) statsOf(path)
    return own !== undefined
  } catch {
    return false
  }
}

/** As `isThere`, but a link is something even where it leads nowhere. */
export function isNamed(path: string): boolean {
  enter('asked', path)
  try {
    const own = lstatSync(path, { throwIfNoEntry: false })
    if (own?.isSymbolicLink()) enter('read', path)
    return own !== undefined
  } catch {
    return false
  }
}

/** Whether a file is what the standard output goes to. A shell empties it before the program begins. */
export function isStandardOutput(path: string): boolean {
  try {
    const [output, file] = [fstatSync(1), statsOf(path)]
    return output.isFile() && output.ino === file.ino && output.dev === file.dev
  } catch {
    return false
  }
}

/** What tells a file, or the list of what is in a folder, from what it was before. */
export interface Stamp {
  /**
   * When its content and its inode were last changed, in ms since 1970, its size and its inode's number; empty where there is
   * nothing.
   */
  readonly text: string
  /** When it was last changed, in ms since 1970. */
  readonly changed: number
}

/** The stamp of what a path leads to; it says nothing of what lies deeper in a folder. */
export function stampOf(path: string): Stamp {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(path)
    return { text: `${mtimeMs} ${ctimeMs} ${size} ${ino}`, changed: Math.max(mtimeMs, ctimeMs) }
  } catch {
    return { text: '', changed: 0 }
  }
}

/** What was changed so shortly before it was looked at, in ms, may have been changed again within the same tick of its clock. */
export const JUST_NOW = 2000
