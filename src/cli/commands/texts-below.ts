import { resolve } from 'node:path'
import { attempt } from '../process/attempt.js'
import { readReport } from '../run/read-report.js'

/** Reads the texts of reports again on demand, and keeps only the last one in memory. null if a file cannot be read any more. */
export function textsBelow(cwd: string): (path: string) => string | null {
  let last: { readonly path: string; readonly text: string | null } | null = null
  return (path) => {
    if (last?.path !== path) last = { path, text: attempt(() => readReport(path, resolve(cwd, path))) }
    return last.text
  }
}
