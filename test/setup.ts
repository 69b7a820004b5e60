import fc from 'fast-check'

// One seed for everybody: a run that fails here fails there. FC_SEED and FC_RUNS are for looking further.
fc.configureGlobal({
  seed: Number(process.env.FC_SEED ?? 20251117),
  ...(process.env.FC_RUNS ? { numRuns: Number(process.env.FC_RUNS) } : {}),
})
