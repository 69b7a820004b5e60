import type { HeadingLine } from './headings.js'
import type { Meaning } from './recognize.js'

/** A line that may announce a section, and what its words say. */
export interface Candidate {
  readonly line: HeadingLine
  readonly says: Meaning
}

export const saysSomething = ({ says }: Candidate): boolean => says.proposal !== null
