import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../src/fix/apply.js'
import { converge, type Lint, MAX_PASSES } from '../../src/fix/converge.js'
import { applyEdits, type TextEdit } from '../../src/text/edit.js'
import { finding } from './finding.js'

const edit = (start: number, end: number, text: string): TextEdit => ({ range: [start, end], text })

describe('one pass', () => {
  test('applies all edits of a fix, or none', () => {
    const both = finding('both', [edit(0, 1, 'A'), edit(4, 5, 'E')])
    const clash = finding('clash', [edit(2, 3, 'C'), edit(4, 5, 'X')])
    const pass = applyFixes('abcde', [both, clash], 'safe')
    expect(pass).toMatchObject({ text: 'AbcdE', fixed: [both], waiting: [clash] })
  })

  test('lets fixes wait that touch each other', () => {
    const pass = applyFixes('ab', [finding('x', [edit(1, 1, 'x')]), finding('y', [edit(1, 1, 'y')])], 'safe')
    expect(pass.text).toBe('axb')
    expect(pass.waiting.map(({ rule }) => rule)).toEqual(['y'])
  })

  test('applies equal edits once', () => {
    const pass = applyFixes('ab', [finding('x', [edit(0, 1, 'A')]), finding('y', [edit(0, 1, 'A')])], 'safe')
    expect(pass).toMatchObject({ text: 'Ab', waiting: [] })
    expect(pass.fixed).toHaveLength(2)
  })

  test('applies equal fixes once, but not fixes that share only some edits', () => {
    const move = (rule: string, to: number) => finding(rule, [edit(0, 1, ''), edit(to, to, 'a')])
    expect(applyFixes('abcd', [move('x', 3), move('y', 3)], 'safe')).toMatchObject({ text: 'bcad', waiting: [] })
    const pass = applyFixes('abcd', [move('x', 2), move('y', 4)], 'safe')
    expect(pass.text).toBe('bacd')
    expect(pass.waiting.map(({ rule }) => rule)).toEqual(['y'])
  })

  test('skips a fix that would change nothing', () => {
    const pass = applyFixes('ab', [finding('idle', [edit(0, 1, 'a')]), finding('busy', [edit(0, 2, 'x')])], 'safe')
    expect(pass).toMatchObject({ text: 'x', waiting: [] })
    expect(pass.fixed.map(({ rule }) => rule)).toEqual(['busy'])
  })

  test('applies unsafe fixes only on request', () => {
    const risky = finding('risky', [edit(0, 1, '')], 'unsafe')
    expect(applyFixes('ab', [risky], 'safe').text).toBe('ab')
    expect(applyFixes('ab', [risky], 'unsafe').text).toBe('b')
  })
})

describe('convergence', () => {
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

  test('continues until nothing is left', () => {
    expect(converge('aab', all(replacing('a', 'a', 'b'), replacing('b', 'bbb', 'c')), 'safe')).toMatchObject({
      state: 'converged',
      text: 'c',
      remaining: [],
    })
  })

  test('refuses fixes that undo each other, and names their rules', () => {
    const result = converge('a', all(replacing('up', 'a', 'A'), replacing('down', 'A', 'a')), 'safe')
    expect(result).toMatchObject({ state: 'refused', reason: expect.stringContaining('of down and up undo') })
  })

  test('names every rule of a longer cycle, and none before it', () => {
    const lint = all(
      replacing('first', '0', 'a'),
      replacing('one', 'a', 'b'),
      replacing('two', 'b', 'c'),
      replacing('three', 'c', 'a'),
    )
    expect(converge('0', lint, 'safe')).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('of one and three and two undo'),
    })
  })

  test('gives the fixes with lines of the original text, and all changes as edits of it', () => {
    const adding = replacing('add', 'x', 'y\n\n')
    const result = converge('x\nb\nbc\n', all(adding, replacing('drop', '\n\n\nb\nb', '\n\n\nb\n')), 'safe')
    expect(result).toMatchObject({
      text: 'y\n\n\nb\nc\n',
      fixes: [
        { rule: 'add', title: 'add', line: 1 },
        { rule: 'drop', line: 1 },
      ],
    })
    const later = converge('x\nb\nbc\n', all(adding, replacing('later', 'b\nbc', 'b\nd')), 'safe')
    expect(later).toMatchObject({ fixes: [{ rule: 'add' }, { rule: 'later', line: 2 }], text: 'y\n\n\nb\nd\n' })
    if (later.state === 'converged') expect(applyEdits('x\nb\nbc\n', later.edits)).toBe(later.text)
  })

  test('allows ten passes', () => {
    const counting =
      (to: number): Lint =>
      (text) =>
        text.length < to ? [finding('count', [edit(text.length, text.length, '!')])] : []
    expect(converge('', counting(MAX_PASSES), 'safe')).toMatchObject({
      state: 'converged',
      text: '!'.repeat(MAX_PASSES),
    })
    expect(converge('', counting(MAX_PASSES + 1), 'safe')).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('of count never settle'),
    })
  })

  test('applies an unsafe fix only if safe ones did not resolve the finding', () => {
    const adding: Lint = (text) =>
      /^# Speakers/m.test(text) ? [] : [finding('add', [edit(text.length, text.length, '\n# Speakers')], 'unsafe')]
    const lint = all(adding, replacing('raise', '## Speakers', '# Speakers'))
    expect(converge('## Speakers', lint, 'unsafe')).toMatchObject({ text: '# Speakers' })
    expect(converge('## Guests', lint, 'unsafe')).toMatchObject({ text: '## Guests\n# Speakers' })
  })

  test('has as many passes as fixes that wait for each other', () => {
    const letters = [...'abcdefghijklmnopqrst']
    const lint: Lint = (text) =>
      letters.filter((letter) => !text.includes(letter)).map((letter) => finding(letter, [edit(0, 0, letter)]))
    expect(converge('', lint, 'safe')).toMatchObject({ state: 'converged', text: letters.toReversed().join('') })
  })

  test('refuses fixes that never converge', () => {
    const growing: Lint = (text) => [finding('grow', [edit(text.length, text.length, '!')])]
    expect(converge('a', growing, 'safe')).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('of grow never settle'),
    })
    const slow: Lint = (text) => (text.length < MAX_PASSES ? growing(text) : [])
    expect(converge('a', slow, 'safe')).toMatchObject({ state: 'converged' })
  })
})
