import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { whyUnread } from '../../source/read.js'
import type { CheckScope } from '../output/fix-command.js'
import { type PrintOptions, printFindings } from '../output/print-findings.js'
import { attempt } from '../process/attempt.js'
import { type ExitCode, type Io, UsageError } from '../process/io.js'
import { conclude } from '../run/run.js'
import { joinParts, type Part, PROGRAM, VERSION } from './part.js'
import { textsBelow } from './texts-below.js'

/** The options for the output. What was asked for is recorded in the parts. */
export type MergeOptions = Omit<PrintOptions, keyof CheckScope>

/**
 * Joins the results of `check --shard`, compares the reports with each other, and prints the results as a single run over all of them
 * would.
 * @throws UsageError if the files are not the parts of one run, or not all of them
 */
export async function merge(files: readonly string[], options: MergeOptions, io: Io): Promise<ExitCode> {
  const cwd = io.cwd()
  const parts = files.map((file) => readPart(file, cwd))
  refuseOthers(files, parts)
  const run = await conclude(joinParts(parts), true)
  const [first] = parts
  const { asked = { paths: [] }, weights } = first ?? {}
  return printFindings({ ...run, textOf: textsBelow(cwd) }, { ...options, ...asked, weights }, io)
}

function readPart(file: string, cwd: string): Part {
  let text: string
  try {
    text = readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    throw new UsageError(`${file}: ${whyUnread(error)}`)
  }
  const part = attempt(() => JSON.parse(text) as Partial<Part> | null)
  if (part?.schemaVersion !== VERSION || !part.shard || !part.files || !part.run)
    throw new UsageError(`${file}: expected what \`reportlint check --shard\` wrote`)
  if (part.program !== PROGRAM)
    throw new UsageError(
      `${file}: it was written by ${part.program}, and this is ${PROGRAM}: use the same version everywhere`,
    )
  return part as Part
}

function refuseOthers(files: readonly string[], parts: readonly Part[]): void {
  const [first] = parts
  const seen = new Map<number, string>()
  for (const [at, { run, shard }] of parts.entries()) {
    const file = files[at] ?? ''
    const other = seen.get(shard.index)
    if (run !== first?.run)
      throw new UsageError(`${file}: it is from a different run than ${files[0]}: other paths, options or files`)
    if (other !== undefined) throw new UsageError(`${file}: it is part ${shard.index}, and so is ${other}`)
    seen.set(shard.index, file)
  }
  const of = first?.shard.of ?? 0
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !seen.has(index))
  if (missing.length > 0) throw new UsageError(`of ${of} parts these are missing: ${missing.join(', ')}`)
}
