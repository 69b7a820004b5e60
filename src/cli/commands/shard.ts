import { hashOf } from '../../source/hash.js'
import { attempt } from '../process/attempt.js'
import type { ExitCode, Io } from '../process/io.js'
import { collect, type RunOptions, type Shard } from '../run/collect.js'
import { selectionOf, weightsFor } from '../run/settings.js'
import { partOf } from './part.js'

export interface ShardOptions extends RunOptions {
  readonly shard: Shard
}

/**
 * Checks a part of the reports, each by itself, and prints what is known of them for `reportlint merge`, which ends the run:
 * it tells what could not be worked on, too.
 */
export async function checkShard(paths: readonly string[], options: ShardOptions, io: Io): Promise<ExitCode> {
  const { shard, reportsOnly } = options
  // The format is not known yet: some show the edits of fixes.
  const collected = await collect(paths, options, true, io, shard)
  const asked = { paths, ...selectionOf(options), ...(reportsOnly && { reportsOnly }) }
  const run = hashOf(JSON.stringify([asked, shard.of, collected.targets]))
  // Where a configuration cannot be used, what asks for weights says why.
  const weights = attempt(() => weightsFor(options, io.cwd())) ?? undefined
  const part = await partOf(collected, { shard, run, asked, weights })
  io.stdout.write(`${JSON.stringify(part)}\n`)
  collected.keeping?.remember(null)
  return 0
}
