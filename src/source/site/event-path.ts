/*
 * What the names of folders tell about a page: `content/4-EventParticipated/4.2-Event2/_index.md`. Paths have forward slashes. Some
 * file systems decompose accented letters, so names are normalized first.
 */

const NUMBERED = /^(\d{1,2})\.(\d{1,3})(?!\d)/
const EVENT = /^(?:\d{1,2}\.\d{1,3}[-_. ]{0,3})?(?:event|s[uự][-_ ]?ki[eệ]n)[-_ ]?\d/iu
/**
 * In English, `Event` or a separate word, because interns also write about `event-driven` systems and prevention; never
 * `EventBridge`.
 */
const EVENTS = /(?:Event|(?<![A-Za-zÀ-ỿ])(?:event|EVENT))(?!ual|[-_ ]?(?:[Bb]ridge|[Dd]riven))/
const EVENTS_IN_VIETNAMESE = /s[uự][-_ ]?ki[eệ]n/iu
const CHAPTER = /^\d{1,2}(?!\d|\.\d)/

/** The two numbers of a folder such as `4.2-Event2`. */
export interface FolderNumbers {
  readonly chapter: number
  readonly number: number
}

/** @returns null if the name does not begin with two numbers */
export function numbersOf(folder: string): FolderNumbers | null {
  const [, chapter, number] = NUMBERED.exec(folder) ?? []
  return chapter === undefined ? null : { chapter: Number(chapter), number: Number(number) }
}

/** Whether the name of a folder may be that of one event: it begins with the two numbers, or is “event” with a number. */
export function isEventFolder(folder: string): boolean {
  return NUMBERED.test(folder) || isCalledEvent(folder)
}

/** Whether the name of a folder is “event” with a number, perhaps after the folder's own numbers: `Event-3`, `4.2-Event2`. */
function isCalledEvent(folder: string): boolean {
  return EVENT.test(folder.normalize('NFC'))
}

/** Whether the name of a folder is about events. */
export function isAboutEvents(folder: string): boolean {
  const name = folder.normalize('NFC')
  return EVENTS.test(name) || EVENTS_IN_VIETNAMESE.test(name)
}

/** The name of the folder that a page is in; empty if the path has none. */
export function ownFolder(path: string): string {
  return path.split('/').at(-2) ?? ''
}

/**
 * Whether a page is in a chapter that is not about events (`1-Worklog/1.1-Week1/_index.md`): interns report on other things too, and
 * number all chapters in the same way.
 */
export function isInOtherChapter(path: string): boolean {
  const [own = '', ...above] = foldersAround(path)
  if (isCalledEvent(own)) return false
  const chapter = [...above, own].find(isChapter)
  return chapter !== undefined && !isAboutEvents(chapter)
}

/** A folder `5.4-EventLog` is not a chapter but a page in one, whatever its name. */
function isChapter(folder: string): boolean {
  return CHAPTER.test(folder) || (isAboutEvents(folder) && !NUMBERED.test(folder))
}

/** Whether a page is where sites keep their reports: in the folder of an event, or in a chapter on events. */
function isAmongEvents(path: string): boolean {
  return !isInOtherChapter(path) && (isEventFolder(ownFolder(path)) || foldersAround(path).some(isAboutEvents))
}

/** The folders whose names tell something about a page, the nearest first. */
function foldersAround(path: string): string[] {
  const folders = path.split('/').slice(0, -1)
  const content = folders.lastIndexOf('content')
  // Outside a site, folders further up have nothing to do with the page.
  return (content < 0 ? folders.slice(-2) : folders.slice(content + 1)).reverse()
}

/** Pages that a repository has about itself. */
const REPOSITORY_PAGE = /^(?:readme|changelog|contributing|code_of_conduct|security|license)\b/i

/** Whether a file is where no event report is: in a site, but not among its events; or one of a repository's own pages. */
export function isOutsideEvents(path: string): boolean {
  const folders = path.split('/')
  const name = folders.pop() ?? ''
  return REPOSITORY_PAGE.test(name) || (folders.includes('content') && !isAmongEvents(path))
}
