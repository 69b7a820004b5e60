import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** Folders on the disk that are gone when the tests that use them are over. */

export type Files = Readonly<Record<string, string | Uint8Array>>

/** Writes files by their paths from a folder, with the folders that they lie in. */
export function writeIn(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

// The program prints real paths, and on macOS the folder for what is temporary is a link.
const made = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'reportlint-')))
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** An empty folder for one test. */
export function emptyFolder(): string {
  const folder = made()
  onTestFinished(() => remove(folder))
  return folder
}

/** A folder with these files for one test. It is the root of a repository: no configuration above it counts. */
export function folderWith(files: Files = {}): string {
  const folder = emptyFolder()
  writeIn(folder, { '.git': '', ...files })
  return folder
}

/** An empty folder for all tests of the file or the `describe` that it is made in. */
export function sharedFolder(): string {
  const folder = made()
  afterAll(() => remove(folder))
  return folder
}
