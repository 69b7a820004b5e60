import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/* Temporary folders that are removed after the tests that use them. */

export type Files = Readonly<Record<string, string | Uint8Array>>

/** Writes files by their paths relative to a folder, and creates folders as needed. */
export function writeIn(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

// The program prints real paths, and on macOS the temporary folder is a link.
const made = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'reportlint-')))
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** An empty folder for one test. */
export function emptyFolder(): string {
  const folder = made()
  onTestFinished(() => remove(folder))
  return folder
}

/** A folder with these files for one test. It is the root of a repository, so configurations above it do not apply. */
export function folderWith(files: Files = {}): string {
  const folder = emptyFolder()
  writeIn(folder, { '.git': '', ...files })
  return folder
}

/** An empty folder for all tests of the file or `describe` that creates it. */
export function sharedFolder(): string {
  const folder = made()
  afterAll(() => remove(folder))
  return folder
}
