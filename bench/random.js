/** Random numbers that only depend on the seeds (mulberry32). */
export function randomFrom(...seeds) {
  let state = 0x9e3779b9
  for (const seed of seeds) state = Math.imul(state ^ (seed + 1), 0x85ebca6b) ^ (state >>> 13)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least, most) => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    /** True with a probability of that many percent. */
    percent: (share) => next() * 100 < share,
    pick: (choices) => choices[Math.floor(next() * choices.length)],
    /** So many of the choices, each at most once. */
    some(choices, count) {
      const left = [...choices]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(between(0, left.length - 1), 1)[0])
    },
  }
}
