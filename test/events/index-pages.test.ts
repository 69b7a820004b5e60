import { describe, expect, test } from 'vitest'
import { lintTogether } from '../../src/lint/together.js'
import { indexMismatch } from '../../src/rules/index-mismatch.js'
import { digest, type PageContent, written } from './pages.js'

const INDEX = 'a/content/4-Events/_index.md'
const index = (body: string) => digest(INDEX, `---\ntitle: "Events"\npre: " <b> 4. </b> "\n---\n\n${body}\n`)
const entries = (body: string) =>
  index(body).entries.map(({ folder, name, date, venue }) => [
    folder.replace('a/content/4-Events/', ''),
    name?.value ?? null,
    date?.start ?? null,
    venue?.value ?? null,
  ])

describe('the entries of an index page', () => {
  test.each([
    [
      'fields below a link',
      '### [Event 1](4.1-Event1/)\n&emsp;**Event Name:** Mesh Night\n\n&emsp;**Date & Time:** 09:00, May 9, 2026\n&emsp;**Location:** Amber Building  ',
      [['4.1-Event1', 'Mesh Night', '2026-05-09', 'Amber Building']],
    ],
    [
      'fields in Vietnamese',
      '### [Sự kiện 1](4.1-Event1/)\n**Tên sự kiện:** Mesh Night\n**Thời gian:** 09:00 ngày 9/5/2026\n**Địa điểm:** Tòa nhà Hổ Phách',
      [['4.1-Event1', 'Mesh Night', '2026-05-09', 'Tòa nhà Hổ Phách']],
    ],
    [
      'fields above a link that opens the page',
      '### Event 1 - Mesh Night\n- **Date:** 9 May 2026\n\n[View the report →](4.1-Event1/)\n\n### Grid Day\n- **Date:** 10 May 2026\n\n[View the report →](./4.2-Event2/_index.md)',
      [
        ['4.1-Event1', 'Mesh Night', '2026-05-09', null],
        ['4.2-Event2', 'Grid Day', '2026-05-10', null],
      ],
    ],
    [
      'a year of two digits',
      '[Mesh Night](4.1-Event1/)\n- **Date:** 13/05/26',
      [['4.1-Event1', 'Mesh Night', '2026-05-13', null]],
    ],
    [
      'hours on a line of their own',
      '[Mesh Night](4.1-Event1/)\n- **Time:** 09:00 – 12:00\n- **Date:** May 9, 2026',
      [['4.1-Event1', 'Mesh Night', '2026-05-09', null]],
    ],
    [
      'the day of the report beside that of the event',
      '[Mesh Night](4.1-Event1/)\n- **Date of report:** May 12, 2026\n- **Date:** May 9, 2026',
      [['4.1-Event1', 'Mesh Night', '2026-05-09', null]],
    ],
    [
      'no other day than that of the report',
      '[Mesh Night](4.1-Event1/)\n- **Ngày báo cáo:** 12/05/2026\n\n[Grid Day](4.2-Event2/)\n- **Ngày viết:** 13/05/2026',
      [
        ['4.1-Event1', 'Mesh Night', null, null],
        ['4.2-Event2', 'Grid Day', null, null],
      ],
    ],
    [
      'rows of a table',
      '| Event | Date |\n|---|---|\n| [Mesh Night](4.1-Event1/) | May 9, 2026 |\n| [Grid Day](4.2-Event2/) | |',
      [
        ['4.1-Event1', 'Mesh Night', '2026-05-09', null],
        ['4.2-Event2', 'Grid Day', null, null],
      ],
    ],
    [
      'a bare link, and links to elsewhere',
      '[Mesh Night](4.1-Event1/) [b](https://example.org/4.2-Event2/) [c](/4.3-Event3/)',
      [['4.1-Event1', 'Mesh Night', null, null]],
    ],
    [
      'a folder with a Vietnamese name',
      '[Mesh Night](./S%E1%BB%B1-ki%E1%BB%87n-m%E1%BA%A1ng/)',
      [['Sự-kiện-mạng', 'Mesh Night', null, null]],
    ],
    [
      'a place that waits to be filled in',
      '[Mesh Night](4.1-Event1/)\n**Location:** <Add the place>',
      [['4.1-Event1', 'Mesh Night', null, null]],
    ],
    [
      'an entry that is commented out',
      '[Mesh Night](4.1-Event1/)\n- **Date:** May 9, 2026\n\n<!--\n### [Grid Day](4.2-Event2/)\n- **Date:** May 10, 2026\n-->',
      [['4.1-Event1', 'Mesh Night', '2026-05-09', null]],
    ],
    [
      'fields that are commented out',
      '[Mesh Night](4.1-Event1/)\n\n<!-- - **Date:** May 9, 2026 -->\n\n- **Location:** Amber Building <!-- which floor? -->',
      [['4.1-Event1', 'Mesh Night', null, 'Amber Building']],
    ],
    [
      'an entry in a code block, and a link in code',
      '[Mesh Night](4.1-Event1/), linked to by `[Name](4.3-Event3/)`\n\n```md\n### [Grid Day](4.2-Event2/)\n- **Date:** May 10, 2026\n```',
      [['4.1-Event1', 'Mesh Night', null, null]],
    ],
  ])('%s', (_, body, found) => {
    expect(entries(body)).toEqual(found)
  })
})

test('front matter with keys in upper case gives the kind of the page', () => {
  expect(digest(INDEX, '---\nTitle: "Events"\nPre: " <b> 4. </b> "\n---\n\nAll of them.\n').kind).toBe('index')
})

test('a page that shows how to write a list of events is not an index page', () => {
  const shown = ['```md', '[Mesh Night](4.1-Event1/)', '```'].join('\n')
  expect(digest('a/content/4-Events/_index.md', `# Report: “Grid Day”\n\n${shown}\n`).kind).toBe('event')
})

test('a place in a comment is not the place of an event', () => {
  const page = written({
    name: 'Grid Day',
    body: '<!--\n- **Location:** Pearl Tower\n-->\n\n- **Location:** Amber Building',
  })
  expect(digest('a/content/4-Events/4.1-Event1/_index.md', page).venue?.value).toBe('Amber Building')
})

const mismatches = (body: string, page: PageContent, isRequested?: (path: string) => boolean) =>
  lintTogether([index(body), digest('a/content/4-Events/4.1-Event1/_index.md', written(page))], {
    rules: [indexMismatch],
    ...(isRequested && { isRequested }),
  }).map(({ path, data }) => [path === INDEX ? 'index' : 'page', data?.about])

describe('an entry and its page', () => {
  const entry = '### [Mesh Night](4.1-Event1/)\n- **Date:** May 9, 2026\n- **Location:** Floor 26, Amber Building'
  test.each<[why: string, page: PageContent, found: readonly (readonly string[])[]]>([
    ['agree', { name: 'Mesh Night', bodyDate: '9 May 2026' }, []],
    ['agree on a day of several', { name: 'Mesh Night', bodyDate: '8-9/5/2026' }, []],
    ['differ in the day', { name: 'Mesh Night', bodyDate: '10 May 2026' }, [['index', 'date']]],
    ['differ from a day in the front matter', { name: 'Mesh Night', date: '2026-05-10' }, [['index', 'date']]],
    ['differ from a day that came with the template', { name: 'Mesh Night', date: '2025-09-09' }, [['page', 'date']]],
    ['may differ, day and month being unclear', { name: 'Mesh Night', bodyDate: '05/09/2026' }, []],
    ['differ in the building', { name: 'Mesh Night', body: 'Location: Pearl Tower' }, [['index', 'place']]],
    ['differ in the floor', { name: 'Mesh Night', body: 'Location: 36th Floor, Amber Building' }, [['index', 'place']]],
    ['say more or less of the place', { name: 'Mesh Night', body: 'Location: Amber Building, District 1' }, []],
    ['differ, one being online', { name: 'Mesh Night', body: 'Location: Online (Zoom)' }, [['index', 'place']]],
    ['are on two editions', { name: 'Mesh Series #2', body: '' }, []],
    [
      'are on an event and the template’s sample',
      { name: 'GenAI-powered App-DB Modernization workshop' },
      [['page', 'event']],
    ],
  ])('%s', (_, page, found) => {
    expect(mismatches(entry, page)).toEqual(found)
  })

  test('in Vietnamese have the day before the month', () => {
    const vietnamese =
      'Những sự kiện mà em đã tham gia trong kỳ thực tập:\n\n### [Mesh Night](4.1-Event1/)\n- **Thời gian:** 07/09/2025'
    const english = 'The events of my internship:\n\n### [Mesh Night](4.1-Event1/)\n- **Time:** 07/09/2025'
    const [same, other] = [
      { name: 'Mesh Night', bodyDate: 'September 7, 2025' },
      { name: 'Mesh Night', bodyDate: 'September 6, 2025' },
    ]
    expect([mismatches(vietnamese, same), mismatches(vietnamese, other)]).toEqual([[], [['index', 'date']]])
    expect([mismatches(english, same), mismatches(english, other)]).toEqual([[], []])
  })

  test('may be about different editions of a series', () => {
    expect(mismatches('### [Mesh Series #1](4.1-Event1/)', { name: 'Mesh Series #2' })).toEqual([['index', 'event']])
  })

  test('may differ while only the page is checked', () => {
    expect(mismatches(entry, { name: 'Mesh Night', bodyDate: '10 May 2026' }, (path) => path !== INDEX)).toEqual([
      ['page', 'date'],
    ])
  })

  test('match even if the link differs in case', () => {
    expect(
      mismatches(entry.replace('4.1-Event1', '4.1-event1'), { name: 'Mesh Night', bodyDate: '10 May 2026' }),
    ).toEqual([['index', 'date']])
  })
})

describe('the stated number of events on an index page', () => {
  const folders = ['4.1-Event1', '4.2-Event2', '4.3-Event3']
  const links = (listed: readonly string[]): string => listed.map((folder) => `- [${folder}](${folder}/)`).join('\n')
  const counted = (sentence: string, listed: readonly string[] = folders) =>
    lintTogether(
      [
        index(`${sentence}\n\n${links(listed)}`),
        ...folders.map((folder) => digest(`a/content/4-Events/${folder}/_index.md`, written({ name: folder }))),
      ],
      { rules: [indexMismatch] },
    )
      .filter(({ data }) => data?.about === 'number')
      .map(({ column, endColumn, message, fix }) => [
        sentence.slice(column - 1, endColumn - 1),
        /expected (\d+)/.exec(message)?.[1],
        fix?.edits[0]?.text,
      ])

  test.each([
    ['I participated in two events, each of them long.', 'two', 'three'],
    ['I attended **5 great AWS workshops** in my internship.', '5', '3'],
    ['Em đã tham gia hai sự kiện.', 'hai', 'ba'],
    ['Mình tham dự tổng cộng 5 buổi workshop.', '5', '3'],
    ['EM ĐÃ THAM GIA BỐN SỰ KIỆN.', 'BỐN', 'ba'],
  ])('differs from the list: %s', (sentence, number, right) => {
    expect(counted(sentence)).toEqual([[number, '3', right]])
    const decomposed = counted(sentence.normalize('NFD'))
    expect(decomposed).toEqual([[number.normalize('NFD'), '3', right]])
  })

  test.each([
    'I participated in three events.',
    'I participated in more than two events.',
    'I attended two events in May, and the third one in June.',
    'I attended two events on site and four events online.',
    'The programme has two events a month.',
    'Em đã tham gia một sự kiện mỗi tháng.',
    'In two years I attended events all over the country.',
  ])('is absent or correct: %s', (sentence) => {
    expect(counted(sentence)).toEqual([])
  })

  test('may be that of the site if the list is shorter', () => {
    expect(counted('I attended three events.', folders.slice(1))).toEqual([])
  })

  test('may differ from both the list and the site', () => {
    expect(counted('I attended five events.', folders.slice(1))).toEqual([['five', '2', undefined]])
  })

  test('is not compared with a list of missing pages', () => {
    expect(counted('I attended five events.', [...folders, '4.4-Event4'])).toEqual([])
  })

  test('is searched above the list only', () => {
    expect(counted(`${links(folders)}\n\nI attended two events.`, [])).toEqual([])
  })

  test('has no fix if there is no word for the number', () => {
    const many = Array.from({ length: 14 }, (_, at) => `4.${at + 1}-Event${at + 1}`)
    const pages = many.map((folder) => digest(`a/content/4-Events/${folder}/_index.md`, written({ name: folder })))
    const [finding] = lintTogether([index(`I attended two events.\n\n${links(many)}`), ...pages], {
      rules: [indexMismatch],
    })
    expect([finding?.message, finding?.fix]).toEqual([expect.stringContaining('“two”, expected 14'), undefined])
  })
})

describe('events missing from an index page', () => {
  const pages = (folders: readonly string[], file = '_index.md') =>
    folders.map((folder) => digest(`a/content/4-Events/${folder}/${file}`, written({ name: folder })))
  const THREE = pages(['4.1-Event1', '4.2-Event2', '4.3-Event3'])
  const left = (list: string, site = THREE) =>
    lintTogether([index(list), ...site], { rules: [indexMismatch] }).flatMap(({ data, message, line }) =>
      data?.about === 'list' ? [[line, /without (.{1,80}), expected/.exec(message)?.[1]]] : [],
    )

  test.each([
    ['the last', '[a](4.1-Event1/) [b](4.2-Event2/)', '4.3-Event3'],
    ['one in between', '[a](4.1-Event1/) [b](./4.3-Event3/_index.md)', '4.2-Event2'],
    ['beside a link to nowhere', '[a](4.1-Event1/) [b](4.2-Event2/) [c](4.4-Event4/)', '4.3-Event3'],
  ])('%s', (_, list, folder) => {
    expect(left(list)).toEqual([[6, folder]])
  })

  test('several events', () => {
    const site = [...THREE, ...pages(['4.4-Event4'])]
    expect(left('[a](4.1-event1/) [b](4.3-Event3/)', site)).toEqual([[6, '4.2-Event2, 4.4-Event4']])
  })

  test.each([
    ['nothing', '[a](4.1-Event1/) [b](4.2-Event2/) [c](4.3-Event3/)'],
    ['a page with one link is no list', 'The best was [this](4.1-Event1/).'],
    ['a link of another form', '[a](4.1-Event1/) [b](4.2-Event2/) <a href="/4-events/4.3-event3/">c</a>'],
    ['what the author hid', '[a](4.1-Event1/) [b](4.2-Event2/) <!-- [c](4.3-Event3/) -->'],
    ['two links to one page', '[a](4.1-Event1/) [b](4.1-Event1/)'],
  ])('%s', (_, list) => {
    expect(left(list)).toEqual([])
  })

  test('not pages in another language, other pages of a folder, or pages without an event', () => {
    const list = '[a](4.1-Event1/) [b](4.2-Event2/)'
    const site = THREE.slice(0, 2)
    expect(left(list, [...site, ...pages(['4.3-Event3'], '_index.vi.md')])).toEqual([])
    expect(left(list, [...site, ...pages(['4.3-Event3'], 'draft.md')])).toEqual([])
    expect(left(list, [...site, ...pages(['notes'])])).toEqual([])
    expect(left(list, [...site, ...pages(['old/4.3-Event3'])])).toEqual([])
  })
})
