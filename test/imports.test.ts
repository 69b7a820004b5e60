import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** The rows of the map in CONTRIBUTING.md, each with the folders that stand in it. */
const rows = readFileSync('CONTRIBUTING.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `src/'))
  .map((line) => [...(line.split('|')[1] ?? '').matchAll(/`src\/([a-z]+)`/g)].map(([, folder = '']) => folder))
  .filter((folders) => folders.length > 0)

const FROM = /(?:\bfrom|\bimport) ?\(?'(\.[^']+)'/g

/** The other folders that the modules of a folder import from. */
function importedBy(folder: string): string[] {
  const modules = readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const imported = modules.flatMap((name) => {
    const path = join('src', folder, name)
    return [...readFileSync(path, 'utf8').matchAll(FROM)].map(([, to = '']) => join(dirname(path), to))
  })
  const folders = imported.flatMap((path) => /^src[\\/]([a-z]+)[\\/].*\.js$/.exec(path)?.[1] ?? [])
  return [...new Set(folders)].filter((other) => other !== folder)
}

test('the map has every folder', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(rows.flat().sort()).toEqual(folders.map(({ name }) => name).sort())
})

test.each(
  rows.flatMap((folders, row) => folders.map((folder) => [folder, row] as const)),
)('%s imports from the folders above it alone', (folder, row) => {
  const above = rows.slice(0, row).flat()
  expect(importedBy(folder).filter((other) => !above.includes(other))).toEqual([])
})
