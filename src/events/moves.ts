import type { Spot } from '../text/spot.js'
import type { Digest } from './digest.js'
import type { OutlineSummary } from './twin-outlines.js'

/** Where things have moved in a report that was edited but still says the same about its event. */
export interface Moves {
  /** The new spots, by the `spotKey` of the old ones. */
  readonly spots: ReadonlyMap<string, Spot>
  /** The new first lines, by the old ones; null if things that began on one line begin on different lines now. */
  readonly lines: ReadonlyMap<number, number | null>
}

/** A spot as a key of a map. */
export const spotKey = (spot: readonly number[]): string => spot.join()

/**
 * Compares the digests of a report before and after an edit.
 * @param outlineSummaries how its outline differs from its translations, before and now, or null if that is unknown; called only if
 *   the outline has changed
 * @returns null if the report says something different about its event, apart from its passages
 */
export function movesBetween(
  { passages: _, ...before }: Digest,
  { passages: __, ...now }: Digest,
  outlineSummaries: () => readonly [before: readonly OutlineSummary[] | null, now: readonly OutlineSummary[] | null],
): Moves | null {
  const moves = movesIn(before, now)
  if (moves) return moves
  const [summaryBefore, summaryNow] = outlineSummaries()
  return summaryBefore && summaryNow
    ? movesIn({ ...before, outline: summaryBefore }, { ...now, outline: summaryNow })
    : null
}

/** @returns null if the values differ in more than their places */
function movesIn<Value>(before: Value, now: Value): Moves | null {
  const spots = new Map<string, Spot>()
  const lines = new Map<number, number | null>()
  const moves = (from: Place, to: Place): boolean => {
    if (from.length !== to.length || extentOf(from) !== extentOf(to)) return false
    if (!isSpot(from) || !isSpot(to)) return true
    const [spot, line] = [spots.get(spotKey(from)), lines.get(from[0])]
    spots.set(spotKey(from), to)
    lines.set(from[0], line === undefined || line === to[0] ? to[0] : null)
    return !spot || spotKey(spot) === spotKey(to)
  }
  const isSame = (a: unknown, b: unknown): boolean => {
    if (isPlace(a)) return isPlace(b) && moves(a, b)
    if (!isObject(a) || !isObject(b)) return a === b
    const keys = Object.keys(a)
    return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]))
  }
  return isSame(before, now) ? { spots, lines } : null
}

/** How many numbers a spot has: see `Spot`. */
const SPOT_LENGTH = 6

/** A spot, or a range. There are no other lists of numbers in a digest. */
type Place = readonly number[]

function isPlace(value: unknown): value is Place {
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'number')
}

function isSpot(place: Place): place is Spot {
  return place.length === SPOT_LENGTH
}

/** How many lines and characters it covers. */
function extentOf(place: Place): string {
  const [line = 0, , endLine = 0] = place
  const [start = 0, end = 0] = place.slice(-2)
  return `${isSpot(place) ? endLine - line : 0} ${end - start}`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
