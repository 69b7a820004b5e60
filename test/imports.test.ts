import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

/** The rows of the table in CONTRIBUTING.md, each with its folders. */
const rows = readFileSync('CONTRIBUTING.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `src/'))
  .map((line) => [...(line.split('|')[1] ?? '').matchAll(/`src\/([a-z/]+)`/g)].map(([, folder = '']) => folder))
  .filter((folders) => folders.length > 0)

const FROM = /(?:\bfrom|\bimport) ?\(?'(\.[^']+)'/g

const folders = rows.flat()

/** The innermost folder of the table that a module is in. */
function folderOf(path: string): string | undefined {
  const inside = dirname(relative('src', path)).split(sep).join('/')
  return folders
    .filter((folder) => `${inside}/`.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)
    .at(0)
}

/** The imports of each module, by path. */
const imports = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join('src', name)
      const targets = [...readFileSync(path, 'utf8').matchAll(FROM)].map(([, to = '']) => join(dirname(path), to))
      return [path, targets.map((target) => target.replace(/\.js$/, '.ts'))] as const
    }),
)

/** The folders that the modules of each folder import from, including itself. */
const imported = new Map<string | undefined, Set<string>>()
for (const [path, targets] of imports)
  for (const target of targets) {
    const [folder, other] = [folderOf(path), folderOf(target)]
    if (other) imported.set(folder, (imported.get(folder) ?? new Set()).add(other))
  }

test('the table in CONTRIBUTING.md has every folder', () => {
  const all = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.filter((folder) => !folder.includes('/')).sort()).toEqual(all.map(({ name }) => name).sort())
})

test('the test finds imports', () => {
  expect([...(imported.get('cli/commands') ?? [])]).toEqual(
    expect.arrayContaining(['events', 'cli/process', 'cli/run']),
  )
})

test.each(
  rows.flatMap((own, row) => own.map((folder) => [folder, row] as const)),
)('%s imports only from folders above it in the table', (folder, row) => {
  const above = rows.slice(0, row).flat()
  expect([...(imported.get(folder) ?? [])].filter((other) => other !== folder && !above.includes(other))).toEqual([])
})

test('no folder imports the entry points', () => {
  const below = [...imports].filter(([path]) => folderOf(path))
  const found = below.flatMap(([path, targets]) =>
    targets.filter((target) => imports.has(target) && !folderOf(target)).map((target) => `${path}: ${target}`),
  )
  expect(found).toEqual([])
})

test('there are no circular imports', () => {
  const done = new Set<string>()
  /** The modules on the way from one back to itself; empty where there is no such way. */
  const circleFrom = (path: string, way: readonly string[]): readonly string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
    if (done.has(path)) return []
    done.add(path)
    for (const target of imports.get(path) ?? []) {
      const circle = circleFrom(target, [...way, path])
      if (circle.length > 0) return circle
    }
    return []
  }
  for (const path of imports.keys()) expect(circleFrom(path, [])).toEqual([])
})
