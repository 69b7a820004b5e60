import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { SourceError } from './read.js'

/** What happens in some folders, as long as nobody closes it. */
export interface FolderWatch {
  /**
   * Watches just these folders from now on.
   * @param folders absolute
   * @throws SourceError where the system watches no more
   */
  set(folders: Iterable<string>): void
  close(): void
}

/**
 * Watches folders one by one. Node's recursive watching would take every file of every folder below, those of `node_modules`
 * among them, and systems watch a limited number.
 * @param onChange gets the absolute path of what was written, made, renamed or removed; of the folder where that is all that
 *   the system says
 */
export function watchFolders(onChange: (path: string) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  const forget = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  return {
    set(folders) {
      const wanted = new Set(folders)
      for (const folder of watchers.keys()) if (!wanted.has(folder)) forget(folder)
      for (const folder of wanted) {
        if (watchers.has(folder)) continue
        const watcher = watcherOf(folder, (name) => onChange(name === null ? folder : join(folder, name)))
        if (!watcher) continue
        // A folder that is removed may end its watcher with an error, and may be made again.
        watcher.on('error', () => forget(folder))
        watchers.set(folder, watcher)
      }
    },
    close() {
      for (const folder of watchers.keys()) forget(folder)
    },
  }
}

/** null for a folder that is gone by now. */
function watcherOf(folder: string, onChange: (name: string | null) => void): FSWatcher | null {
  try {
    return watch(folder, (_, name) => onChange(name))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return null
    const reason =
      code === 'ENOSPC' || code === 'EMFILE' ? 'the system watches no more folders' : 'it cannot be watched'
    throw new SourceError(`${reason} (${code})`, folder)
  }
}
