import { basename } from 'node:path'
import type { NumberedFolder } from '../../source/site/event-folders.js'

/** The number of a chapter: the N of its folder `N-EventParticipated`. */
export function chapterOf(folder: string): number | null {
  const number = /^\d{1,2}(?=[-_. ])/.exec(basename(folder))?.[0]
  return number === undefined ? null : Number(number)
}

/** What a folder is named after. */
interface Naming {
  readonly event: string
  readonly number: number
  readonly chapter: number | null
  /** The event before this one. */
  readonly last: NumberedFolder | undefined
}

/** The name of a new event's folder: `4.3-Event3` after `4.2-Event2`; `4.3-Grid-Day` if the last folder has the name of its event. */
export function folderName({ event, number, chapter, last }: Naming): string {
  const prefix = chapter === null ? '' : `${chapter}.${number}`
  if (!last) return chapter === null ? `Event${number}` : `${prefix}-Event${number}`
  const rest = last.name.replace(/^\d+\.\d+/, '')
  const own = new RegExp(`(?<!\\d)${last.number}$`)
  if (own.test(rest)) return prefix + rest.replace(own, String(number))
  const separator = /^[-_. ]/.exec(rest)?.[0] ?? '-'
  return `${prefix}${separator}${slug(event)}`
}

/** A name in the style of folder names: letters without diacritics and digits, joined by hyphens. */
function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  return (
    plain
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-')
      .slice(0, 80) ?? 'Event'
  )
}
