import { Chalk, type ChalkInstance } from 'chalk'
import type { Io, Output } from './io.js'

/** Colours as the user wants them: NO_COLOR and FORCE_COLOR decide, else whether somebody looks. */
export function coloursFor(output: Output, { env }: Io): ChalkInstance {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  const forbidden = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb' || env.FORCE_COLOR === '0'
  return new Chalk({ level: forced || (!forbidden && output.isTTY === true) ? 1 : 0 })
}
