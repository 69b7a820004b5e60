import { describe, expect, test } from 'vitest'
import { gather } from '../../src/events/gathering.js'
import { peopleOf } from '../../src/events/people.js'
import { lintTogether } from '../../src/lint/together.js'
import { speakerConflict } from '../../src/rules/speaker-conflict.js'
import { sites } from './pages.js'

/** Reports on one event, each with its list of speakers. */
const reports = (...lists: readonly (readonly string[])[]) =>
  sites(...lists.map((speakers) => ({ name: 'Mesh and Storage Workshop', date: '2025-11-17', speakers })))
const people = (...lists: readonly (readonly string[])[]) => {
  const [event] = gather(reports(...lists)).events
  return peopleOf(event?.accounts ?? [])
}
const namesFound = (...lists: readonly (readonly string[])[]) =>
  lintTogether(reports(...lists), { rules: [speakerConflict] }).map(({ data }) => [data?.actual, data?.expected])

describe('one person', () => {
  test.each([
    ['the order of the words', ['Tran Vi'], ['Vi Tran']],
    ['the order of three', ['Nguyen Gia Bao'], ['Bao Nguyen Gia']],
    ['marks', ['Tran Vi'], ['Trần Vi']],
    ['the place of the tone mark', ['Trần Hoà'], ['Trần Hòa']],
    ['letters taken apart', ['Trần Vi'], ['Trần Vi'.normalize('NFD')]],
    ['a form of address', ['Tran Vi'], ['Mr. Tran Vi']],
    ['a letter that is missing', ['Truong Quang Tinh'], ['Truong Quan Tinh']],
    ['brackets', ['Tran Quang Binh (Long)'], ['Tran Quang Binh']],
  ])('%s', (_, a, b) => {
    expect(people(a, b)).toHaveLength(1)
    expect(people(b, a)).toHaveLength(1)
  })

  test('a wrong letter, if many write the other one', () => {
    const right = ['Tran Doan Cong Ly']
    expect(people(right, right, right, right, right, ['Tran Toan Cong Ly'])).toHaveLength(1)
    expect(people(right, ['Tran Toan Cong Ly'])).toHaveLength(2)
  })

  test('a shorter name that can only be one person’s', () => {
    const [person, ...others] = people(['Van Hoang Kha'], ['Kha Van'])
    expect(others).toEqual([])
    expect(person?.short.map(({ text }) => text)).toEqual(['Kha Van'])
    expect(namesFound(['Van Hoang Kha'], ['Kha Van'])).toEqual([])
  })
})

describe('two people', () => {
  test.each([
    ['another given name', ['Nguyen Van Binh'], ['Nguyen Van Minh']],
    ['a short word with a letter more', ['Nguyen Van An'], ['Nguyen Van Anh']],
    ['a letter more in a name of two words', ['Long Tran'], ['Luong Tran']],
    ['both in one report', ['Truong Quang Tinh', 'Truong Quan Tinh'], ['Truong Quang Tinh']],
    ['one surname', ['Nguyen Bao Long'], ['Nguyen Minh Chau']],
  ])('%s', (_, a, b) => {
    expect(people(a, b)).toHaveLength(2)
    expect(people(b, a)).toHaveLength(2)
    expect(namesFound(a, b)).toEqual([])
  })

  test('a short name that may be that of either', () => {
    expect(people(['Van Hoang Kha', 'Van Minh Kha'], ['Kha Van'])).toHaveLength(3)
  })
})

describe('names that are reported', () => {
  test('nothing if names differ in case and form of address, or only one has diacritics', () => {
    expect(namesFound(['Tran Vi'], ['TRAN VI'], ['Ms. Trần Vi'])).toEqual([])
  })

  test('both, without a fix, if there is no majority', () => {
    const findings = lintTogether(reports(['Tran Vi'], ['Vi Tran']), { rules: [speakerConflict] })
    expect(findings.map(({ data, fix }) => [data?.actual, data?.expected, fix])).toEqual([
      ['Tran Vi', null, undefined],
      ['Vi Tran', null, undefined],
    ])
  })

  test('the one that differs from the majority, with its own diacritics', () => {
    expect(namesFound(['Tran Vi'], ['Tran Vi'], ['Vi Trần'])).toEqual([['Vi Trần', 'Trần Vi']])
  })

  test('only the misspelt word if there is no majority for the other diacritics', () => {
    const right = ['Truong Quang Tinh']
    expect(namesFound(right, right, ['Trương Quang Tính'], ['Trương Quang Tịnh'], ['Trương Quan Tĩnh'])).toEqual([
      ['Trương Quan Tĩnh', 'Trương Quang Tĩnh'],
    ])
  })

  test('no order of two words that only differ in diacritics', () => {
    expect(namesFound(['Minh Nguyen Nguyen'], ['Minh Nguyen Nguyen'], ['Nguyễn Minh Nguyên'])).toEqual([
      ['Nguyễn Minh Nguyên', null],
    ])
  })

  test('diacritics, if three sites agree and one does not', () => {
    expect(namesFound(['Lê Hưng'], ['Lê Hưng'], ['Lê Hùng'])).toEqual([])
    expect(namesFound(['Lê Hưng'], ['Lê Hưng'], ['Lê Hưng'], ['Lê Hùng'], ['Le Hung'])).toEqual([
      ['Lê Hùng', 'Lê Hưng'],
    ])
  })

  test('what differs from the registry, against any majority', () => {
    const event = {
      name: 'Mesh and Storage Workshop',
      date: '2025-11-17',
      end: null,
      place: null,
      speakers: ['Vi Tran'],
    }
    const found = lintTogether(reports(['Tran Vi'], ['Tran Vi'], ['Vi Tran']), {
      rules: [speakerConflict],
      registry: [event],
    })
    expect(found.map(({ path, fix }) => [path[0], fix?.edits[0].text])).toEqual([
      ['a', 'Vi Tran'],
      ['b', 'Vi Tran'],
    ])
  })
})
