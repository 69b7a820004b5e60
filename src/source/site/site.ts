import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { decoded } from '../../text/decoded.js'
import { MASK } from '../../text/mask.js'
import { entriesOrNone, isThere, textOrNone } from '../disk.js'
import { meantPicture, PICTURE } from './meant-picture.js'
import { isBundle } from './page-path.js'

/** The address to be written for a wrong one; certain where the two differ only in how a path is written. */
export interface RightAddress {
  readonly url: string
  readonly certain: boolean
}

/** The Hugo site that a report belongs to. */
export interface Site {
  /**
   * Whether the site serves a picture of that address to the page; a path on the author's disk never. null: nobody can tell.
   * Where it serves none, but one picture of the site alone can be meant: the address of that.
   * @param like another address on the page, in whose manner the right one is written where `url` has none
   */
  hasImage(url: string, like?: string): boolean | null | RightAddress
}

/** Folders whose files a site, and each theme of it, serves from its root. */
const SERVED = ['static', 'assets']

const TYPES = ['toml', 'yaml', 'yml', 'json']
const CONFIGS = ['hugo', 'config'].flatMap((name) =>
  TYPES.flatMap((type) => [`${name}.${type}`, `config/_default/${name}.${type}`]),
)
/** Where the configuration of a site may tell of mounts, too. */
const MODULE_CONFIGS = TYPES.map((type) => `config/_default/module.${type}`)

/** How far down a site's pictures may be: deeper nesting is not seen. */
const MAX_DEPTH = 12

/** In a folder with more pictures than this, none is looked for. */
const MAX_PICTURES = 20_000

/** Paths that lead nowhere but on one computer. */
const DISK = /^(?:file:\/*|[a-z]:(?=[\\/])|\\\\|~(?=\/)|(?=\/(?:home|users)\/))/i

type Folders = Map<string, ReadonlySet<string>>

/** What the configuration of a site says of its addresses. */
interface SiteSettings {
  /** The path of `baseURL`, with slashes at both ends: pages write it before their pictures' addresses. */
  readonly prefix: string
  /** The folders, from the site's root, whose files it serves from there. */
  readonly served: readonly string[]
  /** Whether it serves files from other folders as well, which are not read here. */
  readonly hasMounts: boolean
}

/** What was seen of the disk around the pages of one run: it is looked at once. */
export interface Seen {
  /** Listings of folders. */
  readonly folders: Folders
  /** The roots of the sites that folders lie in. */
  readonly roots: Map<string, string | null>
  /** What the sites' configurations say, by their roots. */
  readonly settings: Map<string, SiteSettings>
  /** The pictures below folders. */
  readonly pictures: Folders
}

export function nothingSeen(): Seen {
  return { folders: new Map(), roots: new Map(), settings: new Map(), pictures: new Map() }
}

/**
 * Finds the site around a page: the nearest folder above it with a Hugo configuration, or the one that holds the `content`
 * folder it lies in.
 * @param path of the page, absolute or relative to the current folder
 * @param seen what was seen for other pages of the run
 */
export function siteOf(path: string, seen: Seen): Site {
  const { folders, settings, pictures } = seen
  const page = resolve(path)
  const root = rootOf(dirname(page), seen)
  if (root === null) return { hasImage: () => null }
  const { prefix, served, hasMounts } = foundOnce(settings, root, settingsIn)
  const beside = dirname(page)
  const content = join(root, 'content')
  const pages = page.startsWith(content + sep) ? content : beside

  let known: { readonly file: string; readonly address: string } | null = null
  /**
   * The folders that relative addresses start from, below the pages and below the site's root. A page's address ends with a
   * slash, so `../x.jpg` starts one folder further down than its file.
   */
  const place = () => {
    known ??= { file: relative(pages, beside), address: addressOf(page, content) }
    return known
  }
  /** The files that an address may lead to. What lies elsewhere in the repository is not published. */
  const published = function* (address: string): Generator<string> {
    const inSite = prefix !== '/' && address.startsWith(prefix) ? `/${address.slice(prefix.length)}` : address
    const fromRoot = inSite.startsWith('/') ? inSite : join(place().address, inSite)
    if (!inSite.startsWith('/')) yield* within(pages, join(place().file, inSite))
    for (const name of served) yield* within(join(root, name), fromRoot)
    if (inSite.startsWith('/')) yield* within(join(root, 'content'), inSite)
    for (const theme of themesOf(root, folders)) for (const name of SERVED) yield* within(join(theme, name), fromRoot)
  }
  const fileAt = (address: string): string | null => {
    for (const file of published(address)) if (hasExactly(file, root, folders)) return file
    return null
  }

  const rightAddress = (url: string, like: string): RightAddress | null => {
    const written = pathOf(url)
    const address = decoded(written.replace(DISK, '')).replaceAll('\\', '/')
    const segments = address.split('/').filter((segment) => !/^\.{0,2}$/.test(segment))
    const isOnDisk = DISK.test(url)
    const readings = [
      ...published(address),
      join(root, 'static', address),
      // The same as a path on the disk: from the page, from the site, from anywhere above the site.
      join(beside, address),
      join(root, address),
      ...segments.flatMap((name, at) => (SERVED.includes(name) ? [join(root, ...segments.slice(at))] : [])),
    ]
    const places = served.map((name) => join(root, name))
    const addresses = picturesFor(page, places, pictures)
    const meant = meantPicture(readings, isOnDisk ? segments.slice(-1) : segments, addresses)
    if (!meant) return null
    const path = spelled(addresses.get(meant.file) ?? [], written)
    const start = [url, like, '/']
      .map((other) => startOf(other, prefix))
      .find((s) => fileAt(s + decoded(path)) === meant.file)
    return start === undefined ? null : { url: start + path + url.slice(written.length), certain: meant.certain }
  }

  return {
    hasImage(url, like = '/') {
      if (!DISK.test(url) && isElsewhere(url)) return null
      const address = decoded(pathOf(url))
      if (address === '') return null
      if (fileAt(address) !== null) return true
      const slashed = url.replaceAll('\\', '/')
      const isServed = fileAt(decoded(pathOf(slashed))) !== null
      if ((isServed || fileAt(`/${decoded(pathOf(slashed))}`) !== null) && hasImageTemplate(root, folders)) return true
      if (isServed) return { url: slashed, certain: true }
      const right = rightAddress(url, like)
      return hasMounts && !right?.certain && !DISK.test(url) ? null : (right ?? false)
    },
  }
}

/** The file that a path leads to from a folder; none where it leads out of it. */
function* within(folder: string, path: string): Generator<string> {
  const file = join(folder, path)
  // `../static/x.jpg` from `static` leads there on a disk, not on the site.
  if (!/^\.\.(?:[\\/]|$)/.test(path) && file.startsWith(folder + sep)) yield file
}

/** Other hosts, data and templates. */
function isElsewhere(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) || /[{}<>]/.test(url) || url.includes(MASK)
}

/** An address without `?…` and `#…`. */
function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? ''
}

/** What stands before the path of an address in a site: the path of `baseURL`, a slash, dots. */
function startOf(url: string, prefix: string): string {
  if (prefix !== '/' && url.startsWith(prefix)) return prefix
  return /^(?:\/|(?:\.{1,2}\/)*)/.exec(url)?.[0] ?? ''
}

/** A path as an address; segments that are right in the old one stay as they were written. */
function spelled(segments: readonly string[], old: string): string {
  const before = old.split(/[\\/]/).slice(-segments.length)
  return segments
    .map((segment, at) => {
      const same = before[at + before.length - segments.length]
      return same !== undefined && decoded(same) === segment ? same : encoded(segment)
    })
    .join('/')
}

/** Percent-encodes what Markdown, HTML or a shortcode would read as something else; letters of all languages stay. */
function encoded(segment: string): string {
  return segment.replace(/[^\p{L}\p{M}\p{N}\-._~!$*+,;=@]/gu, (character) =>
    /['()]/.test(character) ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character),
  )
}

/** The address of a page from its site's root, without slashes at its ends. */
function addressOf(page: string, content: string): string {
  return isBundle(basename(page)) ? relative(content, dirname(page)) : relative(content, page).replace(/\.[^.]*$/, '')
}

/**
 * The root of the site that a folder lies in. Above a repository nothing is listed: others put there what they like, and a look
 * at all of it would be another one each time.
 */
function rootOf(folder: string, { folders, roots }: Pick<Seen, 'folders' | 'roots'>, isListed = true): string | null {
  const has = (parent: string, name: string, isParentListed: boolean): boolean =>
    isParentListed ? foundOnce(folders, parent, namesIn).has(name) : isThere(join(parent, name))
  return foundOnce(roots, folder, () => {
    const parent = dirname(folder)
    if (parent === folder) return null
    const isRoot = CONFIGS.some((name) =>
      name.includes('/') ? has(folder, 'config', isListed) && isThere(join(folder, name)) : has(folder, name, isListed),
    )
    if (isRoot) return folder
    const isParentListed = isListed && !has(folder, '.git', isListed)
    if (basename(folder) === 'content' && has(parent, 'static', isParentListed)) return parent
    return rootOf(parent, { folders, roots }, isParentListed)
  })
}

function settingsIn(root: string): SiteSettings {
  const name = CONFIGS.find((one) => isThere(join(root, one)))
  const config = name === undefined ? '' : textOrNone(join(root, name))
  const modules = isThere(join(root, 'config')) ? MODULE_CONFIGS.map((one) => textOrNone(join(root, one))) : []
  const [, baseUrl = ''] = /^[^\S\n]*["']?baseURL["']?\s*[:=]\s*["']?([^"'\s#]+)/im.exec(config) ?? []
  const path = /^[a-z]+:\/\/[^/]+(\/.*)?$/i.exec(baseUrl)?.[1] ?? '/'
  const named = [...config.matchAll(STATIC_DIR)].flatMap(([, written = '']) => namesAmong(written))
  return {
    prefix: path.endsWith('/') ? path : `${path}/`,
    served: [...new Set([...SERVED, ...named])],
    hasMounts: [config, ...modules].some((text) => MOUNT.test(text)),
  }
}

/** `staticDir` has a name, or several in brackets or on lines of their own. */
const STATIC_DIR =
  /^[^\S\n]{0,40}["']?staticDir\d{0,2}["']?[^\S\n]{0,20}[:=][^\S\n]{0,20}(\[[^\]]{0,500}\]|[^\n#]{0,200}(?:\n[^\S\n]{0,40}-[^\n#]{0,200}){0,20})/gim

function namesAmong(written: string): string[] {
  return written.split(/[[\],\n]/).flatMap((name) => name.replace(/^[\s"'-]{1,40}|[\s"']{1,40}$/g, '') || [])
}

/** What is mounted into the folders that are served, or read for pages. */
const MOUNT = /(?:^|[\s{,"'])target["']?\s{0,20}[:=]\s{0,20}["']?(?:static|assets|content)(?![\w-])/im

/** The folders of the themes that lie in a site. */
function themesOf(root: string, folders: Folders): string[] {
  const themes = join(root, 'themes')
  return [...foundOnce(folders, themes, namesIn)].map((name) => join(themes, name))
}

/** Whether the site, or a theme of it, makes its own addresses of those that pages write. */
function hasImageTemplate(root: string, folders: Folders): boolean {
  return [root, ...themesOf(root, folders)].some((folder) =>
    [...namesIn(join(folder, 'layouts/_default/_markup'))].some((name) => name.startsWith('render-image')),
  )
}

/** Whether a file is there in just this letter case: servers tell `A.JPG` from `a.jpg`, some disks do not. */
function hasExactly(file: string, root: string, folders: Folders): boolean {
  if (file !== root && !file.startsWith(root + sep)) return false
  const folder = dirname(file)
  const names = foundOnce(folders, folder, namesIn)
  return (
    names.has(file.slice(folder.length + 1).normalize('NFC')) && (folder === root || hasExactly(folder, root, folders))
  )
}

function namesIn(folder: string): ReadonlySet<string> {
  return new Set(entriesOrNone(folder).map(({ name }) => name.normalize('NFC')))
}

/**
 * The pictures that a page may mean, with the segments of the path by which it calls them.
 * @param served the folders that the site serves from its root; a theme's pictures are its own
 */
function picturesFor(page: string, served: readonly string[], pictures: Folders): Map<string, string[]> {
  const places = isBundle(basename(page)) ? [...served, dirname(page)] : served
  return new Map(
    places.flatMap((folder) =>
      [...foundOnce(pictures, folder, picturesBelow)].map((file): [string, string[]] => [
        file,
        relative(folder, file).split(sep),
      ]),
    ),
  )
}

function picturesBelow(folder: string): ReadonlySet<string> {
  const found = new Set<string>()
  const search = (current: string, depth: number): void => {
    for (const entry of entriesOrNone(current)) {
      const path = join(current, entry.name)
      if (entry.isDirectory() && depth < MAX_DEPTH && found.size <= MAX_PICTURES) search(path, depth + 1)
      else if (entry.isFile() && PICTURE.test(entry.name)) found.add(path)
    }
  }
  search(folder, 0)
  return found.size > MAX_PICTURES ? new Set() : found
}

/** What is known by a key; it is found out when it is first asked for. */
function foundOnce<T>(known: Map<string, T>, key: string, find: (key: string) => T): T {
  const before = known.get(key)
  if (before !== undefined) return before
  const value = find(key)
  known.set(key, value)
  return value
}
