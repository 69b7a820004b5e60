/** The possible values at a place of the command line; neither words nor paths if only the user knows. */
export interface Values {
  readonly words: readonly string[]
  readonly paths: 'files' | 'folders' | null
}

export interface OptionWords {
  /** `-V`, `--version`. */
  readonly flags: readonly string[]
  readonly about: string
  /** null for an option without a value. */
  readonly takes: Values | null
  /** Whether values follow until the next option. */
  readonly isVariadic: boolean
}

export interface CommandWords {
  readonly name: string
  readonly about: string
  readonly options: readonly OptionWords[]
  /** What its arguments may be; null for a command without any. */
  readonly argument: Values | null
}

/** All that can be written on the command line. */
export interface ProgramWords {
  readonly name: string
  readonly options: readonly OptionWords[]
  readonly commands: readonly CommandWords[]
}
