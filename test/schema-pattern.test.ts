import { describe, expect, test } from 'vitest'
import { loadSchema } from '../src/schema/load.js'
import { schemaPattern, withoutOptionalStart } from '../src/schema/pattern.js'

describe('an expression without the optional groups at its start', () => {
  test.each([
    ['(?:please )?add', 'add'],
    ['(?:(?:more )?(?:content|details) )?(?:to be|will be) added', '(?:to be|will be) added'],
    ['(?:my )?(?:own )?role', 'role'],
    ['(?:[)(]|\\))?note', 'note'],
  ])('%s is %s', (source, expected) => expect(withoutOptionalStart(source)).toBe(expected))

  test.each([
    'add (?:a )?photo',
    '(?:a|b)+c',
    '(?:a)??b',
    '(?:a)?',
    '(?:a)?|b',
    '(a)?\\1b',
    '(?:(a))?\\1b',
    '(?:a',
  ])('%s stays', (source) => expect(withoutOptionalStart(source)).toBe(source))

  test('is the end of the whole one, for every pattern of a schema', () => {
    const changed = loadSchema('event-report').leftovers.filter(
      ({ pattern }) => withoutOptionalStart(pattern) !== pattern,
    )
    expect(changed.length).toBeGreaterThan(5)
    for (const { pattern } of changed) expect(pattern.endsWith(withoutOptionalStart(pattern))).toBe(true)
  })
})

test('full-width punctuation has no case, so it needs no slower expression', () => {
  const label = schemaPattern('nội dung ?[:：] ?…')
  expect(label.test('NỘI DUNG： …')).toBe(true)
  expect(label.search('- Nội dung:…')).toBe(2)
  expect(label.test('Nội dung；…')).toBe(false)
})
