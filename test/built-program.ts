import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The program as it was built, which runs in a process of its own. */
export const program = fileURLToPath(new URL('../bin/reportlint.js', import.meta.url))

/** Runs it to its end, from a folder and in an environment. */
export function runBuilt(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [program, ...args], { cwd, env, encoding: 'utf8', maxBuffer: 1e9 })
}
