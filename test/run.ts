import { main } from '../src/cli/main.js'
import type { ExitCode, Io } from '../src/cli/process/io.js'

/** The result of a call of the program. */
export interface Ended {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** The environment of the program. */
type Around = Partial<Pick<Io, 'stdin' | 'env' | 'once'>> & {
  /** Whether its output is a terminal. */
  readonly isTTY?: boolean
  /** The width of the terminal in cells. */
  readonly columns?: number | undefined
}

/** Runs the program in a folder, within the process of the test. Arguments without blanks may be given as one string. */
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
