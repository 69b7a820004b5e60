import { resolve } from 'node:path'
import { attempt } from '../process/attempt.js'
import { readReport } from '../run/read-report.js'

/** Texts of reports, read again when they are asked for: a run keeps none but the last. One that can no longer be read is null. */
export function textsBelow(cwd: string): (path: string) => string | null {
  let last: { readonly path: string; readonly text: string | null } | null = null
  return (path) => {
    if (last?.path !== path) last = { path, text: attempt(() => readReport(path, resolve(cwd, path))) }
    return last.text
  }
}
