import { cut } from '../text/cut.js'

/** In UTF-16 units: messages quote no longer passages of a report. */
export const MAX_QUOTE = 60

/** A passage as a message quotes it: a long one is shortened. */
export function quote(passage: string): string {
  return cut(passage, MAX_QUOTE)
}
