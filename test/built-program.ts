import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The path of the built program. */
export const program = fileURLToPath(new URL('../bin/reportlint.js', import.meta.url))

/** Runs the built program in its own process. */
export function runBuilt(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [program, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
    timeout: 120_000,
  })
}
