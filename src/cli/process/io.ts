import type { Readable } from 'node:stream'
import { printable } from '../../reporters/terminal.js'

/** What a command needs of the process that it runs in; `process` itself has this type. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin?: Input | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  cwd(): string
  /** Calls back once when the user interrupts the program. */
  once?(signal: 'SIGINT', ended: () => void): unknown
}

/** `isTTY` is only known for the standard input of the process. */
export type Input = Readable & { readonly isTTY?: boolean }

export interface Output {
  /** @param text is written as UTF-8; a buffer must be UTF-8 */
  write(text: string | Buffer): unknown
  readonly isTTY?: boolean | undefined
  /** The width in cells, if it is a terminal that reports it. */
  readonly columns?: number | undefined
  /** Whether it is written to a file that the user named. */
  readonly isFile?: boolean | undefined
  /** Whether the reader has closed it. */
  readonly isClosed?: boolean | undefined
}

/** 0: nothing to report; 1: errors, too many warnings, or fixes to be made; 2: something could not be processed. */
export type ExitCode = 0 | 1 | 2

/** A mistake that the user has to correct, shown in one line without a stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Prints a failure to standard error, in one line. */
export function complain(message: string, { stderr }: Pick<Io, 'stderr'>): void {
  stderr.write(`reportlint: ${printable(message)}\n`)
}
