import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** In ms: a run that takes longer is killed. */
const PATIENCE = 120_000

const GNU_TIME = '/usr/bin/time'
const OWN_MEMORY = fileURLToPath(new URL('own-memory.cjs', import.meta.url))

/** The environment of child processes. Without NODE_EXTRA_CA_CERTS, which doubles the start-up time of Node 20. */
function environment(scratch, more = {}) {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, FORCE_COLOR: ___, ...env } = process.env
  return { ...env, XDG_CACHE_HOME: join(scratch, 'cache'), NO_COLOR: '1', ...more }
}

/** Runs a command once. @returns the time in seconds; `ended` is the reason if there is no result: a signal, or a timeout */
export function once([program, ...args], { cwd, scratch, env, patience = PATIENCE }) {
  const start = process.hrtime.bigint()
  const options = { cwd, env: environment(scratch, env), stdio: 'ignore', timeout: patience, killSignal: 'SIGKILL' }
  const { error, signal, status } = spawnSync(program, args, options)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const ended = error?.code === 'ETIMEDOUT' ? `over ${patience / 1000} s` : (signal ?? (error ? error.code : null))
  return { seconds, status, ended }
}

/**
 * Runs commands in turns, round after round, so that other load on the machine affects all of them.
 * @param before is called with the name before each run that counts
 * @returns by name, the median time and the number of runs
 */
export function inTurn(commands, { rounds, before, ...options }) {
  const runs = new Map(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const done = runs.get(name)
      // Long runs vary less, so fewer of them are enough.
      const spent = done.reduce((sum, { seconds }) => sum + seconds, 0)
      if (done.at(-1)?.ended || spent > 20) continue
      before?.(name)
      const run = once(command, options)
      // The first round only warms up the disk cache.
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

/** The peak memory of a command in MB; null without GNU time, unless it is a Node program. */
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
