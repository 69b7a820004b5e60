import type { FrontMatter } from '../source/head/front-matter.js'
import { isEventFolder, isInOtherChapter, ownFolder } from '../source/site/event-path.js'
import { isHomePage } from '../source/site/page-path.js'
import { isNumbered } from './event-number.js'
import type { Section, Slot } from './sections/section.js'

/** What a file is: a report on one event, the page that lists a site's events, or neither. */
export type Kind = 'event' | 'index' | 'other'

/** `pre: " <b> 4. </b> "`: a chapter's own page has no number of an event. */
const CHAPTER_MENU = /^\D{0,20}\d{1,2}\.?\s*(?:<\/b>\s*)?$/
const EVENT_MENU = /\d{1,2}\.\d{1,3}/
const CHILD_LINK = /\]\((?:\.\/)?\d{1,2}\.\d{1,3}-[^)\s/]{1,80}\/?\)/

/** Another page hardly has so many sections of an event report by chance. */
const ENOUGH_SECTIONS = 2

/** Of a page on something else, with many sections, a few may be called as a report's are. */
const ENOUGH_OF_ALL = 1 / 4

/** In other chapters pages have objectives, contents and outcomes, too: there so many of the required ones are needed. */
const ENOUGH_ELSEWHERE = 4

/** What tells the kind of a file. */
interface Traits {
  /** With its folders. */
  readonly path: string
  /** What the page shows. */
  readonly shown: string
  readonly frontMatter: FrontMatter | null
  /** Whether the text is titled as reports are. */
  readonly isReportTitle: boolean
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
}

/**
 * What a file is. Index pages link to the pages below them or carry a chapter's number; event reports carry an event's
 * number, stand in an event's folder, or have sections of the schema. In a chapter on something else the text alone counts.
 */
export function kindOf({ path, shown, frontMatter, isReportTitle, sections, slots }: Traits): Kind {
  const inHead = (key: string): string => String(frontMatter?.entries.get(key)?.value.value ?? '')
  const menu = inHead('pre')
  const isAnnounced = ({ form }: Section): boolean => form !== 'inline'
  const found = slots.filter((slot) => slot.sections.some(isAnnounced)).length
  const hasItsSections = found >= ENOUGH_SECTIONS && found >= sections.filter(isAnnounced).length * ENOUGH_OF_ALL
  if (isHomePage(path)) return CHILD_LINK.test(shown) ? 'index' : 'other'
  if (isInOtherChapter(path)) {
    const required = slots.filter((slot) => slot.spec.required && slot.sections.length > 0).length
    return isReportTitle || required >= ENOUGH_ELSEWHERE ? 'event' : 'other'
  }
  const isOneEvents = EVENT_MENU.test(menu) || isEventFolder(ownFolder(path))
  if (!isOneEvents && (CHILD_LINK.test(shown) || (menu !== '' && CHAPTER_MENU.test(menu)))) return 'index'
  return isOneEvents || isNumbered(inHead('title')) || hasItsSections || isReportTitle ? 'event' : 'other'
}
