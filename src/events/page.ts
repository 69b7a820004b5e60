import { isEventFolder } from '../source/event-path.js'

/** What a path says of a page: which pages are one another's translations, which lie in one site. */

const BUNDLE = /^_{0,2}\.?index(?:\.[a-z]{2}(?:-[a-z]{2})?)?\.[a-z]+$/i
/** The language in a file's name: `_index.vi.md`. */
const LANGUAGE = /\.([a-z]{2}(?:-[a-z]{2})?)(?=\.(?:md|markdown|txt)$)/i

/** The language that a file's name gives; null where it gives none, as the site's first language does. */
export function languageInName(path: string): string | null {
  return LANGUAGE.exec(path)?.[1]?.toLowerCase() ?? null
}

/** The path without the language and the extension: the same for a page and its translations. */
export function pageOf(path: string): string {
  return path.replace(LANGUAGE, '').replace(/\.(?:md|markdown|txt)$/i, '')
}

/** The folder that a path lies in: `.` for a bare name. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/')
  return end < 0 ? '.' : path.slice(0, end) || '/'
}

/** A relative path from a folder, without `.` and with `..` taken back where that can be done. */
export function joined(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue
    const last = parts.at(-1)
    if (part !== '..' || last === undefined || last === '..') parts.push(part)
    else if (last !== '') parts.pop()
  }
  return parts.join('/') || (folder.startsWith('/') ? '/' : '.')
}

/**
 * The site that a page belongs to: what lies in one `content` folder, or beside one section of event folders. A page that is
 * in neither is a site of its own.
 * @param isIndex whether the page lists the events, and so lies one folder higher than they
 */
export function siteOfPage(path: string, isIndex: boolean): string {
  const folder = folderOf(path)
  const parts = folder.split('/')
  const content = parts.lastIndexOf('content')
  if (content >= 0) return parts.slice(0, content + 1).join('/')
  if (!BUNDLE.test(path.slice(path.lastIndexOf('/') + 1))) return pageOf(path)
  if (isIndex) return joined(folder, '..')
  const name = parts.at(-1) ?? '.'
  return name === '.' || name === '..' || isEventFolder(name) ? joined(folder, '../..') : pageOf(path)
}
