import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SourceError } from '../src/source/read.js'
import { writeAtomically } from '../src/source/write.js'
import { program } from './built-program.js'
import { emptyFolder } from './folder.js'

let folder = ''
beforeEach(() => {
  folder = emptyFolder()
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('replaces the text and keeps the mode', () => {
  const path = join(folder, 'a.md')
  writeFileSync(path, 'old')
  chmodSync(path, 0o640)
  writeAtomically(path, '\uFEFFnew\r\n', 'old', [folder])
  expect(readFileSync(path, 'utf8')).toBe('\uFEFFnew\r\n')
  expect(statSync(path).mode & 0o777).toBe(0o640)
  expect(readdirSync(folder)).toEqual(['a.md'])
})

describe.skipIf(process.getuid?.() !== 0 || process.seteuid === undefined)('a file of another user', () => {
  const [owner, other, group] = [1001, 1002, 2000]
  const path = (): string => join(folder, 'a.md')

  /** Writes as a user with these groups. */
  function writeAs(user: number, groups: readonly number[]): void {
    const own = process.getgroups?.() ?? []
    process.setgroups?.([...groups])
    process.setegid?.(user)
    process.seteuid?.(user)
    try {
      writeAtomically(path(), 'new', 'old', [folder])
    } finally {
      process.seteuid?.(0)
      process.setegid?.(0)
      process.setgroups?.(own)
    }
  }

  function fileOf(mode: number): void {
    chmodSync(folder, 0o777)
    writeFileSync(path(), 'old')
    chownSync(path(), owner, group)
    chmodSync(path(), mode)
  }

  test.each([
    ['660', 0o660],
    ['664', 0o664],
    ['2660', 0o2660],
  ])('keeps its group, mode %s', (_, mode) => {
    fileOf(mode)
    writeAs(other, [group])
    expect(statSync(path())).toMatchObject({ uid: other, gid: group, mode: 0o100000 + mode })
    expect(readFileSync(path(), 'utf8')).toBe('new')
  })

  test('keeps its owner if root fixes it', () => {
    fileOf(0o660)
    writeAs(0, [])
    expect(statSync(path())).toMatchObject({ uid: owner, gid: group, mode: 0o100660 })
  })

  test('is left alone if its group would lose rights', () => {
    fileOf(0o664)
    expect(() => writeAs(other, [])).toThrow(
      new SourceError(
        'it could not be written: its group would lose access to it: only a member of the group can fix it',
        path(),
      ),
    )
    expect(statSync(path())).toMatchObject({ uid: owner, gid: group, mode: 0o100664 })
    expect(readFileSync(path(), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  test('may change its group if that has no more rights than others', () => {
    fileOf(0o666)
    writeAs(other, [])
    expect(statSync(path())).toMatchObject({ uid: other, gid: other, mode: 0o100666 })
  })
})

test('leaves files alone that have changed, are read-only, or are elsewhere behind a link', () => {
  const path = join(folder, 'a.md')
  writeFileSync(path, 'another')
  expect(() => writeAtomically(path, 'new', 'old', [folder])).toThrow(/changed while it was being fixed/)
  chmodSync(path, 0o444)
  expect(() => writeAtomically(path, 'new', 'another', [folder])).toThrow(/read-only/)
  chmodSync(path, 0o644)
  const outside = emptyFolder()
  writeFileSync(join(outside, 'b.md'), 'secret')
  symlinkSync(join(outside, 'b.md'), join(folder, 'link.md'))
  expect(() => writeAtomically(join(folder, 'link.md'), 'new', 'secret', [folder])).toThrow(/link to a file elsewhere/)
  expect(readFileSync(join(outside, 'b.md'), 'utf8')).toBe('secret')
  expect(readFileSync(path, 'utf8')).toBe('another')
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'link.md'])
})

test.each([
  ['it is gone', () => rmSync(join(folder, 'a.md')), 'it is gone'],
  [
    'its folder is a file',
    () => {
      rmSync(folder, { recursive: true })
      writeFileSync(folder, '')
    },
    'it is gone',
  ],
  [
    'it is a folder',
    () => {
      rmSync(join(folder, 'a.md'))
      mkdirSync(join(folder, 'a.md'))
    },
    'it is a folder now',
  ],
  [
    'it is part of a loop',
    () => {
      rmSync(join(folder, 'a.md'))
      symlinkSync('a.md', join(folder, 'a.md'))
    },
    'its links form a loop',
  ],
])('explains why a file could not be written: %s', (_, change, reason) => {
  const path = join(folder, 'a.md')
  writeFileSync(path, 'old')
  change()
  expect(() => writeAtomically(path, 'new', 'old', [folder])).toThrow(
    new SourceError(`it could not be written: ${reason}`, path),
  )
})

test.each([
  ['binary', Buffer.of(0)],
  ['UTF-16', Buffer.from('\uFEFFold', 'utf16le')],
  ['without its byte order mark', Buffer.from('old')],
])('leaves a file alone that has become %s', (_, bytes) => {
  const path = join(folder, 'a.md')
  writeFileSync(path, bytes)
  expect(() => writeAtomically(path, 'new', '\uFEFFold', [folder])).toThrow(/changed while it was being fixed/)
  expect(readFileSync(path)).toEqual(bytes)
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('follows a link within the roots, which stays a link', () => {
  writeFileSync(join(folder, 'a.md'), 'old')
  symlinkSync('a.md', join(folder, 'link.md'))
  writeAtomically(join(folder, 'link.md'), 'new', 'old', [folder])
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new')
})

test('removes temporary files of killed programs', () => {
  const path = join(folder, 'a.md')
  writeFileSync(path, 'old')
  const stale = (): string => {
    const draft = join(folder, '.reportlint-0123456789abcdef.tmp')
    writeFileSync(draft, 'ne')
    utimesSync(draft, 0, 0)
    return draft
  }
  stale()
  writeAtomically(path, 'new', 'old', [folder])
  expect(readdirSync(folder)).toEqual(['a.md'])

  const draft = stale()
  const { now } = Date
  vi.spyOn(Date, 'now').mockImplementation(() => {
    rmSync(draft, { force: true })
    return now()
  })
  writeAtomically(path, 'newer', 'new', [folder])
  expect(readFileSync(path, 'utf8')).toBe('newer')
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('leaves the complete old or new file if it is killed', async () => {
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

test('leaves each file old or new if it is killed among many, and the next run completes them', async () => {
  const old = '# Summary Report: “Grid Day”\n\n## Event Objectives\n\n- Learn\n\n## Speakers\n\n- **Lan Pham**\n'
  const fixed = old.replace('Event Objectives', 'Objectives')
  const names = Array.from({ length: 120 }, (_, index) => `${100 + index}.md`)
  const start = () =>
    spawn(process.execPath, [program, 'fix', '--write', '--rule', 'heading-variant'], { cwd: folder, stdio: 'ignore' })
  const ended = (child: ReturnType<typeof start>) => new Promise<number | null>((resolve) => child.on('exit', resolve))
  const fixedOnes = (): string[] => {
    const texts = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
    for (const [name, text] of texts) expect([old, fixed], name).toContain(text)
    return texts.filter(([, text]) => text === fixed).map(([name]) => name)
  }
  for (const name of names) writeFileSync(join(folder, name), old)
  let before = 0
  for (let round = 0; round < 2; round++) {
    const child = start()
    // Files are fixed in their order: once this one is, the next ones are at work.
    const sign = join(folder, names[before + 10] ?? '')
    while (readFileSync(sign, 'utf8') === old) await new Promise((resolve) => setTimeout(resolve, 2))
    child.kill('SIGKILL')
    await ended(child)
    before = fixedOnes().length
    expect(before).toBeLessThan(names.length)
  }
  expect(await ended(start())).toBe(0)
  expect(fixedOnes()).toEqual(names)
})
