/** What was measured: plain data, so that one thread can hand it to another. */
export interface Measured {
  /** Milliseconds for each phase, without what other phases took inside it; those of rules are named `rule ID`. */
  readonly times: Readonly<Record<string, number>>
  readonly counts: Readonly<Partial<Record<Count, number>>>
  /** Milliseconds from the clock's start. */
  readonly elapsed: number
}

/** Does some work as a phase of the run. Its time is added to the phase, without the time of phases inside it. */
export type Timed = <T>(phase: string, work: () => T) => T

export type Count = 'files' | 'bytes' | 'recalled' | 'threads'

export interface TimedRule {
  readonly id: string
  check(...of: never[]): Iterable<unknown>
}

/** Measures a run. */
export interface Clock {
  readonly timed: Timed
  /** As `timed`, for asynchronous work; no other phase may begin before it ends. */
  waited<T>(phase: string, work: () => Promise<T>): Promise<T>
  /** The same rules, each measured as a phase of its own. */
  rules<Rule extends TimedRule>(rules: readonly Rule[]): readonly Rule[]
  count(what: Count, number: number): void
  /** Counts a file that was read, and its bytes. */
  read(text: string): void
  /** Records how many there were at once; the highest number counts. */
  atOnce(what: Count, number: number): void
  /** Adds what another thread measured. */
  add(measured: Measured): void
  measured(): Measured
}

/** Measures nothing. */
export const NO_CLOCK: Clock = {
  timed: (_, work) => work(),
  waited: (_, work) => work(),
  rules: (rules) => rules,
  count() {},
  read() {},
  atOnce() {},
  add() {},
  measured: () => ({ times: {}, counts: {}, elapsed: 0 }),
}
