import { hashOf } from '../../source/hash.js'
import { attempt } from '../process/attempt.js'
import type { ExitCode, Io } from '../process/io.js'
import { collect, type RunOptions, type Shard } from '../run/collect.js'
import { selectionOf, weightsFor } from '../run/settings.js'
import { partOf } from './part.js'

export interface ShardOptions extends RunOptions {
  readonly shard: Shard
}

/** Checks a part of the reports, each by itself, and prints the results for `reportlint merge`, which also reports failures. */
export async function checkShard(paths: readonly string[], options: ShardOptions, io: Io): Promise<ExitCode> {
  const { shard, reportsOnly } = options
  // Always with edits, because the format is not known yet, and some formats show them.
  const collected = await collect(paths, options, true, io, shard)
  const asked = { paths, ...selectionOf(options), ...(reportsOnly && { reportsOnly }) }
  const run = hashOf(JSON.stringify([asked, shard.of, collected.targets]))
  // An invalid configuration is not reported here, but by `merge`, which needs the weights.
  const weights = attempt(() => weightsFor(options, io.cwd())) ?? undefined
  const part = await partOf(collected, { shard, run, asked, weights })
  io.stdout.write(`${JSON.stringify(part)}\n`)
  collected.cache?.remember(null)
  return 0
}
