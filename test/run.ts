import { main } from '../src/cli/main.js'
import type { ExitCode, Io } from '../src/cli/process/io.js'

/** What a call of the program ended with, and what it printed. */
export interface Ended {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** What the program finds around it, if anything. */
type Around = Partial<Pick<Io, 'stdin' | 'env' | 'once'>> & {
  /** Whether what it prints goes to a terminal. */
  readonly isTTY?: boolean
  /** How many cells a line of it has. */
  readonly columns?: number | undefined
}

/** Calls the program from a folder, in the process of the test. Arguments without blanks in them can be one text. */
export async function run(
  cwd: string,
  args: string | readonly string[],
  { isTTY = false, columns, ...around }: Around = {},
): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  const code = await main(typeof args === 'string' ? args.split(' ').filter(Boolean) : args, {
    stdout: { write: (text) => (stdout += text.toString()), isTTY, columns },
    stderr: { write: (text) => (stderr += text.toString()), isTTY, columns },
    env: {},
    cwd: () => cwd,
    ...around,
  })
  return { code, stdout, stderr }
}
