import { describe, expect, test } from 'vitest'
import { BOUNDS, boundsExceeded } from '../src/markdown/bounds.js'
import { parse } from '../src/markdown/parse.js'
import { inParts } from '../src/markdown/parts.js'

const lines = (count: number, line: string | ((index: number) => string)): string =>
  Array.from({ length: count }, (_, index) => `${typeof line === 'string' ? line : line(index)}\n`).join('')

/** A text with a given amount of what a bound counts, and as little as possible of everything else. */
const OF: Readonly<Record<keyof typeof BOUNDS, (count: number) => string>> = {
  nesting: (count) => `${'> '.repeat(count)}a\n`,
  indentation: (count) => `${' '.repeat(count)}a\n`,
  bars: (count) => `${'|'.repeat(count)}\n`,
  marks: (count) => `${'* a '.repeat(count).replace(/^\* /, 'x * ')}\n`,
  characters: (count) => `${'a'.repeat(count)}\n`,
  lines: (count) => lines(count, 'a'),
  quoted: (count) => lines(count, '> a'),
  // A list may belong to what is above it: the heading and the blank line count.
  listed: (count) => lines(count - 2, '- a'),
  definitions: (count) => lines(count, (index) => `[a${index}]: b\n`),
}

describe('the bounds of a text', () => {
  test.each(Object.keys(BOUNDS) as (keyof typeof BOUNDS)[])('%s: allows as much as the bound, and no more', (bound) => {
    const text = (count: number): string => `# a\n\n${OF[bound](count)}`
    expect(boundsExceeded(text(BOUNDS[bound]))).toBeNull()
    const excess = boundsExceeded(text(BOUNDS[bound] + 1))
    expect(excess?.message).toMatch(
      new RegExp(`^${(BOUNDS[bound] + 1).toLocaleString('en')} .+, expected at most .+: \\S`),
    )
  })

  test('give the line where the excess begins', () => {
    expect(boundsExceeded(`# a\n\nb\n\n${'*'.repeat(BOUNDS.marks + 1)}\n\nc\n`)?.line).toBe(5)
    expect(boundsExceeded(`a\r\n\r\nb\r\n${'>'.repeat(60)}\r\n`)?.line).toBe(4)
    expect(boundsExceeded(`a\r\rb\r${'>'.repeat(60)}\r`)?.line).toBe(4)
    expect(boundsExceeded('')).toBeNull()
  })

  test('count closed constructs separately', () => {
    const heading = (block: string): string => `${block}\n# a\n\n`.repeat(30)
    expect(boundsExceeded(heading(lines(9000, '- a')))).toBeNull()
    expect(boundsExceeded(heading(OF.quoted(199)))).toBeNull()
    expect(boundsExceeded(`${OF.marks(400)}\n`.repeat(50))).toBeNull()
    expect(boundsExceeded(lines(30_000, '**Date:** 17/11/2025\n'))).toBeNull()
    expect(boundsExceeded(lines(30_000, '2025 was a year.\n'))).toBeNull()
    // Behind a blank line a list goes on with an item, a quotation does not.
    expect(boundsExceeded(lines(6000, '- a\n'))?.message).toMatch(/lists/)
  })

  test('are checked in linear time', () => {
    const took = (text: string): number => {
      const before = process.cpuUsage()
      for (let times = 0; times < 20; times++) boundsExceeded(text)
      return process.cpuUsage(before).user
    }
    const text = (count: number): string => lines(count, '# a\n\n*b* [c](d) | e: f\n')
    took(text(5000))
    expect(took(text(40_000))).toBeLessThan(5 * Math.max(took(text(20_000)), 2000))
  })
})

/** Texts that must not be split at some places, or have references between parts. */
const PARTED = [
  'a\n\n```\nb\n\n# c\n\nd\n```\n\ne\n',
  '<!-- a\n\n# b\n\n-->\n\nc\n',
  '<pre>\na\n\nb\n</pre>\n\nc\n\n<div>\nd\n\ne\n',
  '[a]: b\n\nc [a] [d]\n\n# e\n\n[d]: f\n',
  'a[^1]\n\nb\n\n[^1]: c\n\n    d\n\ne[^1]\n',
  '- a\n\n- b\n\n  c\n\nd\n\n> e\nf\n\ng\n',
  '# a\r\n\r\nb\r\n\r\n- c\r\n\r\nd\r\n',
  'a\r\rb\r\r# c\r',
  '|a|\n|-|\n|b|\n\nc\n===\n\nd\n',
  '    a\n\n    b\n\nc\n',
  '',
]

describe('parsing part by part', () => {
  test.each(PARTED)('%j gives the same tree as parsing the whole', (text) => {
    // Of the whole: no text of these is as long as a part.
    const whole = parse(text)
    for (const length of [1, 3, 8, 20]) expect(inParts(parse, length)(text)).toEqual(whole)
  })

  test('gives the same tree for any lines', () => {
    const pieces = PARTED.flatMap((text) => text.split(/\r\n|\r|\n/))
    let seed = 7
    const next = (below: number): number => {
      seed = (seed * 1664525 + 1013904223) >>> 0
      return seed % below
    }
    for (let run = 0; run < 400; run++) {
      const text = Array.from({ length: 1 + next(25) }, () => pieces[next(pieces.length)]).join('\n')
      expect(inParts(parse, 1 + next(30))(text), JSON.stringify(text)).toEqual(parse(text))
    }
  })
})
