import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

/** The rows of the map in CONTRIBUTING.md, each with the folders that stand in it. */
const rows = readFileSync('CONTRIBUTING.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `src/'))
  .map((line) => [...(line.split('|')[1] ?? '').matchAll(/`src\/([a-z/]+)`/g)].map(([, folder = '']) => folder))
  .filter((folders) => folders.length > 0)

const FROM = /(?:\bfrom|\bimport) ?\(?'(\.[^']+)'/g

const folders = rows.flat()

/** The folder of the map that a module is in: the innermost one. */
function folderOf(path: string): string | undefined {
  const inside = dirname(relative('src', path)).split(sep).join('/')
  return folders
    .filter((folder) => `${inside}/`.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)
    .at(0)
}

/** The folders that the modules of each import from, itself among them. */
const imported = new Map<string | undefined, Set<string>>()
for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.ts')) continue
  const path = join('src', name)
  for (const [, to = ''] of readFileSync(path, 'utf8').matchAll(FROM)) {
    const target = folderOf(join(dirname(path), to))
    if (target) imported.set(folderOf(path), (imported.get(folderOf(path)) ?? new Set()).add(target))
  }
}

test('the map has every folder', () => {
  const all = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.filter((folder) => !folder.includes('/')).sort()).toEqual(all.map(({ name }) => name).sort())
})

test('imports are found', () => {
  expect([...(imported.get('cli/commands') ?? [])]).toEqual(
    expect.arrayContaining(['events', 'cli/process', 'cli/run']),
  )
})

test.each(
  rows.flatMap((own, row) => own.map((folder) => [folder, row] as const)),
)('%s imports from the folders above it alone', (folder, row) => {
  const above = rows.slice(0, row).flat()
  expect([...(imported.get(folder) ?? [])].filter((other) => other !== folder && !above.includes(other))).toEqual([])
})
