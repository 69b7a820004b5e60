import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix/apply.js'
import { converge, type Lint, MAX_PASSES } from '../../src/fix/converge.js'
import type { Finding } from '../../src/lint/finding.js'
import type { Safety } from '../../src/rules/rule.js'
import type { TextEdit } from '../../src/text/edit.js'

function finding(rule: string, edits: readonly TextEdit[], safety: Safety = 'safe'): Finding {
  const [first] = edits
  return {
    path: 'a.md',
    rule,
    severity: 'warning',
    message: rule,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    range: first?.range ?? [0, 0],
    fix: { title: rule, safety, edits: edits as [TextEdit, ...TextEdit[]] },
  }
}

const edit = (start: number, end: number, text: string): TextEdit => ({ range: [start, end], text })

describe('one pass', () => {
  test('applies all edits of a fix, or none', () => {
    const both = finding('both', [edit(0, 1, 'A'), edit(4, 5, 'E')])
    const clash = finding('clash', [edit(2, 3, 'C'), edit(4, 5, 'X')])
    const pass = applyFixes('abcde', [both, clash], 'safe')
    expect(pass).toMatchObject({ text: 'AbcdE', fixed: [both], waiting: [clash] })
  })

  test('lets fixes wait that meet at one place, whatever they insert', () => {
    const pass = applyFixes('ab', [finding('x', [edit(1, 1, 'x')]), finding('y', [edit(1, 1, 'y')])], 'safe')
    expect(pass.text).toBe('axb')
    expect(pass.waiting.map(({ rule }) => rule)).toEqual(['y'])
  })

  test('makes one edit of two that are the same', () => {
    const pass = applyFixes('ab', [finding('x', [edit(0, 1, 'A')]), finding('y', [edit(0, 1, 'A')])], 'safe')
    expect(pass).toMatchObject({ text: 'Ab', waiting: [] })
    expect(pass.fixed).toHaveLength(2)
  })

  test('keeps unsafe fixes for those who ask', () => {
    const risky = finding('risky', [edit(0, 1, '')], 'unsafe')
    expect(applyFixes('ab', [risky], 'safe').text).toBe('ab')
    expect(applyFixes('ab', [risky], 'unsafe').text).toBe('b')
  })
})

describe('converging', () => {
  const replacing =
    (rule: string, from: string, to: string): Lint =>
    (text) => {
      const at = text.indexOf(from)
      return at < 0 ? [] : [finding(rule, [edit(at, at + from.length, to)])]
    }
  const all =
    (...lints: Lint[]): Lint =>
    (text) =>
      lints.flatMap((lint) => lint(text))

  test('goes on until nothing is left', () => {
    expect(converge('aab', all(replacing('a', 'a', 'b'), replacing('b', 'bbb', 'c')), 'safe')).toMatchObject({
      state: 'settled',
      text: 'c',
      remaining: [],
    })
  })

  test('refuses fixes that undo one another, and names their rules', () => {
    const result = converge('a', all(replacing('up', 'a', 'A'), replacing('down', 'A', 'a')), 'safe')
    expect(result).toMatchObject({ state: 'refused', rules: ['down', 'up'] })
    expect(result).toHaveProperty('reason', expect.stringContaining('down and up'))
  })

  test('refuses fixes that never come to rest', () => {
    const growing: Lint = (text) => [finding('grow', [edit(text.length, text.length, '!')])]
    expect(converge('a', growing, 'safe')).toMatchObject({ state: 'refused', rules: ['grow'] })
    const slow: Lint = (text) => (text.length < MAX_PASSES ? growing(text) : [])
    expect(converge('a', slow, 'safe')).toMatchObject({ state: 'settled' })
  })
})
