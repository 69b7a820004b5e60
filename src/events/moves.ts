import type { Spot } from '../text/spot.js'
import type { Digest } from './digest.js'
import type { ToldOfOutline } from './twin-outlines.js'

/** Where things have moved in a report that was edited but still says the same about its event. */
export interface Moves {
  /** The new spots, by `keyOf` the old ones. */
  readonly spots: ReadonlyMap<string, Spot>
  /** The new first lines, by the old ones; null if things that began on one line begin on different lines now. */
  readonly lines: ReadonlyMap<number, number | null>
}

/** A spot as a key of a map. */
export const keyOf = (spot: readonly number[]): string => spot.join()

/**
 * Compares the digests of a report before and after an edit.
 * @param toldOfOutlines what translations are told about its outline, before and now, or null if that is unknown; called only if
 *   the outline has changed
 * @returns null if the report says something different about its event, apart from its passages
 */
export function movesBetween(
  { passages: _, ...before }: Digest,
  { passages: __, ...now }: Digest,
  toldOfOutlines: () => readonly [before: readonly ToldOfOutline[] | null, now: readonly ToldOfOutline[] | null],
): Moves | null {
  const moves = movesIn(before, now)
  if (moves) return moves
  const [told, toldNow] = toldOfOutlines()
  return told && toldNow ? movesIn({ ...before, outline: told }, { ...now, outline: toldNow }) : null
}

/** @returns null if the values differ in more than their places */
function movesIn<Said>(before: Said, now: Said): Moves | null {
  const spots = new Map<string, Spot>()
  const lines = new Map<number, number | null>()
  const moves = (from: Place, to: Place): boolean => {
    if (from.length !== to.length || extentOf(from) !== extentOf(to)) return false
    if (!isSpot(from) || !isSpot(to)) return true
    const [spot, line] = [spots.get(keyOf(from)), lines.get(from[0])]
    spots.set(keyOf(from), to)
    lines.set(from[0], line === undefined || line === to[0] ? to[0] : null)
    return !spot || keyOf(spot) === keyOf(to)
  }
  const isSame = (a: unknown, b: unknown): boolean => {
    if (isPlace(a)) return isPlace(b) && moves(a, b)
    if (!isObject(a) || !isObject(b)) return a === b
    const keys = Object.keys(a)
    return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]))
  }
  return isSame(before, now) ? { spots, lines } : null
}

/** A spot, or a range. There are no other lists of numbers in a digest. */
type Place = readonly number[]

function isPlace(value: unknown): value is Place {
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'number')
}

function isSpot(place: Place): place is Spot {
  return place.length === 6
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
