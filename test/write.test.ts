import { spawn } from 'node:child_process'
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeAtomically } from '../src/source/write.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reportlint-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('replaces the text and keeps the mode', () => {
  const path = join(folder, 'a.md')
  writeFileSync(path, 'old')
  chmodSync(path, 0o640)
  writeAtomically(path, '\uFEFFnew\r\n', 'old', [folder])
  expect(readFileSync(path, 'utf8')).toBe('\uFEFFnew\r\n')
  expect(statSync(path).mode & 0o777).toBe(0o640)
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('leaves alone what changed meanwhile, what is read-only, and what a link reaches elsewhere', () => {
  const path = join(folder, 'a.md')
  writeFileSync(path, 'another')
  expect(() => writeAtomically(path, 'new', 'old', [folder])).toThrow(/changed while it was being fixed/)
  chmodSync(path, 0o444)
  expect(() => writeAtomically(path, 'new', 'another', [folder])).toThrow(/read-only/)
  chmodSync(path, 0o644)
  const outside = mkdtempSync(join(tmpdir(), 'reportlint-outside-'))
  writeFileSync(join(outside, 'b.md'), 'secret')
  symlinkSync(join(outside, 'b.md'), join(folder, 'link.md'))
  expect(() => writeAtomically(join(folder, 'link.md'), 'new', 'secret', [folder])).toThrow(/link to a file elsewhere/)
  expect(readFileSync(join(outside, 'b.md'), 'utf8')).toBe('secret')
  rmSync(outside, { recursive: true })
  expect(readFileSync(path, 'utf8')).toBe('another')
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'link.md'])
})

test('a link within the roots is followed and stays a link', () => {
  writeFileSync(join(folder, 'a.md'), 'old')
  symlinkSync('a.md', join(folder, 'link.md'))
  writeAtomically(join(folder, 'link.md'), 'new', 'old', [folder])
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new')
})

test('a kill at any moment leaves the old file or the new one, whole', async () => {
  const path = join(folder, 'a.md')
  const size = 200_000
  writeFileSync(path, 'A'.repeat(size))
  // The writer itself runs in the child, so that it can be killed: bundled from its source by the test runner's own tools.
  const { build } = await import('vite')
  const bundle = join(folder, 'writer.mjs')
  await build({
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, '../src/source/write.ts'),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  })
  const loop = `import { writeAtomically } from ${JSON.stringify(bundle)}
    import { readFileSync } from 'node:fs'
    const path = ${JSON.stringify(path)}
    for (let i = 0; ; i++) writeAtomically(path, (i % 2 ? 'A' : 'B').repeat(${size}), readFileSync(path, 'utf8'), [])`
  for (let round = 0; round < 6; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', loop], { stdio: 'ignore' })
    await new Promise((resolve) => setTimeout(resolve, 150 + round * 23))
    child.kill('SIGKILL')
    await new Promise((resolve) => child.on('exit', resolve))
    const text = readFileSync(path, 'utf8')
    expect(text.length).toBe(size)
    expect(new Set(text).size).toBe(1)
  }
})
