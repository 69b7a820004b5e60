import { posix } from 'node:path'
import { lowerCase } from '../text/lower-case.js'
import { isEventFolder } from './event-path.js'

/* What a path says of a page: which pages are one another's translations, which lie in one site. Names are looked at in small letters. */

/** The page of a folder, by slips of its name too: `__index.md`, `_.index.md`. */
const BUNDLE = /^_{0,2}\.?index(?:\.[a-z]{2}(?:-[a-z]{2})?)?\.[a-z]+$/
/** The language in a file's name: `_index.vi.md`. */
const LANGUAGE = /\.([a-z]{2}(?:-[a-z]{2})?)(?=\.(?:md|markdown|txt)$)/

/** The language that a file's name gives; null where it gives none, as the site's first language does. */
export function languageInName(path: string): string | null {
  return LANGUAGE.exec(lowerCase(path))?.[1] ?? null
}

export function withoutLanguage(path: string): string {
  const language = LANGUAGE.exec(lowerCase(path))
  return language ? path.slice(0, language.index) + path.slice(language.index + language[0].length) : path
}

/** The path without the language and the extension: the same for a page and its translations. */
export function pageOf(path: string): string {
  return withoutLanguage(path).replace(/\.(?:md|markdown|txt)$/i, '')
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
  if (!BUNDLE.test(lowerCase(posix.basename(path)))) return pageOf(path)
  if (isIndex) return posix.join(folder, '..')
  const name = parts.at(-1) ?? '.'
  return name === '.' || name === '..' || isEventFolder(name) ? posix.join(folder, '../..') : pageOf(path)
}
