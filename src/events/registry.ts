/** An event as the programme itself knows it: what its registry says goes before what most reports say. */
export interface RegisteredEvent {
  readonly name: string
  /** ISO days; the end is null but for a span of days. */
  readonly date: string | null
  readonly end: string | null
  readonly place: string | null
  /** As they are spelled. */
  readonly speakers: readonly string[]
}
