import { EDITED } from '../../reporters/index.js'
import type { CheckOptions } from '../output/check-options.js'
import { printFindings } from '../output/print-findings.js'
import type { ExitCode, Io } from '../process/io.js'
import { startRecording } from '../replay/recording.js'
import { run } from '../run/run.js'
import { textsBelow } from './texts-below.js'

/** Checks reports and prints the findings. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const withEdits = EDITED.has(options.format)
  const asked = { ...options, paths }
  if (options.staged || options.stdin)
    return printFindings(await (await import('./check-texts.js')).checkTexts(paths, options, withEdits, io), asked, io)
  const textOf = textsBelow(io.cwd())
  if (options.stats) {
    const { startClock } = await import('../run/start-clock.js')
    const { formatStats } = await import('../output/stats.js')
    const clock = startClock()
    const checked = await run(paths, { ...options, clock }, withEdits, io)
    const code = await clock.waited('print', () => printFindings({ ...checked, textOf }, asked, io))
    io.stderr.write(formatStats(clock.measured()))
    return code
  }
  const recording = startRecording(paths, options, io)
  try {
    const checked = await run(paths, options, withEdits, io)
    const code = await printFindings({ ...checked, textOf }, asked, recording?.io ?? io)
    if (checked.basis) recording?.save(code, checked.basis)
    return code
  } finally {
    recording?.close()
  }
}
