import { foldWord } from '../text/fold-word.js'
import type { Lines } from '../text/lines.js'
import type { Range } from '../text/range.js'
import type { Placed } from '../text/spot.js'
import { labelledLine, valuesIn } from './labelled-line.js'

const VENUE = labelledLine('location|venue|place|địa điểm|nơi tổ chức')

/** The place of the event, from the first line in a range of the text that gives one; null if none does. */
export function readVenue(text: string, stretch: Range, lines: Lines): Placed<string> | null {
  const [venue] = valuesIn(text, stretch, VENUE, lines)
  // A value in brackets is a field of the template that nobody filled in.
  return venue && !/^[<[{]/.test(venue.value) ? venue : null
}

/** What identifies a place, whatever language it is written in. */
interface PlaceWords {
  /** Names of buildings and institutions: "bitexco", "fpt". */
  readonly buildings: ReadonlySet<string>
  readonly floors: ReadonlySet<number>
  readonly isOnline: boolean
}

const NAMED_BEFORE =
  /(?<!\p{L})(\p{L}[\p{L}\p{N}]{1,30})\s{1,2}(?:financial\s{1,2}|shopping\s{1,2})?(?:tower|building|university|college|campus|hotel|plaza)(?!\p{L})/gu
const NAMED_AFTER =
  /(?<!\p{L})(?:toa nha|dai hoc|cao dang|khach san|university of|hotel)\s{1,2}(?:tai chinh\s{1,2})?(\p{L}[\p{L}\p{N}]{1,30})/gu
const FLOOR =
  /(?<!\p{L})(?:tang|floors?|level|lau|l)\s?(\d{1,2})(?!\d)(?:\s?(?:&|and|va|,)\s?(\d{1,2})(?!\d))?|(?<!\d)(\d{1,2})(?:st|nd|rd|th)\s{1,2}floor/gu
const ONLINE = /(?<!\p{L})(?:online|zoom|google meet|microsoft teams|livestream|truc tuyen)(?!\p{L})/u
/** Words before "building" that are not the name of one. */
const NO_NAMES = new Set([
  'the',
  'office',
  'event',
  'aws',
  'vietnam',
  'viet',
  'this',
  'main',
  'national',
  'city',
  'hcm',
  'hcmc',
])

/** Whether two places differ beyond doubt. What only one of them says is no difference. */
export function areOtherPlaces(a: string, b: string): boolean {
  if (a === b) return false
  const [one, other] = [placeWords(a), placeWords(b)]
  if (one.isOnline !== other.isOnline)
    return (one.isOnline ? other : one).buildings.size > 0 && (one.isOnline ? one : other).buildings.size === 0
  if (areApart(one.buildings, other.buildings)) return true
  const isSameBuilding = [...one.buildings].some((name) => other.buildings.has(name))
  return isSameBuilding && areApart(one.floors, other.floors)
}

function placeWords(place: string): PlaceWords {
  const folded = foldWord(place.normalize('NFC'))
  const names = [...folded.matchAll(NAMED_BEFORE), ...folded.matchAll(NAMED_AFTER)].map(([, name = '']) => name)
  const floors = [...folded.matchAll(FLOOR)].flatMap((match) => match.slice(1).filter((floor) => floor !== undefined))
  return {
    buildings: new Set(names.filter((name) => !NO_NAMES.has(name))),
    floors: new Set(floors.map(Number)),
    isOnline: ONLINE.test(folded),
  }
}

function areApart<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((item) => b.has(item))
}
