import { memoizeByObject } from '../../text/memoize.js'
import type { Clock, Count, Timed, TimedRule } from './clock.js'

/** The phase for everything that belongs to no other. */
const REST = 'everything else'

/** Starts to measure. @param now the time in ms */
export function startClock(now = () => performance.now()): Clock {
  const times: Record<string, number> = {}
  const counts: Partial<Record<Count, number>> = {}
  const start = now()
  /** How long phases took inside the current one or, outside of all phases, how long all of them took in this thread. */
  let inside = 0
  /** Begins a phase. @returns a function that ends it */
  const begin = (phase: string): (() => void) => {
    const [before, begun] = [inside, now()]
    inside = 0
    return () => {
      const took = now() - begun
      increase(times, phase, took - inside)
      inside = before + took
    }
  }
  const timed: Timed = (phase, work) => {
    const end = begin(phase)
    try {
      return work()
    } finally {
      end()
    }
  }
  const timedOf = memoizeByObject((rules: readonly TimedRule[]): readonly TimedRule[] => timedRules(rules, timed))
  return {
    timed,
    async waited(phase, work) {
      const end = begin(phase)
      try {
        return await work()
      } finally {
        end()
      }
    },
    rules: <Rule extends TimedRule>(rules: readonly Rule[]) => timedOf(rules) as readonly Rule[],
    count: (what, number) => increase(counts, what, number),
    read(text) {
      increase(counts, 'files', 1)
      increase(counts, 'bytes', Buffer.byteLength(text))
    },
    atOnce(what, number) {
      counts[what] = Math.max(number, counts[what] ?? 0)
    },
    add(measured) {
      for (const [phase, time] of Object.entries(measured.times)) increase(times, phase, time)
      for (const [what, number] of Object.entries(measured.counts)) increase(counts, what as Count, number)
    },
    measured() {
      const elapsed = now() - start
      return { times: { ...times, [REST]: (times[REST] ?? 0) + elapsed - inside }, counts: { ...counts }, elapsed }
    },
  }
}

function timedRules(rules: readonly TimedRule[], timed: Timed): TimedRule[] {
  return rules.map((rule) => ({
    ...rule,
    check: (...of) => timed(`rule ${rule.id}`, () => [...rule.check(...of)]),
  }))
}

function increase<Key extends string>(record: Partial<Record<Key, number>>, key: Key, by: number): void {
  record[key] = (record[key] ?? 0) + by
}
