import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A run that takes longer is ended. */
const PATIENCE = 120_000

const GNU_TIME = '/usr/bin/time'
const OWN_MEMORY = fileURLToPath(new URL('own-memory.cjs', import.meta.url))

/** What children get: Node 20 takes twice as long to start with certificates of one's own. */
function environment(scratch, more = {}) {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, FORCE_COLOR: ___, ...env } = process.env
  return { ...env, XDG_CACHE_HOME: join(scratch, 'cache'), NO_COLOR: '1', ...more }
}

/** Runs a command once. @returns seconds; `ended` says why there is no result: a signal, or that patience was at its end */
export function once([program, ...args], { cwd, scratch, env, patience = PATIENCE }) {
  const start = process.hrtime.bigint()
  const options = { cwd, env: environment(scratch, env), stdio: 'ignore', timeout: patience, killSignal: 'SIGKILL' }
  const { error, signal, status } = spawnSync(program, args, options)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const ended = error?.code === 'ETIMEDOUT' ? `over ${patience / 1000} s` : (signal ?? (error ? error.code : null))
  return { seconds, status, ended }
}

/**
 * Runs commands in turn, round after round, so that a busy minute is shared by all.
 * @param before is called with the name before each run that counts
 * @returns for each name its median and how often it was run
 */
export function inTurn(commands, { rounds, before, ...options }) {
  const runs = new Map(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const done = runs.get(name)
      // What takes long varies less, and says as much when it is run less often.
      const spent = done.reduce((sum, { seconds }) => sum + seconds, 0)
      if (done.at(-1)?.ended || spent > 20) continue
      before?.(name)
      const run = once(command, options)
      // The first round fills the disk's cache.
      if (round === 0 && run.seconds < 5) continue
      done.push(run)
    }
  }
  return Object.fromEntries([...runs].map(([name, done]) => [name, summary(done)]))
}

function summary(runs) {
  const ended = runs.find((run) => run.ended)?.ended ?? null
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    rounds: runs.length,
    ended,
    status: runs.at(-1)?.status,
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The most memory a command held at once, in MB; null where nothing can tell: no GNU time, and no Node program. */
export function peakMemory(command, options) {
  const out = join(options.scratch, `memory-${process.pid}.txt`)
  rmSync(out, { force: true })
  if (existsSync(GNU_TIME)) once([GNU_TIME, '-q', '-f', '%M', '-o', out, ...command], options)
  else if (command[0] === process.execPath) {
    once(command, { ...options, env: { NODE_OPTIONS: `--require=${OWN_MEMORY}`, OWN_MEMORY: out } })
  }
  const kilobytes = existsSync(out) ? Number(readFileSync(out, 'utf8')) : 0
  rmSync(out, { force: true })
  return kilobytes > 0 ? kilobytes / 1024 : null
}
