/*
 * What the names of folders say of a page: `content/4-EventParticipated/4.2-Event2/_index.md`. Forward slashes. Disks may hold
 * letters apart from their marks.
 */

const NUMBERED = /^(\d{1,2})\.(\d{1,3})(?!\d)/
const EVENT = /^(?:\d{1,2}\.\d{1,3}[-_. ]{0,3})?(?:event|s[uự][-_ ]?ki[eệ]n)[-_ ]?\d/iu
/** In English as a word of its own: internships write on `EventBridge`, on what is `event-driven`, and on prevention, too. */
const EVENTS = /(?:Event|(?<![A-Za-zÀ-ỿ])(?:event|EVENT))(?!ual|[-_ ]?(?:[Bb]ridge|[Dd]riven))/
const EVENTS_IN_VIETNAMESE = /s[uự][-_ ]?ki[eệ]n/iu
const CHAPTER = /^\d{1,2}(?!\d|\.\d)/

/** The numbers of a folder `4.2-Event2`. */
export interface FolderNumbers {
  readonly chapter: number
  readonly number: number
}

/** @returns null for a folder that has none */
export function numbersOf(folder: string): FolderNumbers | null {
  const [, chapter, number] = NUMBERED.exec(folder) ?? []
  return chapter === undefined ? null : { chapter: Number(chapter), number: Number(number) }
}

/** Whether a folder may be that of one event: it has its number, or is called so. */
export function isEventFolder(folder: string): boolean {
  return NUMBERED.test(folder) || isCalledEvent(folder)
}

/** Whether the name of a folder is “event” with a number: `Event-3`, `4.2-Event2`. */
function isCalledEvent(folder: string): boolean {
  return EVENT.test(folder.normalize('NFC'))
}

/** Whether the name of a folder is about events. */
export function speaksOfEvents(folder: string): boolean {
  const name = folder.normalize('NFC')
  return EVENTS.test(name) || EVENTS_IN_VIETNAMESE.test(name)
}

/** The folder that a page lies in; empty where its path names none. */
export function ownFolder(path: string): string {
  return path.split('/').at(-2) ?? ''
}

/**
 * Whether a page lies in a chapter on something else than events (`1-Worklog/1.1-Week1/_index.md`): internships report on more
 * than that, and number all of it alike.
 */
export function isInOtherChapter(path: string): boolean {
  const [own = '', ...above] = foldersAround(path)
  if (isCalledEvent(own)) return false
  const chapter = [...above, own].find(isChapter)
  return chapter !== undefined && !speaksOfEvents(chapter)
}

/** A folder `5.4-EventLog` is that of a page in a chapter, whatever it is called. */
function isChapter(folder: string): boolean {
  return CHAPTER.test(folder) || (speaksOfEvents(folder) && !NUMBERED.test(folder))
}

/** Whether a page lies where sites keep their reports: in an event's folder, or in a chapter on events. */
function liesAmongEvents(path: string): boolean {
  return !isInOtherChapter(path) && (isEventFolder(ownFolder(path)) || foldersAround(path).some(speaksOfEvents))
}

/** The folders that say something of a page, its own first. */
function foldersAround(path: string): string[] {
  const folders = path.split('/').slice(0, -1)
  const content = folders.lastIndexOf('content')
  // Where no site is, folders further up have nothing to do with the page.
  return (content < 0 ? folders.slice(-2) : folders.slice(content + 1)).reverse()
}

/** Pages that a repository has about itself. */
const REPOSITORY_PAGE = /^(?:readme|changelog|contributing|code_of_conduct|security|license)\b/i

/** Whether a file lies where no report on an event does: in a site, beside its events, or among a repository's own pages. */
export function liesElsewhere(path: string): boolean {
  const folders = path.split('/')
  const name = folders.pop() ?? ''
  return REPOSITORY_PAGE.test(name) || (folders.includes('content') && !liesAmongEvents(path))
}
