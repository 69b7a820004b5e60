import type { FrontMatter } from '../source/front-matter/front-matter.js'
import { isEventFolder, isInOtherChapter, ownFolder } from '../source/site/event-path.js'
import { isHomePage } from '../source/site/page-path.js'
import { isNumbered } from './event-number.js'
import type { Section, Slot } from './sections/section.js'

/** What a file is: a report on one event, the page that lists a site's events, or neither. */
export type Kind = 'event' | 'index' | 'other'

/** `pre: " <b> 4. </b> "`: the page of a chapter has the chapter's number alone. */
const CHAPTER_MENU = /^\D{0,20}\d{1,2}\.?\s*(?:<\/b>\s*)?$/
const EVENT_MENU = /\d{1,2}\.\d{1,3}/
const CHILD_LINK = /\]\((?:\.\/)?\d{1,2}\.\d{1,3}-[^)\s/]{1,80}\/?\)/

/** Other pages hardly have this many sections of an event report by chance. */
const ENOUGH_SECTIONS = 2

/** The least share of known sections: among many sections of another page, a few may have the titles of a report's. */
const ENOUGH_OF_ALL = 1 / 4

/** The number of required sections needed in other chapters, whose pages have objectives, contents and outcomes, too. */
const ENOUGH_ELSEWHERE = 4

/** What the kind of a file depends on. */
interface Traits {
  /** With its folders, separated by slashes. */
  readonly path: string
  /** The text without code and comments, see `Report`. */
  readonly shown: string
  readonly frontMatter: FrontMatter | null
  /** Whether its title begins like that of a report. */
  readonly isReportTitle: boolean
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
}

/**
 * The kind of a file. Index pages link to the pages below them, or have a chapter's number in the menu. Event reports have an
 * event's number, are in an event's folder, or have the title or the sections of a report. In a chapter on something else, only the
 * text counts.
 */
export function kindOf({ path, shown, frontMatter, isReportTitle, sections, slots }: Traits): Kind {
  const inFrontMatter = (key: string): string => String(frontMatter?.entries.get(key)?.value.value ?? '')
  const menu = inFrontMatter('pre')
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
  return isOneEvents || isNumbered(inFrontMatter('title')) || hasItsSections || isReportTitle ? 'event' : 'other'
}
