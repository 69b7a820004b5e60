import type { Readable } from 'node:stream'
import { printable } from '../../reporters/terminal.js'

/** What a command needs of the process around it; the process itself fits. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin?: Input | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  cwd(): string
  /** Calls back once when the user asks the program to end. */
  once?(signal: 'SIGINT', ended: () => void): unknown
}

/** Whether somebody types there is known of the process's own. */
export type Input = Readable & { readonly isTTY?: boolean }

export interface Output {
  /** @param text bytes of it are those of UTF-8 */
  write(text: string | Buffer): unknown
  readonly isTTY?: boolean | undefined
  /** How many cells a line has, where it is a terminal that says so. */
  readonly columns?: number | undefined
  /** Whether it ends in a file that the user named. */
  readonly isFile?: boolean | undefined
  /** Whether nobody reads it any more. */
  readonly isClosed?: boolean | undefined
}

/** 0: nothing to say; 1: findings of weight, or fixes to be made; 2: something could not be worked on. */
export type ExitCode = 0 | 1 | 2

/** Something that the user has to put right before the program can work: said in one line, without a stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Says on the standard error, in one line, what could not be done. */
export function complain(message: string, { stderr }: Pick<Io, 'stderr'>): void {
  stderr.write(`reportlint: ${printable(message)}\n`)
}
