import { Chalk } from 'chalk'
import { type Colours, PLAIN } from '../../reporters/colours.js'
import type { Io, Output } from './io.js'

/** The colours for an output: NO_COLOR and FORCE_COLOR decide, or else whether it is a terminal. Files never have any. */
export function coloursFor(output: Output, { env }: Io): Colours {
  if (output.isFile) return PLAIN
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  const forbidden = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb' || env.FORCE_COLOR === '0'
  return forced || (!forbidden && output.isTTY === true) ? new Chalk({ level: 1 }) : PLAIN
}
