import { join } from 'node:path'
import { cacheFolder, readCacheFile, writeCacheFile } from '../../source/cache-file.js'
import type { CheckOptions } from '../output/check-options.js'
import type { ExitCode, Io } from '../process/io.js'
import { programStamp } from '../run/program-stamp.js'

/*
 * The record of a check is one file: a line with its header, the lines of `disk-state.ts`, an empty line, what it printed to
 * standard output and standard error, and what `run-files.ts` records of each file.
 */

/** A check as it is recorded for the next one with the same command. */
export interface RunRecord {
  readonly exit: ExitCode
  /** The state of what it accessed on the disk: see `disk-state.ts`. */
  readonly diskState: readonly string[]
  readonly stdout: Buffer
  readonly stderr: Buffer
  /** See `run-files.ts`; empty if the output can only be replayed as a whole. */
  readonly files: Buffer
}

/** The first line. */
interface Header extends Pick<RunRecord, 'exit'> {
  /** Everything that determines a check, apart from the disk. */
  readonly call: string
  /** Lengths in bytes. */
  readonly stdout: number
  readonly stderr: number
  readonly files: number
}

/** Where the record of a command is stored. */
export interface RecordSlot {
  read(): RunRecord | null
  write(record: RunRecord): void
}

/** @returns null for a check whose output cannot be replayed: it depends on more than files, or does more than print */
export function recordSlotFor(paths: readonly string[], options: CheckOptions, io: Io): RecordSlot | null {
  const { cache, staged, stdin, stats, updateBaseline } = options
  if (cache === false || staged || stdin || stats || updateBaseline) return null
  const { NO_COLOR, FORCE_COLOR, TERM, REPORTLINT_PARSER } = io.env
  const environment = [io.cwd(), io.stdout.isTTY === true, NO_COLOR, FORCE_COLOR, TERM, REPORTLINT_PARSER]
  const call = JSON.stringify([programStamp(), environment, paths, options])
  const file = join(cacheFolder(io.cwd(), io.env), `run-${fnv1a(call)}.txt`)
  return {
    read: () => recordIn(readCacheFile(file), call),
    write({ exit, diskState, stdout, stderr, files }) {
      const header: Header = { call, exit, stdout: stdout.length, stderr: stderr.length, files: files.length }
      const start = Buffer.from(`${[JSON.stringify(header), ...diskState].join('\n')}\n\n`)
      writeCacheFile(file, Buffer.concat([start, stdout, stderr, files]))
    },
  }
}

function recordIn(bytes: Buffer, call: string): RunRecord | null {
  try {
    const linesAt = bytes.indexOf('\n') + 1
    const header: Header = JSON.parse(bytes.toString('utf8', 0, linesAt))
    if (header.call !== call) return null
    const filesAt = bytes.length - header.files
    const stderrAt = filesAt - header.stderr
    const stdoutAt = stderrAt - header.stdout
    const lines = bytes.toString('utf8', linesAt, stdoutAt)
    if (!lines.endsWith('\n\n')) return null
    return {
      exit: header.exit,
      diskState: lines.slice(0, -2).split('\n'),
      stdout: bytes.subarray(stdoutAt, stderrAt),
      stderr: bytes.subarray(stderrAt, filesAt),
      files: bytes.subarray(filesAt),
    }
  } catch {
    return null
  }
}

/** A hash of a command for the name of a file: FNV-1a. Loading `node:crypto` for a better one would take 3 ms. */
function fnv1a(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}
