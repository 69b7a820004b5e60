import { dirname, join } from 'node:path'
import { cacheFolder, keep, readKept } from '../source/cache-file.js'
import { type Account, JUST_NOW, openAccount, stampOf } from '../source/disk.js'
import type { CheckOptions } from './check.js'
import type { ExitCode, Io } from './io.js'
import { programStamp } from './program-stamp.js'

/*
 * A check that would look at nothing new says again what it said before. What is kept of a check is one file: a line that says
 * what was called and what came of it, a line for each path that was looked at, and what was printed.
 */

/** Stands for the stamp of a path that only has to be there. */
const THERE = 'there'

/** The first line. */
interface Head {
  /** All that a check goes by but for what lies on the disk. */
  readonly call: string
  readonly exit: ExitCode
  readonly paths: number
  /** The lengths of what was printed, in UTF-16 code units. */
  readonly stdout: number
  readonly stderr: number
}

/** @returns the exit code; null where nobody knows what the check would say */
export function repeat(paths: readonly string[], options: CheckOptions, io: Io): ExitCode | null {
  if (!isRepeatable(options)) return null
  const call = callOf(paths, options, io)
  const text = readKept(fileOf(call, io))
  try {
    const [line, start] = upTo('\n', text, 0)
    const { call: known, ...head }: Head = JSON.parse(line)
    if (known !== call) return null
    let at = start
    for (let left = head.paths; left > 0; left--) {
      const [path, stampAt] = upTo('\t', text, at)
      const [stamp, next] = upTo('\n', text, stampAt)
      const { text: now } = stampOf(path)
      if (now !== stamp && !(stamp === THERE && now)) return null
      at = next
    }
    const errorsAt = at + head.stdout
    if (text.length !== errorsAt + head.stderr) return null
    if (head.stderr > 0) io.stderr.write(text.slice(errorsAt))
    io.stdout.write(text.slice(at, errorsAt))
    return head.exit
  } catch {
    return null
  }
}

/** What is kept of a check while it is done. */
export interface Record {
  /** Where it prints what it has found. */
  readonly io: Io
  keep(exit: ExitCode): void
  /** Whatever becomes of the check. */
  close(): void
}

/** @returns null for a check that is not repeated */
export function recordOf(paths: readonly string[], options: CheckOptions, io: Io): Record | null {
  if (!isRepeatable(options)) return null
  const begun = Date.now()
  const account = openAccount()
  const printed = { stdout: '', stderr: '' }
  const through = (name: 'stdout' | 'stderr'): Io['stdout'] => ({
    isTTY: io[name].isTTY,
    write(text) {
      printed[name] += text
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
      const { stdout, stderr } = printed
      const head: Head = { call, exit, paths: lines.length, stdout: stdout.length, stderr: stderr.length }
      keep(fileOf(call, io), `${[JSON.stringify(head), ...lines].join('\n')}\n${stdout}${stderr}`)
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

function upTo(end: string, text: string, from: number): [part: string, next: number] {
  const at = text.indexOf(end, from)
  if (at < 0) throw new Error('the end is missing')
  return [text.slice(from, at), at + 1]
}

/** Tells calls apart in a file's name: FNV-1a over their letters. To load what makes better sums would take 3 ms. */
function letterSum(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}
