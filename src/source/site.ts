import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'

/** The Hugo site that a report belongs to. */
export interface Site {
  /** Whether the site serves a picture of that address to the page; a path on the author's disk never. null: nobody can tell. */
  hasImage(url: string): boolean | null
}

const CONFIGS = ['hugo.toml', 'hugo.yaml', 'hugo.json', 'config.toml', 'config.yaml', 'config.json'].flatMap((name) => [
  name,
  `config/_default/${name}`,
])

/** How far up a site's root may be: deeper nesting of content is not seen. */
const MAX_DEPTH = 12

/**
 * Finds the site around a page: the nearest folder above it with a Hugo configuration, or the one that holds the `content`
 * folder it lies in.
 * @param path of the page, absolute or relative to the current folder
 * @param folders listings of folders, kept for the pages of one run
 */
export function siteOf(path: string, folders: Map<string, ReadonlySet<string>> = new Map()): Site {
  const page = resolve(path)
  const root = rootOf(page)
  if (root === null) return { hasImage: () => null }
  const prefix = basePath(root)
  const beside = dirname(page)
  // What lies elsewhere in the repository is not published.
  const published = [...['static', 'assets', 'content'].map((name) => join(root, name)), beside]
  const has = (file: string): boolean =>
    published.some((folder) => file.startsWith(folder + sep)) && hasExactly(file, root, folders)
  return {
    hasImage(url) {
      if (/^(?:[a-z]:[\\/]|file:)/i.test(url)) return false
      const address = localPart(url)
      if (address === null) return null
      const inSite = prefix !== '/' && address.startsWith(prefix) ? `/${address.slice(prefix.length)}` : address
      const candidates = inSite.startsWith('/')
        ? [join(root, 'static', inSite), join(root, 'assets', inSite), join(root, 'content', inSite)]
        : // A page's address ends with a slash, so `../x.jpg` starts one folder further down than its file.
          [join(beside, inSite), join(root, 'static', inSite), ...pageRelative(page, root, inSite)]
      return candidates.some(has)
    },
  }
}

function pageRelative(page: string, root: string, url: string): string[] {
  const content = join(root, 'content')
  if (!page.startsWith(content + sep)) return []
  const isBundle = /^_?index(?:\.[a-z-]{2,7})?\.[a-z]+$/i.test(page.slice(page.lastIndexOf(sep) + 1))
  const address = isBundle ? dirname(page) : page.replace(/\.[^.]*$/, '')
  return [join(root, 'static', address.slice(content.length), url)]
}

/** The path that an address has on its own site; null for other hosts, data and templates. */
function localPart(url: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) || /[{}<>\uE000]/.test(url)) return null
  const path = url.split(/[?#]/)[0] ?? ''
  try {
    return decodeURIComponent(path).replaceAll('\\', '/') || null
  } catch {
    return path || null
  }
}

function rootOf(page: string): string | null {
  let folder = dirname(page)
  for (let depth = 0; depth < MAX_DEPTH && dirname(folder) !== folder; depth++, folder = dirname(folder)) {
    if (CONFIGS.some((name) => existsSync(join(folder, name)))) return folder
    const parts = folder.split(sep)
    if (parts.at(-1) === 'content' && existsSync(join(dirname(folder), 'static'))) return dirname(folder)
  }
  return null
}

/** The path of `baseURL`, with slashes at both ends: pages write it before their pictures' addresses. */
function basePath(root: string): string {
  for (const name of CONFIGS) {
    const file = join(root, name)
    if (!existsSync(file)) continue
    const match = /^\s*["']?baseURL["']?\s*[:=]\s*["']?([^"'\s#]+)/im.exec(readFileSync(file, 'utf8'))
    const path = /^[a-z]+:\/\/[^/]+(\/.*)?$/i.exec(match?.[1] ?? '')?.[1] ?? '/'
    return path.endsWith('/') ? path : `${path}/`
  }
  return '/'
}

/** Whether a file is there in just this letter case: servers tell `A.JPG` from `a.jpg`, some disks do not. */
function hasExactly(file: string, root: string, folders: Map<string, ReadonlySet<string>>): boolean {
  if (file !== root && !file.startsWith(root + sep)) return false
  const folder = dirname(file)
  let names = folders.get(folder)
  if (!names) {
    names = namesIn(folder)
    folders.set(folder, names)
  }
  return (
    names.has(file.slice(folder.length + 1).normalize('NFC')) && (folder === root || hasExactly(folder, root, folders))
  )
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder).map((name) => name.normalize('NFC')))
  } catch {
    return new Set()
  }
}
