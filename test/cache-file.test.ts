import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attempt } from '../src/cli/process/attempt.js'
import { readLines, updateLines } from '../src/source/cache-file.js'
import { emptyFolder } from './folder.js'

/* Lines are added to a cache file, or replace those with the same keys. */

const line = (key: string, text: string): [string, string] => [key, `${key}\t${text}`]
const put = (path: string, ...lines: [string, string][]): void =>
  updateLines(path, new Map(lines.map(([key, text]) => [key, Buffer.from(text)])), () => readLines(path))
const read = (path: string): Map<string, string> =>
  new Map([...readLines(path)].map(([key, text]) => [key, text.toString()]))
const file = (): string => join(emptyFolder(), 'deep', 'lines.txt')

test('the later of two lines with the same key wins', () => {
  const path = file()
  expect(read(path)).toEqual(new Map())
  put(path, line('a', 'one'), line('b', 'two'))
  put(path, line('b', 'three'))
  put(path, line('c', 'four'))
  expect(read(path)).toEqual(new Map([line('a', 'one'), line('b', 'three'), line('c', 'four')]))
})

test('a few new lines are appended without rewriting the file', () => {
  const path = file()
  put(path, ...Array.from({ length: 1000 }, (_, index) => line(`key ${index}`, 'x'.repeat(100))))
  const before = readFileSync(path, 'utf8')
  put(path, line('key 7', 'another'))
  expect(readFileSync(path, 'utf8')).toBe(`${before}\nkey 7\tanother\n`)
  expect(readdirSync(join(path, '..'))).toEqual(['lines.txt'])
})

test('replaced lines are dropped when the file has grown', () => {
  const path = file()
  for (let time = 0; time < 200; time++) put(path, line('a', 'x'.repeat(1000)), line('b', String(time)))
  expect(statSync(path).size).toBeLessThan(3000)
  expect(read(path)).toEqual(new Map([line('a', 'x'.repeat(1000)), line('b', '199')]))
})

test('no file is written for no lines', () => {
  const path = file()
  put(path)
  expect(() => statSync(path)).toThrow()
})

test.each(['', '\n', 'x', '12', '99999999999999999999\nx'])('an invalid cache file is replaced: %j', (text) => {
  const path = join(emptyFolder(), 'lines.txt')
  writeFileSync(path, text)
  put(path, line('a', 'one'))
  expect(read(path)).toEqual(new Map([line('a', 'one')]))
})

test('after any truncation, later lines are intact, and no line is corrupt', () => {
  const keys = fc.constantFrom('a', 'b', 'c', 'd')
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((words) => words.replace(/[\t\n]/g, ' '))
  const step = fc.record({ lines: fc.array(fc.tuple(keys, text), { maxLength: 4 }), lost: fc.nat({ max: 30 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const path = file()
      const everPut = new Set<string>()
      for (const { lines, lost } of steps) {
        const fresh = new Map(lines.map(([key, words]) => line(key, JSON.stringify(words))))
        put(path, ...fresh)
        for (const text of fresh.values()) everPut.add(text)
        const found = read(path)
        for (const [key, text] of fresh) expect(found.get(key)).toBe(text)
        // A line without its end is no JSON.
        const whole = [...found.values()].filter((text) => attempt(() => JSON.parse(text.slice(2))) !== null)
        for (const text of whole) expect(everPut).toContain(text)
        if (fresh.size > 0) truncateSync(path, Math.max(0, statSync(path).size - lost))
      }
    }),
    { numRuns: 200 },
  )
})
