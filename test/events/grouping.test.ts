import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Digest } from '../../src/events/digest.js'
import { nameOf } from '../../src/events/event-group.js'
import { gather } from '../../src/events/gathering.js'
import { lintTogether } from '../../src/lint/together.js'
import { eventRules } from '../../src/rules/event-rules.js'
import { digest, type PageContent, sites, written } from './pages.js'

const sizes = (digests: readonly Digest[]): number[] =>
  gather(digests)
    .events.map(({ accounts }) => accounts.length)
    .sort((a, b) => b - a)

const DAY = '2025-11-17'
const NEXT_WEEK = '2025-11-24'
/** The number of random runs: few, because each parses several reports. */
const RUNS = Number(process.env.FC_RUNS ?? 30)
const THREE = ['Mai Le', 'Tran Quang Binh', 'Vo Thi Lan']

describe('one event', () => {
  test.each<[why: string, a: PageContent, b: PageContent]>([
    ['the name alone', { name: 'Mesh and Storage Workshop' }, { name: 'Mesh and Storage Workshop' }],
    ['words in another order', { name: 'Storage and Mesh Workshop' }, { name: 'Workshop: Mesh & Storage' }],
    [
      'the series named or not, on one day',
      { name: 'AWS Cloud Mastery Series #2 - Kubernetes on AWS', date: DAY },
      { name: 'Kubernetes on AWS Workshop', date: DAY },
    ],
    [
      'only the series and its number',
      { name: 'Cloud Mastery Series #2: Kubernetes on AWS', date: DAY },
      { name: 'AWS Cloud Mastery Series 2', date: DAY },
    ],
    ['a slip in the name', { name: 'Kubernetes on AWS', date: DAY }, { name: 'Kubernets on AWS', date: DAY }],
    ['a word put together', { name: 'AgentYard Deep Dive', date: DAY }, { name: 'Agent Yard – Deepdive', date: DAY }],
    [
      'an English and a Vietnamese word for it',
      { name: 'Kubernetes on AWS', date: DAY },
      { name: 'Kubernetes trên AWS', date: DAY },
    ],
    [
      'the author’s own number before it',
      { name: 'Event 3 – Mesh Night', date: DAY },
      { name: 'Mesh Night', date: DAY },
    ],
    [
      'a day that is off by one',
      { name: 'Mesh and Storage Workshop', date: DAY },
      { name: 'Mesh and Storage Workshop', date: '2025-11-18' },
    ],
    [
      'another year of that day',
      { name: 'Mesh and Storage Workshop', date: DAY },
      { name: 'Mesh and Storage Workshop', date: '2023-11-17' },
    ],
    [
      'day and month changed over',
      { name: 'Mesh and Storage Workshop', date: '2025-03-10' },
      { name: 'Mesh and Storage Workshop', date: '2025-10-03' },
    ],
    [
      'no name, but the day and the speakers',
      { date: DAY, speakers: THREE },
      { name: 'Mesh Night', date: DAY, speakers: THREE },
    ],
    [
      'much the same name and the speakers, another day',
      { name: 'Mesh Night', date: DAY, speakers: THREE },
      { name: 'Night of the Mesh: Queues', date: NEXT_WEEK, speakers: THREE },
    ],
  ])('%s', (_, a, b) => {
    expect(sizes(sites(a, b))).toEqual([2])
    expect(sizes(sites(b, a))).toEqual([2])
  })
})

describe('two events', () => {
  test.each<[why: string, a: PageContent, b: PageContent]>([
    ['another edition', { name: 'Cloud Mastery Series #1', date: DAY }, { name: 'Cloud Mastery Series #2', date: DAY }],
    ['another edition of one name', { name: 'Mesh and Storage Workshop #1' }, { name: 'Mesh and Storage Workshop #2' }],
    ['another year', { name: 'Mesh and Storage Summit 2024' }, { name: 'Mesh and Storage Summit 2025' }],
    ['another month', { name: 'Community Day June 2026' }, { name: 'Community Day July 2026' }],
    ['another part', { name: 'Agent Yard Day 1', date: DAY }, { name: 'Agent Yard Day 2', date: '2025-11-18' }],
    [
      'half a year between them',
      { name: 'Mesh and Storage Workshop', date: '2025-05-03' },
      { name: 'Mesh and Storage Workshop', date: DAY },
    ],
    ['another topic on one day', { name: 'Kubernetes on AWS', date: DAY }, { name: 'Storage on AWS', date: DAY }],
    ['words that all events share', { name: 'AWS Cloud Community Day' }, { name: 'AWS Cloud Workshop' }],
    ['one shared word without a day', { name: 'Security Night' }, { name: 'Security for Mobile Games' }],
    [
      'one shared speaker',
      { name: 'Kubernetes on AWS', date: DAY, speakers: ['Mai Le'] },
      { name: 'Storage on AWS', date: DAY, speakers: ['Mai Le'] },
    ],
    [
      'the same speakers a week later under another name',
      { name: 'Kubernetes on AWS', date: DAY, speakers: THREE },
      { name: 'Storage on AWS', date: NEXT_WEEK, speakers: THREE },
    ],
    ['neither name nor day', {}, {}],
  ])('%s', (_, a, b) => {
    expect(sizes(sites(a, b))).toEqual([1, 1])
    expect(sizes(sites(b, a))).toEqual([1, 1])
  })

  test('two similar pages of one site on different days', () => {
    const page = (folder: string, date: string) =>
      digest(`a/content/4-Events/${folder}/_index.md`, written({ name: 'Mesh and Storage Workshop', date }))
    expect(sizes([page('4.1-Event1', DAY), page('4.2-Event2', NEXT_WEEK)])).toEqual([1, 1])
  })
})

describe('the sites in a run', () => {
  const title = 'Kubernetes on AWS'
  const series = 'Cloud Mastery Series #2'
  /** It has something in common with each of the others, which have not with each other. */
  const between: PageContent = { name: `${series} - ${title}`, date: DAY }
  const one: PageContent[] = [
    ...[title, title, `${title} Workshop`, `${series}: Kubernetes`, `${title} (full day)`].map((name) => ({ name })),
    ...[series, 'AWS Cloud Mastery Series 2'].map((name) => ({ name, speakers: THREE })),
    ...[title, title].map((name) => ({ name, speakers: ['Ho Anh Thu', 'Bui Minh Khoa'] })),
  ].map((content) => ({ ...content, date: DAY }))
  const groups = (run: readonly PageContent[]): number[] => sizes(sites(...run))

  test('do not split an event', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(one), (some) => {
        expect(groups([between, ...some])).toEqual([some.length + 1])
        expect(groups([...some, between])).toEqual([some.length + 1])
      }),
      { numRuns: RUNS },
    )
  })

  test('do not split an event whose translation is still of another edition', () => {
    const twin = written({ name: 'Cloud Mastery Series #1: Storage', date: DAY })
    const other = digest('a/content/4-Events/4.2-Event2/_index.vi.md', twin)
    const known = { name: title, date: DAY, speakers: THREE }
    expect(sizes([other, ...sites({ ...between, speakers: THREE }, known, known, between, between)])).toEqual([5])
  })

  test.each<[why: string, other: PageContent]>([
    ['another topic', { name: 'Storage on AWS', date: DAY }],
    ['another day', { name: title, date: '2026-05-03' }],
  ])('do not join two events: %s', (_, other) => {
    const own = one.map((content) => [content, 0] as const)
    const both = [...own, ...[1, 2, 3].map(() => [other, 1] as const)]
    fc.assert(
      fc.property(fc.shuffledSubarray(both), (some) => {
        const others = some.filter(([, isOther]) => isOther).length
        const expected = [some.length - others + 1, others].filter((size) => size > 0).sort((a, b) => b - a)
        expect(groups([...some.map(([content]) => content), between])).toEqual(expected)
      }),
      { numRuns: RUNS },
    )
  })

  test('do not join two editions on one day', () => {
    const editions = [2, 3, 3, 2, 2, 3].map((number) => ({
      name: `Cloud Mastery Series #${number}: ${title}`,
      date: DAY,
    }))
    expect(groups(editions)).toEqual([3, 3])
  })

  test('two similar events are separate if sites have a page for each', () => {
    const page = (site: string, folder: string, name: string) =>
      digest(`${site}/content/4-Events/${folder}/_index.md`, written({ name, date: DAY }))
    const [morning, evening] = ['Kubernetes on AWS: Morning Hands-on Lab', 'Kubernetes on AWS: Evening Panel Talk']
    const both = ['a', 'b', 'c'].flatMap((site) => [
      page(site, '4.1-Event1', morning),
      page(site, '4.2-Event2', evening),
    ])
    expect(sizes(both)).toEqual([3, 3])
  })
})

test('a page and its translation are one account, and one vote', () => {
  const english = digest('a/content/4-Events/4.2-Event2/_index.md', written({ name: 'Mesh Night', date: DAY }))
  const vietnamese = digest('a/content/4-Events/4.2-Event2/_index.vi.md', written({ name: 'Mesh Night', date: DAY }))
  const [event] = gather([english, vietnamese]).events
  expect(event && nameOf(event)).toBe('Mesh Night')
  expect(event?.days).toEqual([{ day: DAY, sites: 1 }])
  expect(event?.accounts.map(({ reports }) => reports.length)).toEqual([2])
})

test('the sample event of the template and copied days join no reports', () => {
  const sample = { name: 'GenAI-powered App-DB Modernization workshop', date: '2025-09-09' }
  expect(sizes(sites(sample, sample))).toEqual([1, 1])
})

test('an event has the most informative of its most frequent names', () => {
  const named = (...names: string[]) =>
    gather(sites(...names.map((name) => ({ name, date: DAY })))).events.map(nameOf)[0]
  expect(named('Kubernetes on AWS', 'Kubernetes on AWS', 'Kubernetes trên AWS')).toBe('Kubernetes on AWS')
  expect(
    named(
      'Kubernetes on AWS',
      'Kubernetes on AWS',
      'Cloud Mastery Series #2: Kubernetes',
      'Cloud Mastery Series #2: Kubernetes',
    ),
  ).toBe('Cloud Mastery Series #2: Kubernetes')
})

const NAMES = [
  'Mesh and Storage Workshop',
  'Storage Workshop',
  'Mesh Series #1',
  'Mesh Series #2',
  'Community Day',
  'Mesh Night',
]
const DAYS = [DAY, NEXT_WEEK, '2025-11-18', '2024-11-17']
const PEOPLE = ['Mai Le', 'Le Mai', 'Lê Mai', 'Tran Quang Binh', 'Tran Quan Binh', 'Vo Thi Lan']
const content = fc.record(
  {
    name: fc.constantFrom(...NAMES),
    date: fc.constantFrom(...DAYS),
    bodyDate: fc.constantFrom('November 17, 2025', '24/11/2025'),
    speakers: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
)
/** Pages of some sites with two events each, some with translations, in any order. */
const runs = fc
  .array(
    fc.tuple(
      content,
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.constantFrom('4.1-Event1', '4.2-Event2'),
      fc.boolean(),
    ),
    { minLength: 2, maxLength: 8 },
  )
  .map((pages) =>
    pages.map(([page, site, folder, isVietnamese]) =>
      digest(`${site}/content/4-Events/${folder}/_index${isVietnamese ? '.vi' : ''}.md`, written(page)),
    ),
  )
  .map((digests) => [...new Map(digests.map((one) => [one.path, one])).values()])
  .chain((digests) => fc.tuple(fc.constant(digests), fc.shuffledSubarray(digests, { minLength: digests.length })))

test('the order of the reports does not matter', () => {
  fc.assert(
    fc.property(runs, ([digests, shuffled]) => {
      expect(lintTogether(shuffled, { rules: eventRules })).toEqual(lintTogether(digests, { rules: eventRules }))
      const groups = (of: readonly Digest[]) =>
        gather(of).events.map((event) => ({
          name: nameOf(event),
          days: event.days,
          pages: event.accounts.map(({ page }) => page),
        }))
      expect(groups(shuffled)).toEqual(groups(digests))
    }),
    { numRuns: RUNS },
  )
})

test('digests survive JSON', () => {
  fc.assert(
    fc.property(runs, ([digests]) => {
      const again: Digest[] = JSON.parse(JSON.stringify(digests))
      expect(again).toEqual(digests)
      expect(lintTogether(again, { rules: eventRules })).toEqual(lintTogether(digests, { rules: eventRules }))
    }),
    { numRuns: RUNS },
  )
})
