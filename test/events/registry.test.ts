import { describe, expect, test } from 'vitest'
import { parseRegistry } from '../../src/config/registry.js'
import { nameOf } from '../../src/events/event-group.js'
import { gather } from '../../src/events/gathering.js'
import { draftRegistry } from '../../src/events/registry-draft.js'
import { lintTogether } from '../../src/lint/together.js'
import { eventDateConflict } from '../../src/rules/event-date-conflict.js'
import { ConfigError } from '../../src/source/checked-yaml.js'
import { sites } from './pages.js'

const complaintOf = (written: string): string => {
  try {
    parseRegistry(written, 'events.yaml')
  } catch (error) {
    if (error instanceof ConfigError) return `${error.path}:${error.line} ${error.message}`
    throw error
  }
  throw new Error('there was nothing to complain of')
}

describe('a registry', () => {
  test('is parsed', () => {
    const written = `
events:
  - name: Mesh Night
    date: 2025-11-17
    place: Amber Building
    speakers: [Mai Le, Vo Thi Lan]
  - name: Mesh Days
    date: 2025-12-01
    end: 2025-12-02
  - { name: Grid Day, date: , speakers: }
`
    expect(parseRegistry(written, 'events.yaml')).toEqual([
      {
        name: 'Mesh Night',
        date: '2025-11-17',
        end: null,
        place: 'Amber Building',
        speakers: ['Mai Le', 'Vo Thi Lan'],
      },
      { name: 'Mesh Days', date: '2025-12-01', end: '2025-12-02', place: null, speakers: [] },
      { name: 'Grid Day', date: null, end: null, place: null, speakers: [] },
    ])
  })

  test.each(['', '# nothing yet\n', 'events:\n', 'events: []\n'])('may be empty: %j', (written) => {
    expect(parseRegistry(written, 'events.yaml')).toEqual([])
  })

  test.each([
    ['events:\n  - nmae: Mesh Night\n', 2, 'nmae', 'Did you mean “name”?'],
    ['events:\n  - name: Mesh Night\n    speekers:\n      - Mai Le\n', 3, 'speekers', 'Did you mean “speakers”?'],
    ['events:\n  - name: Mesh Night\n    speakers:\n      Mai: Le\n', 3, 'speakers', 'expected a list of names'],
    ['event: []\n', 1, 'event', 'Did you mean “events”?'],
    ['events:\n  - date: 2025-11-17\n', 2, 'name', 'missing'],
    ['events:\n  - name: Mesh Night\n    date: 2025-02-30\n', 3, 'date', 'expected a day of the calendar'],
    ['events:\n  - name: Mesh Night\n    date: 17/11/2025\n', 3, 'date', 'expected a day of the calendar'],
    [
      'events:\n  - name: Mesh Days\n    date: 2025-12-02\n    end: 2025-12-01\n',
      4,
      'end',
      'expected a day after the first, 2025-12-02',
    ],
    ['events:\n  - name: ""\n', 2, 'name', 'expected a string that is not empty'],
    ['events:\n  - name: Mesh Night\n    speakers: Mai Le\n', 3, 'speakers', 'expected a list of names'],
    ['events: Mesh Night\n', 1, 'events', 'expected a list of events'],
    ['- Mesh Night\n', 1, '', 'expected a mapping with the key events'],
    ['events:\n  - name: "Mesh\n', 2, '', 'a quotation mark is not closed'],
    [
      'a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n',
      1,
      '',
      'alias',
    ],
  ])('has errors with line and key: %j', (written, line, key, words) => {
    const complaint = complaintOf(written)
    expect(complaint).toContain(`events.yaml:${line}`)
    expect(complaint).toContain(key)
    expect(complaint).toContain(words)
  })
})

const NAME = 'Mesh and Storage Workshop'

describe('the registry', () => {
  const conflicts = (registry: string, ...dates: readonly string[]) =>
    lintTogether(sites(...dates.map((date) => ({ name: NAME, date }))), {
      rules: [eventDateConflict],
      registry: parseRegistry(registry, 'events.yaml'),
    }).map(({ path, data }) => [path[0], data?.expected])

  test('takes precedence over the majority', () => {
    expect(conflicts('', '2025-11-17', '2025-11-17', '2025-11-17', '2025-11-15')).toEqual([['d', '2025-11-17']])
    const registry = `events:\n  - name: ${NAME}\n    date: 2025-11-15\n`
    expect(conflicts(registry, '2025-11-17', '2025-11-17', '2025-11-17', '2025-11-15')).toEqual([
      ['a', '2025-11-15'],
      ['b', '2025-11-15'],
      ['c', '2025-11-15'],
    ])
  })

  test('applies to every day of a longer event', () => {
    const registry = `events:\n  - name: ${NAME}\n    date: 2025-11-15\n    end: 2025-11-17\n`
    expect(conflicts(registry, '2025-11-14', '2025-11-15', '2025-11-16', '2025-11-17', '2025-11-18')).toEqual([
      ['a', '2025-11-15'],
      ['e', '2025-11-15'],
    ])
  })

  test('leaves a missing date to the reports', () => {
    expect(conflicts(`events:\n  - name: ${NAME}\n`, '2025-11-17', '2025-11-17', '2025-11-17', '2025-11-15')).toEqual([
      ['d', '2025-11-17'],
    ])
  })

  test('does not affect other events', () => {
    expect(conflicts('events:\n  - name: Grid Day\n    date: 2025-11-17\n', '2025-11-17', '2025-11-15')).toEqual([])
  })
})

describe('a draft', () => {
  const reports = sites(
    { name: NAME, date: '2025-11-17', speakers: ['Mai Le'], body: 'Location: Amber Building' },
    { name: NAME, date: '2025-11-17', speakers: ['Mai Le'], body: 'Location: Amber Building' },
    { name: NAME, date: '2025-11-17', speakers: ['Le Mai'] },
    { name: NAME, date: '2025-11-15' },
    { name: 'Grid Day: Queues', bodyDate: '1 May 2026' },
  )
  const draft = draftRegistry(gather(reports).events)

  test('has what most reports say, with comments where they disagree', () => {
    expect(draft).toBe(`# The events as they took place. This file takes precedence over what most reports say.
events:
  - name: "${NAME}"
    date: 2025-11-17 # 2025-11-17 by 3, 2025-11-15 by 1
    place: "Amber Building"
    speakers:
      - "Mai Le"
  - name: "Grid Day: Queues"
    date: # 2026-05-01 by 1
`)
  })

  test('is a valid registry, with which the same reports agree', () => {
    const registry = parseRegistry(draft, 'events.yaml')
    expect(gather(reports, registry).events.map(nameOf)).toEqual([NAME, 'Grid Day: Queues'])
    expect(lintTogether(reports, { rules: [eventDateConflict], registry }).map(({ path }) => path[0])).toEqual(['d'])
  })

  test('keeps the last day in the registry', () => {
    const registry = parseRegistry(
      `events:\n  - name: ${NAME}\n    date: 2025-11-17\n    end: 2025-11-18\n`,
      'events.yaml',
    )
    const again = parseRegistry(draftRegistry(gather(reports, registry).events), 'events.yaml')
    expect(again[0]).toMatchObject({ name: NAME, date: '2025-11-17', end: '2025-11-18' })
  })

  test('without events is an empty registry', () => {
    expect(parseRegistry(draftRegistry([]), 'events.yaml')).toEqual([])
  })
})
