import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { sharingTexts } from '../src/text/sharing-texts.js'

test('does not change the data', () => {
  const data = {
    path: 'a long path to a page',
    spots: [[1, 2], null, 'a long path to a page'],
    at: { line: 3, none: null },
  }
  const copy = structuredClone(data)
  expect(sharingTexts()(data)).toBe(data)
  expect(data).toEqual(copy)
})

test('keeps equal texts once', () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const used = (): number => {
    collect()
    return process.memoryUsage().heapUsed / 2 ** 20
  }
  const shared = sharingTexts()
  const before = used()
  // 100 MB in all, of texts that are all the same.
  const kept = Array.from({ length: 1600 }, () => [{ text: Buffer.alloc(2 ** 16, 'x').toString() }])
  expect(used() - before).toBeGreaterThan(90)
  kept.forEach(shared)
  expect(used() - before).toBeLessThan(10)
  expect(kept.every(([one]) => one?.text.length === 2 ** 16)).toBe(true)
})
