import { resolve } from 'node:path'
import { readReport } from './read-report.js'

/** Texts of reports, read again when they are asked for: a run keeps none but the last. */
export function textsBelow(cwd: string): (path: string) => string | null {
  let last: { readonly path: string; readonly text: string | null } | null = null
  return (path) => {
    if (last?.path !== path) last = { path, text: textOf(path, cwd) }
    return last.text
  }
}

/** null where it can no longer be read. */
function textOf(path: string, cwd: string): string | null {
  try {
    return readReport(path, resolve(cwd, path))
  } catch {
    return null
  }
}
