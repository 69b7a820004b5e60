import fc from 'fast-check'

// A fixed seed, so that failures are reproducible. FC_SEED and FC_RUNS try more inputs.
fc.configureGlobal({
  seed: Number(process.env.FC_SEED ?? 20251117),
  ...(process.env.FC_RUNS ? { numRuns: Number(process.env.FC_RUNS) } : {}),
})
