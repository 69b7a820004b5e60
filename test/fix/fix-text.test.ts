import { afterEach, expect, test, vi } from 'vitest'
import { fixText } from '../../src/fix/fix-text.js'
import { fix } from '../../src/index.js'
import type { Finding } from '../../src/lint/finding.js'
import * as linting from '../../src/lint/lint.js'
import { referenceReader } from '../../src/report/markdown-reader.js'
import { finding } from './finding.js'

afterEach(() => vi.restoreAllMocks())

const TEXT = 'teh start\n\nb\n\n# c\n\nd\n'

/** A typo with a safe fix, and a fix that would affect the following blocks. */
function lint(text: string): Finding[] {
  const slip = text.indexOf('teh')
  const line = text.indexOf('b\n')
  return [
    ...(slip < 0 ? [] : [finding('typo', [{ range: [slip, slip + 3], text: 'the' }])]),
    ...(line < 0 ? [] : [finding('greedy', [{ range: [line, line + 2], text: '```\n' }], 'unsafe')]),
  ]
}

test('safe fixes are applied if unsafe ones are refused, which are named', () => {
  const mended = fixText(TEXT, lint, 'unsafe', referenceReader)
  expect(mended).toMatchObject({
    state: 'fixed',
    text: TEXT.replace('teh', 'the'),
    fixes: [{ rule: 'typo' }],
    remaining: [{ rule: 'greedy' }],
    setback: expect.stringMatching(/^only safe fixes were applied\. .* by the fixes of greedy$/),
  })
})

test('without safe fixes, everything is refused', () => {
  const text = TEXT.replace('teh', 'the')
  expect(fixText(text, lint, 'unsafe', referenceReader)).toMatchObject({
    state: 'refused',
    reason: expect.stringMatching(/^nothing was fixed, because .* by the fixes of greedy$/),
  })
})

test('there is no setback if unsafe fixes were not requested', () => {
  expect(fixText(TEXT, lint, 'safe', referenceReader)).not.toHaveProperty('setback')
})

test('the library does the same', () => {
  vi.spyOn(linting, 'lintReport').mockImplementation(({ text }) => lint(text))
  expect(fix({ path: 'a.md', text: TEXT }, 'unsafe')).toMatchObject({
    text: TEXT.replace('teh', 'the'),
    fixed: [{ rule: 'typo' }],
    remaining: [{ rule: 'greedy' }],
    setback: expect.stringMatching(/by the fixes of greedy$/),
  })
  expect(fix({ path: 'a.md', text: TEXT })).not.toHaveProperty('setback')
  expect(() => fix({ path: 'a.md', text: TEXT.replace('teh', 'the') }, 'unsafe')).toThrow('nothing was fixed, because')
})
