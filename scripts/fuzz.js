import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

// Runs more random inputs than the tests do: node scripts/fuzz.js --runs 10000 --seed 7 --family speakers
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string' }, family: { type: 'string' } },
})
const seed = values.seed ?? String(Date.now() % 2 ** 31)
console.log(`seed ${seed}: with --seed ${seed} the same inputs come again`)
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz.test.ts', '--testTimeout=0'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    FUZZ_RUNS: values.runs,
    FC_SEED: seed,
    ...(values.family && { FUZZ_FAMILY: values.family }),
  },
})
process.exitCode = status ?? 1
