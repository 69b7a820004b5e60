import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { SourceError } from './read.js'

/** Watches a changing set of folders until it is closed. */
export interface FolderWatch {
  /**
   * Watches exactly these folders from now on.
   * @param folders absolute
   * @throws SourceError if the system cannot watch any more folders
   */
  set(folders: Iterable<string>): void
  close(): void
}

/**
 * Watches folders one by one. Recursive watching in Node.js would include every file below, even in `node_modules`, and systems limit
 * the number of watched files.
 * @param onChange gets the absolute path of what was written, created, renamed or removed, or of its folder if the system only gives
 *   that
 */
export function watchFolders(onChange: (path: string) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  const unwatch = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  return {
    set(folders) {
      const wanted = new Set(folders)
      for (const folder of watchers.keys()) if (!wanted.has(folder)) unwatch(folder)
      for (const folder of wanted) {
        if (watchers.has(folder)) continue
        const watcher = watcherOf(folder, (name) => onChange(name === null ? folder : join(folder, name)))
        if (!watcher) continue
        // Removing a folder may end its watcher with an error, and the folder may be created again.
        watcher.on('error', () => unwatch(folder))
        watchers.set(folder, watcher)
      }
    },
    close() {
      for (const folder of watchers.keys()) unwatch(folder)
    },
  }
}

/** null for a folder that no longer exists, or may not be read. */
function watcherOf(folder: string, onChange: (name: string | null) => void): FSWatcher | null {
  try {
    return watch(folder, (_, name) => onChange(name))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return null
    const reason =
      code === 'ENOSPC' || code === 'EMFILE' ? 'the system cannot watch any more folders' : 'it cannot be watched'
    throw new SourceError(`${reason} (${code})`, folder)
  }
}
