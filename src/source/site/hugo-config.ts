import { join } from 'node:path'
import { pathExists, textOrNone } from '../disk.js'

/** What the configuration of a site says about its addresses. */
export interface SiteSettings {
  /** The path of `baseURL`, with slashes at both ends: pages put it before the addresses of their pictures. */
  readonly prefix: string
  /** The folders, relative to the site's root, whose files are served from the root of the site. */
  readonly served: readonly string[]
  /** Whether the site also serves files from other folders by mounts, which this program does not resolve. */
  readonly hasMounts: boolean
}

/** Folders whose files a site, and each of its themes, serves from the root of the site. */
export const SERVED = ['static', 'assets']

const TYPES = ['toml', 'yaml', 'yml', 'json']

/** Where the configuration of a site may be, relative to its root. */
export const CONFIGS = ['hugo', 'config'].flatMap((name) =>
  TYPES.flatMap((type) => [`${name}.${type}`, `config/_default/${name}.${type}`]),
)
/** Where mounts may be configured, too. */
const MODULE_CONFIGS = TYPES.map((type) => `config/_default/module.${type}`)

/**
 * @param root of the site, absolute
 * @returns the defaults where nothing is configured or readable
 */
export function settingsIn(root: string): SiteSettings {
  const name = CONFIGS.find((one) => pathExists(join(root, one)))
  const config = name === undefined ? '' : textOrNone(join(root, name))
  const modules = pathExists(join(root, 'config')) ? MODULE_CONFIGS.map((one) => textOrNone(join(root, one))) : []
  const [, baseUrl = ''] = /^[^\S\n]*["']?baseURL["']?\s*[:=]\s*["']?([^"'\s#]+)/im.exec(config) ?? []
  const path = /^[a-z]+:\/\/[^/]+(\/.*)?$/i.exec(baseUrl)?.[1] ?? '/'
  const named = [...config.matchAll(STATIC_DIR)].flatMap(([, written = '']) => namesAmong(written))
  return {
    prefix: path.endsWith('/') ? path : `${path}/`,
    served: [...new Set([...SERVED, ...named])],
    hasMounts: [config, ...modules].some((text) => MOUNT.test(text)),
  }
}

/** The value of `staticDir`: a name, or several in brackets or on lines of their own. */
const STATIC_DIR =
  /^[^\S\n]{0,40}["']?staticDir\d{0,2}["']?[^\S\n]{0,20}[:=][^\S\n]{0,20}(\[[^\]]{0,500}\]|[^\n#]{0,200}(?:\n[^\S\n]{0,40}-[^\n#]{0,200}){0,20})/gim

function namesAmong(written: string): string[] {
  return written.split(/[[\],\n]/).flatMap((name) => name.replace(/^[\s"'-]{1,40}|[\s"']{1,40}$/g, '') || [])
}

/** A mount into a folder that is served, or that pages are read from. */
const MOUNT = /(?:^|[\s{,"'])target["']?\s{0,20}[:=]\s{0,20}["']?(?:static|assets|content)(?![\w-])/im
