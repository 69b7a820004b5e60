/** What a misspelt word was meant to be. */
export interface Correction {
  readonly word: string
  /** Whether no other correction is nearly as likely. */
  readonly certain: boolean
}

/** A correction of adjacent words, by the indices of the first and the last one. */
export interface PhraseCorrection extends Correction {
  readonly from: number
  readonly to: number
}
