import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { scaffold } from '../../drafting/scaffold.js'
import { buildReport } from '../../report/build.js'
import { certainDay } from '../../report/dates/event-date.js'
import type { Report } from '../../report/report.js'
import type { Language, Schema } from '../../schema/schema.js'
import { readSource, SourceError } from '../../source/read.js'

/** The pages of an event: one in each language. */
const PAGES: readonly (readonly [Language, string])[] = [
  ['en', '_index.md'],
  ['vi', '_index.vi.md'],
]

/** An event to report on. */
interface NewEvent {
  readonly name: string
  /** ISO */
  readonly date: string
  readonly number: number
  readonly chapter: number | null
}

/**
 * The pages to fill in for an event.
 * @param model the folder of an event whose pages show how the site does it; null if there is none
 */
export function pagesFor(event: NewEvent, model: string | null, schema: Schema): { name: string; text: string }[] {
  const pages = PAGES.map(([language, name]) => {
    return { language, name, before: model === null ? null : existing(join(model, name), schema) }
  })
  // A page and its translation get the same structure.
  const level = pages.flatMap(({ before }) => before?.baseLevel ?? [])[0] ?? 2
  return pages.map(({ language, name, before }) => {
    const menuTitle = menuTitleLike(before, language, event)
    return { name, text: scaffold({ ...event, language, menuTitle, level }, schema) }
  })
}

/** Whether a folder has a report on an event. @param day ISO */
export function hasReportOn(folder: string, event: string, day: string, schema: Schema): boolean {
  return PAGES.some(([, page]) => {
    const report = existing(join(folder, page), schema)
    if (!report?.eventName || asWords(report.eventName.value) !== asWords(event)) return false
    return (certainDay(report.eventDate) ?? report.frontMatterDate.value) === day
  })
}

/** A name without regard to case, spaces and punctuation. */
function asWords(name: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words?.join(' ') ?? ''
}

function existing(path: string, schema: Schema): Report | null {
  if (!existsSync(path)) return null
  try {
    return buildReport({ path, text: readSource(path).text }, schema)
  } catch (error) {
    // An unreadable neighbour does no harm: it would only have been a model.
    if (error instanceof SourceError) return null
    throw error
  }
}

/** "Event 3" after "Event 2"; the name of the event if the title before it is one. */
function menuTitleLike(model: Report | null, language: Language, { name, number }: NewEvent): string {
  const written = model?.frontMatter?.entries.get('title')?.value.value
  if (typeof written !== 'string') return `${language === 'vi' ? 'Sự kiện' : 'Event'} ${number}`
  const [, words] = /^\s*(event|sự kiện)\s*(?:#\s*)?\d{1,3}\s*$/iu.exec(written.normalize('NFC')) ?? []
  return words === undefined ? name : `${words} ${number}`
}
