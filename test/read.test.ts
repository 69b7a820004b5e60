import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, MAX_BYTES, readSource, SourceError } from '../src/source/read.js'
import { sharedFolder } from './folder.js'

const folder = sharedFolder()

function failure(work: () => unknown): SourceError {
  try {
    work()
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('it was read')
}

describe('a file is read byte for byte', () => {
  test.each(['a', '\uFEFF# A\n', '\uFEFF\uFEFFa', 'a\r\nb\rc\nd', 'Sự kiện 😀 e\u0301', '\u0001'])('%j', (text) => {
    const path = join(folder, 'a.md')
    writeFileSync(path, text)
    expect(readSource(path)).toEqual({ path, text })
  })

  test('any bytes are read unchanged, or are an error with a line', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 40 }),
          fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          let text: string
          try {
            text = decode(bytes, 'a.md')
          } catch (error) {
            expect(error).toBeInstanceOf(SourceError)
            const lines = Buffer.from(bytes).toString('latin1').split('\n').length
            expect((error as SourceError).line).toBeGreaterThanOrEqual(1)
            expect((error as SourceError).line).toBeLessThanOrEqual(lines)
            return
          }
          expect(Buffer.from(text).equals(Buffer.from(bytes))).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('text that is not UTF-8 is an error', () => {
  test.each([
    ['Latin-1', [65, 10, 66, 10, 0xe9, 65], /not UTF-8/, 3],
    ['a character cut off at the end', [65, 10, 0xe2, 0x82], /not UTF-8/, 2],
    ['half of a surrogate pair', [65, 0xed, 0xa0, 0x80], /not UTF-8/, 1],
    ['an overlong form', [10, 0xc0, 0xaf], /not UTF-8/, 2],
    ['UTF-16 LE', [0xff, 0xfe, 65, 0], /is UTF-16, expected UTF-8/, 1],
    ['UTF-16 BE', [0xfe, 0xff, 0, 65], /is UTF-16, expected UTF-8/, 1],
    ['NUL bytes', [65, 10, 0, 65], /is binary/, 2],
  ])('%s', (_, bytes, message, line) => {
    const error = failure(() => decode(Uint8Array.from(bytes), 'a.md'))
    expect(error.message).toMatch(message)
    expect([error.path, error.line]).toEqual(['a.md', line])
  })
})

describe('errors for what is not a readable file', () => {
  test.skipIf(process.platform !== 'linux')('a name that is not UTF-8', () => {
    const own = join(folder, 'names')
    mkdirSync(own)
    writeFileSync(Buffer.concat([Buffer.from(`${own}/caf`), Buffer.of(0xe9), Buffer.from('.md')]), '# A\n')
    const [name = ''] = readdirSync(own)
    expect(failure(() => readSource(join(own, name))).message).toBe('its name is not UTF-8: rename it')
  })

  test('a missing file', () => {
    expect(failure(() => readSource(join(folder, 'no.md'))).message).toBe('there is no such file or folder')
  })

  test('a path below a file', () => {
    writeFileSync(join(folder, 'file.md'), 'a')
    expect(failure(() => readSource(join(folder, 'file.md', 'no.md'))).message).toBe('there is no such file or folder')
  })

  test('a folder', () => {
    mkdirSync(join(folder, 'folder.md'))
    expect(failure(() => readSource(join(folder, 'folder.md'))).message).toMatch(/this is a folder/)
  })

  test('a file that is too large, without reading it', () => {
    const path = join(folder, 'large.md')
    writeFileSync(path, '')
    truncateSync(path, MAX_BYTES + 1)
    expect(failure(() => readSource(path)).message).toBe('the file has 17 MB, expected at most 16')
    truncateSync(path, MAX_BYTES)
    expect(failure(() => readSource(path)).message).toMatch(/binary/)
  })
})
