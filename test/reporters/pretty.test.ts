import { Chalk } from 'chalk'
import { describe, expect, test } from 'vitest'
import { pretty as partsOf } from '../../src/reporters/pretty.js'
import type { Checked } from '../../src/reporters/reporter.js'
import { counted, extent, outcome, summarize } from '../../src/reporters/summary.js'
import { printable } from '../../src/reporters/terminal.js'
import { cellsOf, wrapped } from '../../src/reporters/terminal-width.js'
import { checked, finding, fix, whole } from './checked.js'

const pretty = (run: Checked): string => whole(partsOf(run))

/** A text with that line as its third. */
const third = (line: string) => ({ textOf: () => `\n\r\n${line}\n` })

/** The excerpt and the mark under it. */
function shownAt(text: string, column: number, endColumn: number, endLine = 3): [shown: string, mark: string] {
  const at = finding({ column, endColumn, endLine })
  const printed = pretty(checked([at], third(text))).split('\n')
  const rest = (index: number): string => printed[index]?.slice('    3 │ '.length) ?? ''
  return [rest(3), rest(4)]
}

describe('the excerpt in pretty', () => {
  test.each([
    ['plain', 'a speaker', 3, 10, 'a speaker', '  ━━━━━━━'],
    ['an empty place', 'abc', 2, 2, 'abc', ' ━'],
    ['the end of a line', 'abc', 4, 4, 'abc', '   ━'],
    ['tabs', '\tab', 2, 4, ' ab', ' ━━'],
    ['marks that take no room', 'a\u0302b x', 5, 6, 'a\u0302b x', '   ━'],
    ['letters that take two cells', '漢字 x', 4, 5, '漢字 x', '     ━'],
    ['pictures', '🎤 x', 4, 5, '🎤 x', '   ━'],
    ['control characters', 'a\u001b[31mb', 7, 8, 'a\\u001b[31mb', '           ━'],
  ])('%s', (_, text, column, endColumn, shown, mark) => {
    expect(shownAt(text, column, endColumn)).toEqual([shown, mark])
  })

  test('is the first of several lines, marked to its end', () => {
    expect(shownAt('## Title  ', 1, 5, 7)).toEqual(['## Title', '━━━━━━━━'])
  })

  test('is omitted for a blank line', () => {
    const at = finding()
    expect(pretty(checked([at], third('   ')))).not.toContain('│')
  })

  test('is the part around the place of a long line', () => {
    const [shown, mark] = shownAt(`${'a'.repeat(300)}X${'b'.repeat(300)}`, 301, 302)
    expect(shown).toHaveLength('…'.length * 2 + 96)
    expect(shown[mark.indexOf('━')]).toBe('X')
    expect(mark.trim()).toBe('━')
    const [start, wide] = shownAt('c'.repeat(500), 1, 501)
    expect([start, wide]).toEqual([`${'c'.repeat(96)}…`, '━'.repeat(96)])
  })

  test.each(['🎤', 'e\u0302\u0301', '👩‍💻'])('cuts a long line between characters: %s', (character) => {
    for (let shift = 0; shift < character.length; shift++) {
      const text = `${' '.repeat(shift)}${character.repeat(300)}`
      const [shown] = shownAt(text, shift + character.length * 150 + 1, shift + character.length * 151 + 1)
      expect(shown).toMatch(new RegExp(`^…(?:${character})+…$`, 'u'))
    }
  })
})

describe('pretty', () => {
  test('is grouped by file, with related places and fixes', () => {
    const findings = [
      finding({ related: [{ path: 'a.md', line: 7, message: 'here' }], fix: fix('safe') }),
      finding({ line: 12, severity: 'warning', fix: fix('unsafe') }),
      finding({ path: 'b.md', related: [{ path: 'a.md', line: 7, message: 'there' }] }),
    ]
    expect(pretty(checked(findings, { summary: summarize(findings, 3, 1), textOf: () => 'X\n'.repeat(12) }))).toBe(`a.md

  ✖ 3:1  Unexpected X, expected Y.  some-rule
    3 │ X
      │ ━
      ╰ line 7: here
      = fix: Mend it

  ▲ 12:1  Unexpected X, expected Y.  some-rule
    12 │ X
       │ ━
       = unsafe fix: Mend it

b.md

  ✖ 3:1  Unexpected X, expected Y.  some-rule
    3 │ X
      │ ━
      ╰ a.md:7: there

2 errors, 1 warning · 3 reports checked, 1 other page skipped
  reportlint fix --write fixes 1 of them
  reportlint fix --write --unsafe fixes 1 more; read the diff first
`)
  })

  test('says that nothing was found, or checked', () => {
    expect(pretty(checked([], { summary: summarize([], 2, 0) }))).toBe('✔ 2 reports checked: nothing to report\n')
    expect(pretty(checked([], { summary: summarize([], 0, 3) }))).toBe('0 reports checked, 3 other pages skipped\n')
  })

  test('what could not be checked is no success', () => {
    const failures = ['d.md: the file is empty']
    expect(pretty(checked([], { summary: summarize([], 0, 0), failures }))).toBe(
      'not everything could be checked · 0 reports checked\n',
    )
    expect(pretty(checked([], { summary: summarize([], 2, 0), failures }))).toBe(
      'not everything could be checked · 2 reports checked\n',
    )
    expect(pretty(checked([finding()], { failures }))).toMatch(
      /\n1 error, not everything could be checked · 1 report checked\n$/,
    )
  })

  test('spells out control characters in names and messages', () => {
    const evil = finding({
      path: 'a\u001b[2J.md',
      message: 'Unexpected \u202etxt\u0007\nnext',
      related: [{ path: 'b\r.md', line: 1, message: '\u009b1A' }],
      fix: { ...fix('safe'), title: '\u001b]0;x' },
    })
    const text = pretty(checked([evil], third('\u001b[8m')))
    expect(text).toContain('a\\u001b[2J.md')
    expect(text).toContain('Unexpected \\u202etxt\\u0007\\u000anext')
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u)
  })

  test('works without the text', () => {
    expect(pretty(checked([finding()]))).toBe(
      'a.md\n\n  ✖ 3:1  Unexpected X, expected Y.  some-rule\n\n1 error · 1 report checked\n',
    )
  })
})

describe('on a terminal', () => {
  const found = finding({
    line: 12,
    column: 31,
    endLine: 12,
    endColumn: 35,
    message: 'Unexpected date 2024-10-15 in the front matter, expected 2026-06-20.',
    related: [{ path: 'a.md', line: 7, message: 'the report says 2026-06-20 here, and so do others' }],
    fix: { ...fix('unsafe'), title: 'Set the date to 2026-06-20, as the report says' },
  })
  const line = 'Bài thu hoạch: “Ngày hội” ở Đà Nẵng, cùng nhau đi tới cuối'
  const shown = (width: number | null): string[] =>
    pretty(checked([found], { width, textOf: () => `${'\n'.repeat(11)}${line}\n` }))
      .split('\n')
      .slice(2, -4)

  test('breaks lines at its width, between words', () => {
    expect(shown(42)).toEqual([
      '  ✖ 12:31  Unexpected date 2024-10-15 in',
      '           the front matter, expected',
      '           2026-06-20.  some-rule',
      '    12 │ … hội” ở Đà Nẵng, cùng nhau đi t…',
      '       │            ━━━━',
      '       ╰ line 7: the report says',
      '         2026-06-20 here, and so do others',
      '       = unsafe fix: Set the date to',
      '                     2026-06-20, as the',
      '                     report says',
    ])
    for (let width = 42; width < 140; width++)
      for (const row of shown(width)) expect(row.length).toBeLessThanOrEqual(width)
  })

  test.each([
    ['letters of two cells', '漢字'.repeat(100)],
    ['letters with marks', 'ế'.normalize('NFD').repeat(200)],
    ['pictures', '🎤'.repeat(200)],
  ])('shows as much of a line as fits: %s', (_, wide) => {
    const long = finding({ line: 12, column: 41, endLine: 12, endColumn: 45 })
    for (const at of [long, { ...long, column: 1, endColumn: wide.length + 1 }])
      for (let width = 42; width < 100; width++) {
        const printed = pretty(checked([at], { width, textOf: () => `${'\n'.repeat(11)}${wide}\n` }))
        const rows = printed.split('\n').filter((row) => row.includes('│'))
        expect(rows).toHaveLength(2)
        for (const row of rows) expect(cellsOf(row)).toBeLessThanOrEqual(width)
        expect(cellsOf(rows[0] ?? '')).toBeGreaterThan(width - 5)
      }
  })

  test('has single lines if it is wide enough, or is not a terminal', () => {
    expect(shown(140)).toEqual(shown(null))
    expect(shown(null)).toHaveLength(5)
  })

  test('never breaks within the name of the rule', () => {
    const [first, second] = shown(89)
    expect([first?.endsWith('2026-06-20.'), second]).toEqual([true, '           some-rule'])
  })

  test('puts words that do not fit on their own lines', () => {
    expect(wrapped(`a ${'b'.repeat(50)} c d`, 30, 0)).toEqual(['a', 'b'.repeat(50), 'c d'])
    expect(wrapped('', 30, 0)).toEqual([''])
  })

  test('leaves very narrow lines to the terminal', () => {
    expect(wrapped('Unexpected date in the front matter', 10, 8)).toEqual(['Unexpected date in the', 'front matter'])
  })

  test('counts the cells of characters', () => {
    expect(wrapped('漢字漢字漢字 漢字漢字漢字', 24, 0)).toHaveLength(2)
    expect(wrapped('Đà Nẵng Đà Nẵng Đà Nẵng'.normalize('NFD'), 24, 0)).toHaveLength(1)
  })
})

test('pretty has the given colours', () => {
  const text = pretty(checked([finding()], { colours: new Chalk({ level: 1 }) }))
  expect(text).toContain('\u001b[31m✖\u001b[39m')
})

test('singular and plural', () => {
  expect([counted(1, 'file'), counted(0, 'file'), counted(2, 'file')]).toEqual(['1 file', '0 files', '2 files'])
  expect(extent(summarize([], 1, 2))).toBe('1 report checked, 2 other pages skipped')
  expect(outcome({ errors: 1, warnings: 2 })).toBe('1 error, 2 warnings')
  expect(outcome({ errors: 0, warnings: 0 })).toBe('nothing to report')
  expect(outcome({ errors: 0, warnings: 0 }, ['d.md: …'])).toBe('not everything could be checked')
  expect(printable('a\tb – “ô” 🎤')).toBe('a\tb – “ô” 🎤')
})
