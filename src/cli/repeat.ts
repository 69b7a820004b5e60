import { dirname, join } from 'node:path'
import { cacheFolder, keep, readKept } from '../source/cache-file.js'
import { type Account, JUST_NOW, openAccount, stampOf } from '../source/disk.js'
import type { CheckOptions } from './check-options.js'
import type { ExitCode, Io } from './io.js'
import { programStamp } from './program-stamp.js'

/*
 * A check that would look at nothing new says again what it said before. What is kept of a check is one file: a line that says
 * what was called and what came of it, a line for each path that was looked at, an empty one, and what was printed.
 */

/** Stands for the stamp of a path that only has to be there. */
const THERE = 'there'

/** The first line. */
interface Head {
  /** All that a check goes by but for what lies on the disk. */
  readonly call: string
  readonly exit: ExitCode
  /** How much was printed, in bytes. */
  readonly stdout: number
  readonly stderr: number
}

/** @returns the exit code; null where nobody knows what the check would say */
export function repeat(paths: readonly string[], options: CheckOptions, io: Io): ExitCode | null {
  if (!isRepeatable(options)) return null
  const call = callOf(paths, options, io)
  const kept = readKept(fileOf(call, io))
  try {
    const looksAt = kept.indexOf('\n') + 1
    const { call: known, exit, stdout, stderr }: Head = JSON.parse(kept.toString('utf8', 0, looksAt))
    const errorsAt = kept.length - stderr
    const printedAt = errorsAt - stdout
    const looks = kept.toString('utf8', looksAt, printedAt)
    if (known !== call || !looks.endsWith('\n\n') || !looks.slice(0, -2).split('\n').every(isAsItWas)) return null
    if (stderr > 0) io.stderr.write(kept.toString('utf8', errorsAt))
    io.stdout.write(kept.toString('utf8', printedAt, errorsAt))
    return exit
  } catch {
    return null
  }
}

/** Whether what was looked at is as it was: a path and its stamp. */
function isAsItWas(look: string): boolean {
  const [path = '', stamp] = look.split('\t')
  const { text: now } = stampOf(path)
  return now === stamp || (stamp === THERE && now !== '')
}

/** What is kept of a check while it is done. */
export interface Recording {
  /** Where it prints what it has found. */
  readonly io: Io
  keep(exit: ExitCode): void
  /** Whatever becomes of the check. */
  close(): void
}

/** @returns null for a check that is not repeated */
export function recordingOf(paths: readonly string[], options: CheckOptions, io: Io): Recording | null {
  if (!isRepeatable(options)) return null
  const begun = Date.now()
  const account = openAccount()
  const printed: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] }
  const through = (name: 'stdout' | 'stderr'): Io['stdout'] => ({
    isTTY: io[name].isTTY,
    isFile: io[name].isFile,
    write(text) {
      printed[name].push(Buffer.from(text))
      return io[name].write(text)
    },
  })
  return {
    io: { env: io.env, cwd: () => io.cwd(), stdout: through('stdout'), stderr: through('stderr') },
    keep(exit) {
      // What could not be worked on may have been held up for a moment only.
      if (exit === 2) return
      const call = callOf(paths, options, io)
      const lines = linesOf(account, begun - JUST_NOW)
      if (!lines) return
      const [stdout, stderr] = [Buffer.concat(printed.stdout), Buffer.concat(printed.stderr)]
      const head: Head = { call, exit, stdout: stdout.length, stderr: stderr.length }
      const looks = [JSON.stringify(head), ...lines].join('\n')
      keep(fileOf(call, io), Buffer.concat([Buffer.from(`${looks}\n\n`), stdout, stderr]))
    },
    close: () => account.close(),
  }
}

/** What comes from elsewhere than the disk's files, or does more than print, is done anew. */
function isRepeatable({ cache, staged, stdin, stats, updateBaseline }: CheckOptions): boolean {
  return cache !== false && !(staged || stdin || stats || updateBaseline)
}

function callOf(paths: readonly string[], options: CheckOptions, io: Io): string {
  const { NO_COLOR, FORCE_COLOR, TERM, REPORTLINT_PARSER } = io.env
  const around = [io.cwd(), io.stdout.isTTY === true, NO_COLOR, FORCE_COLOR, TERM, REPORTLINT_PARSER]
  return JSON.stringify([programStamp(), around, paths, options])
}

function fileOf(call: string, io: Io): string {
  return join(cacheFolder(io.cwd(), io.env), `run-${letterSum(call)}.txt`)
}

/** @returns null where something may have changed after it was looked at, or before its clock ticked */
function linesOf({ read, asked }: Account, latest: number): string[] | null {
  const lines: string[] = []
  for (const path of read) {
    const { text, changed } = stampOf(path)
    if (changed >= latest) return null
    lines.push(`${path}\t${text}`)
  }
  for (const path of asked) {
    // A folder's own stamp tells whether anything in it came or went.
    if (read.has(dirname(path)) || read.has(path)) continue
    lines.push(`${path}\t${stampOf(path).text && THERE}`)
  }
  return lines.some((line) => !/^[^\t\n]+\t[^\t\n]*$/.test(line)) ? null : lines
}

/** Tells calls apart in a file's name: FNV-1a over their letters. To load what makes better sums would take 3 ms. */
function letterSum(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}
