/** An event as the programme itself has recorded it, which takes precedence over what most reports say. */
export interface RegisteredEvent {
  readonly name: string
  /** ISO. */
  readonly date: string | null
  /** ISO day on which an event of several days ends, else null. */
  readonly end: string | null
  readonly place: string | null
  /** Their names in the correct spelling. */
  readonly speakers: readonly string[]
}
