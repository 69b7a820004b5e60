/** What was measured: plain data, so that one thread can hand it to another. */
export interface Measured {
  /** Milliseconds for each phase, without what other phases took inside it; those of rules are named `rule ID`. */
  readonly times: Readonly<Record<string, number>>
  readonly counts: Readonly<Partial<Record<Count, number>>>
  /** Milliseconds from the clock's start. */
  readonly elapsed: number
}

/** Does a piece of work as a phase of the run; its time, without that of phases inside it, is added to the phase's. */
export type Timed = <T>(phase: string, work: () => T) => T

export type Count = 'files' | 'bytes' | 'recalled' | 'threads'

export interface AnyRule {
  readonly id: string
  check(...of: never[]): Iterable<unknown>
}

/** Measures a run. */
export interface Clock {
  readonly timed: Timed
  /** As `timed`, for work that is awaited before anything else is begun. */
  waited<T>(phase: string, work: () => Promise<T>): Promise<T>
  /** The same rules; each is a phase of its own. */
  rules<Rule extends AnyRule>(rules: readonly Rule[]): readonly Rule[]
  count(what: Count, number: number): void
  /** A file with this text was read. To tell how many bytes it has takes time, which only a clock that measures takes. */
  read(text: string): void
  /** So many at once. */
  atOnce(what: Count, number: number): void
  /** What another thread measured. */
  add(measured: Measured): void
  measured(): Measured
}

/** Measures nothing, for runs of which nobody asks how long they take. */
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
