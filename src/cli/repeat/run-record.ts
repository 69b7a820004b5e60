import { join } from 'node:path'
import { cacheFolder, keep, readKept } from '../../source/cache-file.js'
import type { CheckOptions } from '../output/check-options.js'
import type { ExitCode, Io } from '../process/io.js'
import { programStamp } from '../run/program-stamp.js'

/*
 * What is kept of a check is one file: a line that says what was called and what came of it, a line for each path that was
 * looked at, an empty one, what was printed, and what is known of each file.
 */

/** A check as it is recorded for the next one with the same command. */
export interface RunRecord {
  readonly exit: ExitCode
  /** What was looked at on the disk: see `looks.ts`. */
  readonly looks: readonly string[]
  readonly stdout: Buffer
  readonly stderr: Buffer
  /** See `run-files.ts`; empty if the check can only be repeated as a whole. */
  readonly files: Buffer
}

/** The first line. */
interface Head extends Pick<RunRecord, 'exit'> {
  /** Everything that determines a check, apart from the disk. */
  readonly call: string
  /** Lengths in bytes. */
  readonly stdout: number
  readonly stderr: number
  readonly files: number
}

/** The place for the record of a command. */
export interface RunPlace {
  read(): RunRecord | null
  write(record: RunRecord): void
}

/** @returns null for a check that cannot be repeated: it depends on more than files, or does more than print */
export function placeOf(paths: readonly string[], options: CheckOptions, io: Io): RunPlace | null {
  const { cache, staged, stdin, stats, updateBaseline } = options
  if (cache === false || staged || stdin || stats || updateBaseline) return null
  const { NO_COLOR, FORCE_COLOR, TERM, REPORTLINT_PARSER } = io.env
  const around = [io.cwd(), io.stdout.isTTY === true, NO_COLOR, FORCE_COLOR, TERM, REPORTLINT_PARSER]
  const call = JSON.stringify([programStamp(), around, paths, options])
  const file = join(cacheFolder(io.cwd(), io.env), `run-${letterSum(call)}.txt`)
  return {
    read: () => recordIn(readKept(file), call),
    write({ exit, looks, stdout, stderr, files }) {
      const head: Head = { call, exit, stdout: stdout.length, stderr: stderr.length, files: files.length }
      const start = Buffer.from(`${[JSON.stringify(head), ...looks].join('\n')}\n\n`)
      keep(file, Buffer.concat([start, stdout, stderr, files]))
    },
  }
}

function recordIn(kept: Buffer, call: string): RunRecord | null {
  try {
    const looksAt = kept.indexOf('\n') + 1
    const head: Head = JSON.parse(kept.toString('utf8', 0, looksAt))
    if (head.call !== call) return null
    const filesAt = kept.length - head.files
    const stderrAt = filesAt - head.stderr
    const stdoutAt = stderrAt - head.stdout
    const looks = kept.toString('utf8', looksAt, stdoutAt)
    if (!looks.endsWith('\n\n')) return null
    return {
      exit: head.exit,
      looks: looks.slice(0, -2).split('\n'),
      stdout: kept.subarray(stdoutAt, stderrAt),
      stderr: kept.subarray(stderrAt, filesAt),
      files: kept.subarray(filesAt),
    }
  } catch {
    return null
  }
}

/** A hash of a command for the name of a file: FNV-1a. Loading `node:crypto` for a better one would take 3 ms. */
function letterSum(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}
