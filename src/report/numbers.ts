import type { FrontMatter } from '../source/head/front-matter.js'
import { numbersOf, ownFolder } from '../source/site/event-path.js'
import { compose } from '../text/compose.js'
import { lowerCase } from '../text/lower-case.js'
import type { Located } from '../text/range.js'
import { EVENT_NUMBER } from './event-number.js'

/** The number of the event among the author's events, as four places give it. */
export interface Numbers {
  /** "Event 3: …" in the front matter's title. */
  readonly title: Located<number> | null
  /** N of `pre: " <b> 4.N. </b> "`. */
  readonly menu: Located<number> | null
  readonly weight: Located<number> | null
  /** N of the folder `4.N-Event…` that the page lies in. */
  readonly folder: number | null
  /** The 4 of that folder: the number of the chapter on events. */
  readonly chapter: number | null
}

/** The numbers, whatever else is known of each. */
type Given = { readonly [place in 'title' | 'menu' | 'weight']: { readonly value: number } | null } & Pick<
  Numbers,
  'folder'
>

const IN_MENU = /(?<!\d)\d{1,2}\.(\d{1,3})(?!\d)/d
const IN_WEIGHT = /^["']?\s*(\d{1,3})\s*["']?$/d

/**
 * The spans are those of the digits alone.
 * @param text the file as read; the front matter's ranges point into it
 * @param path with its folders
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
 * The number that at least two of title, menu and folder give. A head that was copied from another event's page agrees with
 * itself, and not with its folder: then nobody knows.
 */
export function agreedNumber({ title, menu, folder }: Given): number | null {
  const inHead = [title, menu].flatMap((number) => number?.value ?? [])
  if (folder !== null) return inHead.includes(folder) ? folder : null
  return inHead.length === 2 && inHead[0] === inHead[1] ? (inHead[0] ?? null) : null
}

/** Whether what the page gives in one place is at odds with what it gives in others; a weight only with what these agree on. */
export function isAtOdds(numbers: Given, place: 'title' | 'menu' | 'weight'): boolean {
  const { title, menu, weight, folder } = numbers
  if (place === 'weight') return weight !== null && weight.value !== (agreedNumber(numbers) ?? weight.value)
  return new Set([title?.value, menu?.value, folder].filter((value) => typeof value === 'number')).size > 1
}
