import { EDITED } from '../../reporters/index.js'
import type { CheckOptions } from '../output/check-options.js'
import { printFindings } from '../output/print-findings.js'
import type { ExitCode, Io } from '../process/io.js'
import { startRecording } from '../replay/recording.js'
import { type CheckedTexts, run } from '../run/run.js'
import { textsBelow } from './texts-below.js'

/** Checks reports and prints the findings. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  if (options.staged || options.stdin) {
    const { checkTexts } = await import('./check-texts.js')
    return printFindings(await checkTexts(paths, options, EDITED.has(options.format), io), { ...options, paths }, io)
  }
  if (options.stats) return checkMeasured(paths, options, io)
  const recording = startRecording(paths, options, io)
  try {
    const checked = await checkFiles(paths, options, io)
    const code = await printFindings(checked, { ...options, paths }, recording?.io ?? io)
    if (checked.basis) recording?.save(code, checked.basis)
    return code
  } finally {
    recording?.close()
  }
}

/** Checks reports, prints the findings, and then what took how long. */
async function checkMeasured(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const { startClock } = await import('../run/start-clock.js')
  const { formatStats } = await import('../output/stats.js')
  const clock = startClock()
  const checked = await checkFiles(paths, { ...options, clock }, io)
  const code = await clock.waited('print', () => printFindings(checked, { ...options, paths }, io))
  io.stderr.write(formatStats(clock.measured()))
  return code
}

async function checkFiles(paths: readonly string[], options: CheckOptions, io: Io): Promise<CheckedTexts> {
  return { ...(await run(paths, options, EDITED.has(options.format), io)), textOf: textsBelow(io.cwd()) }
}
