import { describe, expect, test } from 'vitest'
import { check, fix, inspect, type Options, type Source } from '../src/index.js'
import remarkReportlint from '../src/remark.js'
import { goodReport } from './good-report.js'

/** As programs without types may call it. */
const anything = (value: unknown) => value as Options & Source & 'safe'
const source = { path: '_index.md', text: goodReport }

describe('invalid arguments throw a TypeError', () => {
  test.each([
    [{ shema: 'fcj' }, 'unknown option “shema”. Did you mean “schema”?'],
    [{ schema: 'fcj' }, 'the schema must be what loadSchema or parseSchema returns, not “fcj”'],
    [{ severities: { typoo: 'off' } }, 'unknown rule “typoo”. Did you mean “typo”?'],
    [{ severities: { constructor: 'off' } }, 'unknown rule “constructor”'],
    [null, 'the options must be an object, not “null”'],
    ['fcj', 'the options must be an object, not “fcj”'],
    [{ schema: null }, 'the schema must be what loadSchema or parseSchema returns, not “null”'],
    [{ severities: null }, 'the severities must be an object, not “null”'],
    [{ severities: ['typo'] }, 'the severities must be an object, not “typo”'],
    [{ hasImage: true }, 'hasImage must be a function, not “true”'],
    [{ severities: { typo: 'warn' } }, 'the severity of typo must be off, warning or error, not “warn”'],
  ])('%j', (options, message) => {
    for (const call of [check, inspect]) expect(() => call(source, anything(options))).toThrow(new TypeError(message))
    expect(() => fix(source, 'safe', anything(options))).toThrow(new TypeError(message))
  })

  test.each([
    [undefined],
    ['# Report'],
    [{ path: 'a.md' }],
    [{ text: '' }],
    [{ path: 'a.md', text: Buffer.from('') }],
  ])('the source %j', (given) => {
    for (const call of [check, inspect, fix])
      expect(() => call(anything(given))).toThrow(new TypeError('a source must be { path, text }, two strings'))
  })

  test('an unknown safety, which is not read as unsafe', () => {
    expect(() => fix(source, anything('unsave'))).toThrow(
      new TypeError('the safety must be safe or unsafe, not “unsave”'),
    )
  })

  test('the remark plugin validates its options when it is attached', () => {
    expect(() => remarkReportlint(anything({ severitis: {} }))).toThrow('Did you mean “severities”?')
    expect(() => remarkReportlint(anything({ severities: { typoo: 'off' } }))).toThrow('Did you mean “typo”?')
    expect(() => remarkReportlint(anything('fcj'))).toThrow('the options must be an object, not “fcj”')
    expect(() => remarkReportlint(anything(null))).toThrow('the options must be an object, not “null”')
  })
})

test('severities may be given for every rule, and are optional', () => {
  const severities = { typo: 'off', 'event-date-conflict': 'error', 'unused-suppression': 'warning' } as const
  expect(check(source, { severities })).toEqual(check(source))
  expect(check(source, anything({ schema: undefined, severities: undefined }))).toEqual(check(source))
})
