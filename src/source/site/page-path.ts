import { posix } from 'node:path'
import { lowerCase } from '../../text/lower-case.js'
import { isEventFolder } from './event-path.js'

/*
 * What a path tells about a page: which pages are translations of each other, which are the pages of their folders, and which belong
 * to the same site. Paths have forward slashes.
 */

/** The language in a file's name: `_index.vi.md`. */
const LANGUAGE = /\.([a-z]{2}(?:-[a-z]{2})?)(?=\.(?:md|markdown|txt)$)/
const BUNDLE = /^_?index\.(?:md|markdown)$/i
const FOLDER_PAGE = /^_{0,2}\.?index\.(?:md|markdown)$/i

/** The language in the name of a file; null if it has none, as in the site's first language. */
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

/** Whether Hugo treats a page as the page of its folder, with the address of the folder: `index.md`, `_index.vi.md`. */
export function isBundle(path: string): boolean {
  return BUNDLE.test(nameWithoutLanguage(path))
}

/** Whether a page is meant to be the page of its folder; also accepts misspelt names such as `__index.md` or `_.index.md`. */
export function isFolderPage(path: string): boolean {
  return FOLDER_PAGE.test(nameWithoutLanguage(path))
}

function nameWithoutLanguage(path: string): string {
  return withoutLanguage(posix.basename(path))
}

/** Whether a page is the home page of a site, in one of its languages. It is about the internship, not about an event. */
export function isHomePage(path: string): boolean {
  return isBundle(path) && /(?:^|\/)content(?:\/[a-z]{2}(?:-[a-z]{2})?)?$/i.test(posix.dirname(path))
}

/**
 * The site that a page belongs to, as a path: a `content` folder, or the folder that contains a section with event folders. A page
 * that is in neither is a site of its own.
 * @param isIndex whether the page lists the events, and so is one folder above them
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
