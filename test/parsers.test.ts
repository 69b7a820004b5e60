import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { lintReport } from '../src/lint/lint.js'
import { loadNativeParser } from '../src/markdown/native-parser.js'
import { parse } from '../src/markdown/parse.js'
import { bindReport } from '../src/report/bind.js'
import { rules } from '../src/rules/index.js'
import { loadSchema } from '../src/schema/load.js'

const native = await loadNativeParser()
if (!native) console.warn('the native parser has no build for this system: it is not compared with the reference')

const schema = loadSchema('event-report')

function textsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return textsIn(path)
    return /\.(?:md|markdown)$/.test(name) ? [readFileSync(path, 'utf8')] : []
  })
}

const FIXTURES = textsIn(fileURLToPath(new URL('../fixtures', import.meta.url))).filter((text) => !text.includes('\0'))

/** A tree as plain data, independent of the order of keys. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, plain(entry)]),
  )
}

/** Whether the native parser reads the text; if so, asserts that its tree is that of the reference, including positions. */
function compare(text: string): boolean {
  if (!native?.reads(text)) return false
  expect(plain(native.parse(text))).toEqual(plain(parse(text)))
  return true
}

const MARKDOWN = [
  '# A\n\n## B ##\n\nC\n===\n\nD\n---\n',
  '- a\n- b\n\n  c\n\n1. x\n   - y\n     - z\n2) q\n',
  '> a\nb\n>\n> - c\nd\n',
  '```js\na\n```\n\n~~~\nb\n\n    c\n\td\n',
  '| a | b |\n|---|:-:|\n| c \\| d | `e|f` |\n| g |\n\ntext | no table\n',
  '*a **b** c* _d __e__ f_ ***g*** a*b*c a_b_c **ế**x\n',
  '[a](b "c") [d][e] [e] ![f](<g h>) <https://x.y> www.a.b https://c.d/e(f)?g=h. a@b.cd\n\n[e]: /z "t"\n',
  'a  \nb\\\nc\n***\n- - -\n',
  '<div>\n*a*\n</div>\n\n<!-- b -->\n\nc <b>d</b> <br>\n',
  'x[^1] ~~y~~ ~z~\n\n[^1]: note\n    more\n\n- [ ] t\n- [x] u\n',
  '&amp; &nbsp; &#9731; &bogus; \\* \\a `` ` `` ` b `\n',
  '\tcode\n\n \u00a0x\u3000y\u200b\n\n🎉 **đậm** ế\n',
  'a\r\nb\r\n\r\n# c\r\n\r\n- d\r\n',
  '\uFEFF# a\n',
  '# a\rb\r\rc\r',
]

const pieces = [
  '*',
  '**',
  '_',
  '`',
  '[',
  ']',
  '](x)',
  '![',
  '<',
  '> ',
  '# ',
  '- ',
  '1. ',
  '  ',
  '    ',
  '\t',
  '|',
  '---',
]
const more = [
  '===',
  '~~',
  '```',
  '&amp;',
  '\\',
  '<!--',
  '-->',
  '<div>',
  'http://a.b',
  '[^1]',
  '[x]: y',
  '- [ ] ',
  'Lambda@Edge',
  'a@b',
  '\u00a0',
  '🎉',
  '**🎉**',
]
const slip = fc.record({
  line: fc.nat(),
  what: fc.constantFrom('drop', 'twice', 'before', 'behind', 'between', 'into'),
  piece: fc.constantFrom(...pieces, ...more),
})
/** Lines of reports with random damage. */
const slipped = fc
  .tuple(fc.constantFrom(...FIXTURES, ...MARKDOWN), fc.nat(), fc.array(slip, { minLength: 1, maxLength: 4 }))
  .map(([text, from, slips]) => {
    const whole = text.split('\n')
    const lines = whole.slice(from % whole.length, (from % whole.length) + 12)
    for (const { line, what, piece } of slips) {
      const at = line % lines.length
      const now = lines[at] ?? ''
      if (what === 'drop') lines.splice(at, 1)
      else if (what === 'twice') lines.splice(at, 0, now)
      else if (what === 'before') lines[at] = piece + now
      else if (what === 'behind') lines[at] = now + piece
      else if (what === 'between') lines[at] = now.replace(' ', ` ${piece}`)
      else lines[at] = now.slice(0, line % (now.length + 1)) + piece + now.slice(line % (now.length + 1))
    }
    return lines.join('\n')
  })

describe('the reference parser', () => {
  const commonMark = unified().use(remarkParse).freeze()
  const github = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()
  const holdToGithub = (text: string): void => {
    expect(plain(parse(text))).toEqual(plain(github.parse(text)))
  }

  test('reads made-up cases and all fixtures like remark-gfm, although it sometimes skips it', () => {
    for (const text of [...MARKDOWN, ...FIXTURES]) holdToGithub(text)
  })

  test('reads damaged versions of them like remark-gfm', () => {
    fc.assert(fc.property(slipped, holdToGithub), { numRuns: 300 })
  })

  test.each([
    '| a |\n|---|',
    'a\n:-',
    'a\n-:',
    '~~a~~',
    'a[^1]\n\n[^1]: b',
    '- [x] a',
    'a@b.cd',
    'a&#64;b.cd',
    'a&commat;b.cd',
    'w&#119;w.a.b',
    'WWW.a.b',
    'Http://a.b',
  ])('reads the GFM in %j', (text) => {
    expect(plain(github.parse(text))).not.toEqual(plain(commonMark.parse(text)))
    holdToGithub(text)
  })

  test('notices all GFM syntax', () => {
    const signs = [
      'a',
      'b ',
      ' ',
      '.',
      ':',
      '/',
      '-',
      '|',
      '~',
      '@',
      'w',
      'W',
      'ww',
      'http',
      'HTTPS',
      '[',
      ']',
      '^',
      'x',
    ]
    const more = [
      '!',
      '\\',
      '&',
      '#',
      '64;',
      '&#119;',
      '&#x68;',
      '&commat;',
      '&colon;',
      '&vert;',
      '\n',
      '\n\n',
      '- ',
      '> ',
    ]
    const text = fc.array(fc.constantFrom(...signs, ...more), { maxLength: 14 }).map((pieces) => pieces.join(''))
    fc.assert(fc.property(text, holdToGithub), { numRuns: 3000 })
  })
})

describe.runIf(native)('the native parser', () => {
  test('reads made-up cases of CommonMark and GFM like the reference', () => {
    const taken = MARKDOWN.filter(compare)
    expect(taken.length).toBeGreaterThan(MARKDOWN.length / 2)
  })

  test('reads all fixtures like the reference', () => {
    expect(FIXTURES.filter(compare).length).toBeGreaterThan(FIXTURES.length / 2)
  })

  test('reads damaged versions of them like the reference', () => {
    fc.assert(
      fc.property(slipped, (text) => void compare(text)),
      { numRuns: 600 },
    )
  })

  test.each([
    'a ~b~ c',
    '*_*a',
    '**🎉**g',
    'g**🎉 a**',
    '(*🎉*)',
    '| a |\n<b>',
    '\\**é**',
    'x/www.a.b',
    '\ud83d',
  ])('leaves %j to the reference', (text) => {
    expect(native?.reads(text)).toBe(false)
  })

  test('leads to the same findings', () => {
    const read = FIXTURES.filter((fixture) => native?.reads(fixture))
    expect(read.length).toBeGreaterThan(FIXTURES.length / 2)
    for (const text of read) {
      const findings = [parse, native?.parse ?? parse].map((parser) =>
        lintReport(bindReport({ path: '_index.md', text }, { schema, parse: parser }), { schema, rules }),
      )
      expect(JSON.stringify(findings[1])).toBe(JSON.stringify(findings[0]))
    }
  })
})
