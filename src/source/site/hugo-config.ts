import { join } from 'node:path'
import { isThere, textOrNone } from '../disk.js'

/** What the configuration of a site says of its addresses. */
export interface SiteSettings {
  /** The path of `baseURL`, with slashes at both ends: pages write it before their pictures' addresses. */
  readonly prefix: string
  /** The folders, from the site's root, whose files it serves from there. */
  readonly served: readonly string[]
  /** Whether it serves files from other folders as well, which are not read here. */
  readonly hasMounts: boolean
}

/** Folders whose files a site, and each theme of it, serves from its root. */
export const SERVED = ['static', 'assets']

const TYPES = ['toml', 'yaml', 'yml', 'json']

/** The paths from its root that the configuration of a site may have. */
export const CONFIGS = ['hugo', 'config'].flatMap((name) =>
  TYPES.flatMap((type) => [`${name}.${type}`, `config/_default/${name}.${type}`]),
)
/** Where it may tell of mounts, too. */
const MODULE_CONFIGS = TYPES.map((type) => `config/_default/module.${type}`)

/** @param root of a site, absolute */
export function settingsIn(root: string): SiteSettings {
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
