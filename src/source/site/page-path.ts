import { posix } from 'node:path'
import { lowerCase } from '../../text/lower-case.js'
import { isEventFolder } from './event-path.js'

/*
 * What a path says of a page: which pages are one another's translations, which stand for their folder, which lie in one site.
 * Forward slashes.
 */

/** The language in a file's name: `_index.vi.md`. */
const LANGUAGE = /\.([a-z]{2}(?:-[a-z]{2})?)(?=\.(?:md|markdown|txt)$)/
const BUNDLE = /^_?index\.(?:md|markdown)$/i
const FOLDER_PAGE = /^_{0,2}\.?index\.(?:md|markdown)$/i

/** The language that a file's name gives; null where it gives none, as the site's first language does. */
export function languageInName(path: string): string | null {
  return LANGUAGE.exec(lowerCase(path))?.[1] ?? null
}

function withoutLanguage(path: string): string {
  const language = LANGUAGE.exec(lowerCase(path))
  return language ? path.slice(0, language.index) + path.slice(language.index + language[0].length) : path
}

/** The path without the language and the extension: the same for a page and its translations. */
export function pageOf(path: string): string {
  return withoutLanguage(path).replace(/\.(?:md|markdown|txt)$/i, '')
}

/** Whether Hugo takes a page for that of its folder, and gives it the folder's address: `index.md`, `_index.vi.md`. */
export function isBundle(path: string): boolean {
  return BUNDLE.test(nameWithoutLanguage(path))
}

/** Whether a page is meant to be that of its folder, by slips of its name too: `__index.md`, `_.index.md`. */
export function isFolderPage(path: string): boolean {
  return FOLDER_PAGE.test(nameWithoutLanguage(path))
}

function nameWithoutLanguage(path: string): string {
  return withoutLanguage(posix.basename(path))
}

/** Whether a page is the first of a site, in one of its languages: an internship's, not an event's. */
export function isHomePage(path: string): boolean {
  return isBundle(path) && /(?:^|\/)content(?:\/[a-z]{2}(?:-[a-z]{2})?)?$/i.test(posix.dirname(path))
}

/**
 * The site that a page belongs to: what lies in one `content` folder, or beside one section of event folders. A page that is
 * in neither is a site of its own.
 * @param isIndex whether the page lists the events, and so lies one folder higher than they
 */
export function siteOfPage(path: string, isIndex: boolean): string {
  const folder = posix.dirname(path)
  const parts = folder.split('/')
  const content = parts.lastIndexOf('content')
  if (content >= 0) return parts.slice(0, content + 1).join('/')
  if (!isFolderPage(path)) return pageOf(path)
  if (isIndex) return posix.join(folder, '..')
  const name = parts.at(-1) ?? '.'
  return name === '.' || name === '..' || isEventFolder(name) ? posix.join(folder, '../..') : pageOf(path)
}
