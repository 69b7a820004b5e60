import type { FrontMatter } from '../source/front-matter/front-matter.js'
import { numbersOf, ownFolder } from '../source/site/event-path.js'
import { compose } from '../text/compose.js'
import { lowerCase } from '../text/lower-case.js'
import type { Located } from '../text/range.js'
import { EVENT_NUMBER } from './event-number.js'

/** The number of the event among the author's events, as given in four places. */
export interface Numbers {
  /** "Event 3: …" in the front matter's title. */
  readonly title: Located<number> | null
  /** N of `pre: " <b> 4.N. </b> "`. */
  readonly menu: Located<number> | null
  readonly weight: Located<number> | null
  /** N of the page's folder `4.N-Event…`. */
  readonly folder: number | null
  /** The 4 of that folder: the number of the chapter on events. */
  readonly chapter: number | null
}

/** The numbers, with or without their ranges. */
type Given = { readonly [place in 'title' | 'menu' | 'weight']: { readonly value: number } | null } & Pick<
  Numbers,
  'folder'
>

const IN_MENU = /(?<!\d)\d{1,2}\.(\d{1,3})(?!\d)/d
const IN_WEIGHT = /^["']?\s*(\d{1,3})\s*["']?$/d

/**
 * Reads the numbers of a report. The ranges cover the digits alone.
 * @param text the file as read; the front matter's ranges refer to it
 * @param path with its folders, separated by slashes
 */
export function readNumbers(frontMatter: FrontMatter | null, text: string, path: string): Numbers {
  const from = (key: string, pattern: RegExp): Located<number> | null => {
    const entry = frontMatter?.entries.get(key)?.value
    if (!entry) return null
    const [at] = entry.range
    const { text: value, offsetAt } = compose(text.slice(...entry.range))
    const match = pattern.exec(lowerCase(value))
    const [start, end] = match?.indices?.[1] ?? []
    if (start === undefined || end === undefined) return null
    return { value: Number(match?.[1]), range: [at + offsetAt(start), at + offsetAt(end)] }
  }
  const folder = numbersOf(ownFolder(path))
  return {
    title: from('title', EVENT_NUMBER),
    menu: from('pre', IN_MENU),
    weight: from('weight', IN_WEIGHT),
    folder: folder?.number ?? null,
    chapter: folder?.chapter ?? null,
  }
}

/**
 * The number on which title, menu and folder agree. With a folder, one of the other two has to agree with it: front matter that was
 * copied from another event's page agrees with itself only. Without one, title and menu have to agree.
 * @returns null if they do not
 */
export function agreedNumber({ title, menu, folder }: Given): number | null {
  const inFrontMatter = [title, menu].flatMap((number) => number?.value ?? [])
  if (folder !== null) return inFrontMatter.includes(folder) ? folder : null
  return inFrontMatter.length === 2 && inFrontMatter[0] === inFrontMatter[1] ? (inFrontMatter[0] ?? null) : null
}

/** Whether the number in one place contradicts the others. A weight is only compared with the number that the others agree on. */
export function isAtOdds(numbers: Given, place: 'title' | 'menu' | 'weight'): boolean {
  const { title, menu, weight, folder } = numbers
  if (place === 'weight') return weight !== null && weight.value !== (agreedNumber(numbers) ?? weight.value)
  return new Set([title?.value, menu?.value, folder].filter((value) => typeof value === 'number')).size > 1
}
