import type { HeadingLine } from './headings.js'
import type { Meaning } from './recognize.js'

/** A line that may be the heading of a section, and the meaning of its words. */
export interface Candidate {
  readonly line: HeadingLine
  readonly meaning: Meaning
}

export const suggestsSection = ({ meaning }: Candidate): boolean => meaning.proposal !== null
