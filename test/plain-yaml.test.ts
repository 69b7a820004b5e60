import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { readFrontMatter } from '../src/source/front-matter/front-matter.js'
import { readPlainYaml } from '../src/source/front-matter/plain-yaml.js'

/** The values by key according to YAML; null for an error. */
function readByYaml(yaml: string): Record<string, unknown> | null {
  const document = parseDocument(yaml, { schema: 'core', resolveKnownTags: false, stringKeys: true })
  return document.errors.length > 0 ? null : (document.toJS() as Record<string, unknown>)
}

const piece = fc.constantFrom(
  ...[
    'title',
    'date',
    'weight',
    'pre',
    'true',
    'null',
    'y',
    ':',
    ': ',
    ' ',
    '  ',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '"',
    "'",
    '#',
  ],
  ...[
    ' #',
    '-',
    '- ',
    '4',
    '04',
    '4.2',
    '1e3',
    '0x1f',
    '2025-11-17',
    '2025-11-17T08:00:00',
    '~',
    '|',
    '>',
    '&a',
    '*a',
    '!t',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '?',
    '%',
    '@',
    '`',
    '\\',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\ufeff',
    'Sự kiện',
    '🎉',
    '<b> 4.1. </b>',
    '---',
  ],
)
const plainYaml = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc
    .array(fc.tuple(fc.constantFrom('title', 'date', 'weight', 'x-y'), fc.array(piece, { maxLength: 4 })), {
      maxLength: 4,
    })
    .map((lines) => lines.map(([key, value]) => `${key}: ${value.join('')}\n`).join('')),
)

describe('simple front matter', () => {
  test('is read like YAML', () => {
    let plain = 0
    fc.assert(
      fc.property(plainYaml, (text) => {
        const entries = readPlainYaml(text, 0)
        if (!entries) return
        plain++
        expect(Object.fromEntries([...entries].map(([key, { value }]) => [key, value.value]))).toEqual(readByYaml(text))
        for (const [key, entry] of entries) {
          expect(text.slice(...entry.key.range)).toBe(key)
          expect(text.slice(...entry.value.range).replace(/^(["'])(.*)\1$/s, '$2')).toBe(
            String(entry.value.value ?? ''),
          )
        }
      }),
      { numRuns: 3000 },
    )
    expect(plain).toBeGreaterThan(100)
  })

  test('has the same ranges as in YAML', () => {
    const lines = 'title: "Event 4"\r\ndate:\nmenu: \nweight:   4  \nchapter : false\n'
    for (const plain of [lines.replace('chapter : false\n', ''), 'a: b\n\nc: "d"\n']) {
      const quick = readFrontMatter(`---\n${plain}---\n`)
      // A comment is more than plain front matter has, and says nothing.
      const thorough = readFrontMatter(`---\n${plain}# …\n---\n`)
      expect(quick?.entries).toEqual(thorough?.entries)
      expect(quick?.entries.size).toBeGreaterThan(1)
    }
  })

  test.each([
    'a: b: c',
    'a: b #c',
    'a: "b" c',
    'a: 010',
    'a: ~',
    'a:b',
    'a: [b]',
    'a: b\n  c',
    'a: "\\n"',
    'true: a',
    'a: b\na: c',
  ])('is not %j', (text) => expect(readPlainYaml(text, 0)).toBeNull())
})
