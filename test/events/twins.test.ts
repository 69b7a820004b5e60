import { describe, expect, test } from 'vitest'
import { lintTogether } from '../../src/lint/together.js'
import { eventDateConflict } from '../../src/rules/event-date-conflict.js'
import { translationMismatch } from '../../src/rules/translation-mismatch.js'
import { digest } from './pages.js'

const ENGLISH = `---
title: "Event 2"
date: 2025-11-17
weight: 2
pre: " <b> 4.2. </b> "
---

# Summary Report: “Mesh Series #2”

### Event Objectives

- Plan a mesh.

### Speakers

- **Mai Le** – Architect
- **Vo Thi Lan** – Engineer

### Key Highlights

![The stage](/images/stage.jpg)

\`\`\`sh
mesh up
\`\`\`

### Key Takeaways

- Plan first.
`
const VIETNAMESE = `---
title: "Sự kiện 2"
date: "2025-11-17T00:00:00Z"
weight: 2
pre: " <b> 4.2. </b> "
---

# Bài thu hoạch “Mesh Series #2”

### Mục Đích Của Sự Kiện

- Lập kế hoạch cho lưới.

### Danh Sách Diễn Giả

- **Lê Mai** – Kiến trúc sư
- **Võ Thị Lan** – Kỹ sư

### Nội Dung Nổi Bật

![Sân khấu](/images/stage.jpg)

\`\`\`sh
mesh up
\`\`\`

### Những Gì Học Được

- Lập kế hoạch trước.
`

const PATH = 'a/content/4-Events/4.2-Event2/_index'
const differences = (english: string, vietnamese: string, isRequested?: (path: string) => boolean) =>
  lintTogether([digest(`${PATH}.md`, english), digest(`${PATH}.vi.md`, vietnamese)], {
    rules: [translationMismatch],
    ...(isRequested && { isRequested }),
  })
const about = (english: string, vietnamese: string) => differences(english, vietnamese).map(({ data }) => data?.about)

test('a page and its translation agree', () => {
  expect(differences(ENGLISH, VIETNAMESE)).toEqual([])
})

describe('differences are reported on the translation', () => {
  test.each([
    ['date', ['2025-11-17T', '2025-11-15T']],
    ['event', ['Series #2', 'Series #1']],
    ['pictures', ['![Sân khấu](/images/stage.jpg)\n', '']],
    ['code', ['```sh\nmesh up\n```', 'mesh up']],
    ['sections', ['### Những Gì Học Được\n\n- Lập kế hoạch trước.\n', '']],
    ['speakers', ['- **Võ Thị Lan** – Kỹ sư\n', '']],
  ] as const)('%s', (what, [from, to]) => {
    const changed = VIETNAMESE.replace(from, to)
    expect(changed).not.toBe(VIETNAMESE)
    const findings = differences(ENGLISH, changed)
    expect(findings.map(({ path, data }) => [path, data?.about])).toEqual([[`${PATH}.vi.md`, what]])
    expect(findings[0]?.related?.[0]?.path).toBe(`${PATH}.md`)
  })
})

describe('a page with the sample of the template', () => {
  const sampled = (page: string): string =>
    page
      .replace('Mesh Series #2', 'GenAI-powered App-DB Modernization workshop')
      .replace(/### (?:Key High|Nội Dung)[^#]*/, '')

  test.each([
    ['the page', sampled(ENGLISH), VIETNAMESE, `${PATH}.md`],
    ['the translation', ENGLISH, sampled(VIETNAMESE), `${PATH}.vi.md`],
  ])('has only that finding: %s', (_, english, vietnamese, path) => {
    const findings = differences(english, vietnamese)
    expect(findings.map((finding) => [finding.path, finding.data?.about])).toEqual([[path, 'event']])
  })

  test('may differ from another page with the sample', () => {
    expect(about(sampled(ENGLISH), sampled(VIETNAMESE))).toEqual([])
  })
})

describe('two lists of events', () => {
  const list = (date: string) => `---\ntitle: "Events"\n---\n\n- [Mesh Days](4.2-Event2/)\n  - Date: ${date}\n`
  const messages = (page: string, translation: string) =>
    lintTogether(
      [
        digest('a/content/4-Events/_index.md', list(page)),
        digest('a/content/4-Events/_index.vi.md', list(translation)),
      ],
      { rules: [translationMismatch] },
    ).map(({ message }) => message.split('.')[0])

  test('must have the same day', () => {
    expect(messages('2025-11-17', '2025-11-15')).toEqual([
      'Unexpected date 2025-11-15, expected date 2025-11-17 as in _index',
    ])
  })

  test('may have one of several days', () => {
    expect(messages('15-16/11/2025', '16 November 2025')).toEqual([])
    expect(messages('16 November 2025', '15-16/11/2025')).toEqual([])
    expect(messages('15-16/11/2025', '17 November 2025')).toHaveLength(1)
  })
})

describe('not a difference', () => {
  test.each([
    ['a date that only one has', ENGLISH.replace('date: 2025-11-17\n', ''), VIETNAMESE],
    ['a template’s date', ENGLISH.replace('2025-11-17', '"`r Sys.Date()`"'), VIETNAMESE],
    ['the order of a name', ENGLISH.replace('Mai Le', 'Le Mai'), VIETNAMESE],
    ['a speaker’s shorter name', ENGLISH.replace('Vo Thi Lan', 'Lan Vo'), VIETNAMESE],
    [
      'letters that are decomposed',
      ENGLISH,
      VIETNAMESE.replace('Kỹ sư\n', 'Kỹ sư\n- Ban tổ chức: Trần Văn Bình\n').normalize('NFD'),
    ],
    ['a title that is not understood', ENGLISH, VIETNAMESE.replace('Những Gì Học Được', 'Gió và mây')],
    [
      'a title understood as another section',
      ENGLISH.replace('### Key Takeaways', '### Event Experience\n\nGood.\n\n### More\n\n#### Some'),
      VIETNAMESE,
    ],
    [
      'code that nothing closes',
      ENGLISH.replace('- Plan first.', '- Plan first.\n\n  ```\n  mesh up ```\n'),
      VIETNAMESE,
    ],
    ['code that is only set in', ENGLISH.replace('- Plan first.', '- Plan first.\n\n      mesh up'), VIETNAMESE],
  ])('%s', (_, english, vietnamese) => {
    expect(about(english, vietnamese)).toEqual([])
  })
})

test('the difference is reported on the page if only that is checked', () => {
  const found = differences(ENGLISH.replace('2025-11-17', '2025-11-18'), VIETNAMESE, (path) => !path.includes('.vi.'))
  expect(found.map(({ path, message }) => [path, message])).toEqual([
    [
      `${PATH}.md`,
      'Unexpected date 2025-11-18, expected date 2025-11-17 as in _index.vi.md. An event has the same date in every language.',
    ],
  ])
})

describe('of two numbers', () => {
  /** A page that gives no other. */
  const page = (line: string): string => ENGLISH.replace(/title:[\s\S]*?(?=---)/, `${line}\n`)
  const messages = (path: string, english: string, vietnamese: string): string[] =>
    lintTogether([digest(`${path}.md`, english), digest(`${path}.vi.md`, vietnamese)], {
      rules: [translationMismatch],
    }).map(({ path: own, message }) => `${own.slice(path.length)} ${message.split('. ')[0]}`)

  test('the one that differs from the folder is reported, or that of the translation', () => {
    const [two, three] = [page('weight: 2'), page('weight: 3')]
    expect(messages(PATH, two, three)).toEqual(['.vi.md Unexpected weight 3, expected weight 2 as in _index.md'])
    expect(messages(PATH, three, two)).toEqual(['.md Unexpected weight 3, expected weight 2 as in _index.vi.md'])
    expect(messages('a/content/mesh/_index', three, two)).toEqual([
      '.vi.md Unexpected weight 2, expected weight 3 as in _index.md',
    ])
  })

  test.each([
    ['a weight', 'weight: 2', 'weight: 1'],
    ['a menu', '4.2.', '4.3.'],
    ['a title', 'Event 2', 'Event 3'],
  ])('%s that contradicts its own page is reported there', (_, from, to) => {
    const changed = ENGLISH.replace(from, to)
    expect(changed).not.toBe(ENGLISH)
    expect(messages(PATH, changed, VIETNAMESE)).toEqual([])
    expect(messages(PATH, VIETNAMESE, changed)).toEqual([])
  })
})

describe('of two days', () => {
  const page = (date: string, text?: string): string =>
    ENGLISH.replace('2025-11-17', date).replace('### Event', `${text ? `**Date:** ${text}\n\n` : ''}### Event`)
  const translation = (date: string, text?: string): string =>
    page(date, text).replace('Summary Report:', 'Bài thu hoạch')
  /** Which page gets a finding, and its message. */
  const days = (...texts: [page: string, translation: string]): string[] =>
    differences(...texts).map(({ path, message }) => `${path.slice(PATH.length)} ${message.split('. ')[0]}`)

  test.each([
    ['the text’s own front matter', page('2025-11-11', '03/10/2025'), translation('2025-10-03', '3/10/2025')],
    [
      'front matter on both sides that is not the text’s',
      page('2024-10-03', 'Oct 3, 2025'),
      translation('2025-11-15', 'Oct 3, 2025'),
    ],
    ['one reading of the other', page('2025-03-10', '03/10/2025'), translation('2025-03-10', 'March 10, 2025')],
    ['a day of several', page('2025-11-16', '15-16/11/2025'), translation('2025-11-16')],
    ['days that were both copied', page('2025-09-09'), translation('2024-10-15')],
    ['front matter that Hugo cannot read', page('25/11/2025'), translation('2025-11-17')],
    ['a weekday of another day', page('2025-11-11', 'Monday, November 18, 2025'), translation('2025-11-17')],
  ])('no difference: %s', (_, english, vietnamese) => {
    expect(days(english, vietnamese)).toEqual([])
    expect(days(vietnamese, english)).toEqual([])
  })

  test('the text takes precedence over the front matter, and that over copied front matter', () => {
    const [inText, inFrontMatter, copied] = [
      page('2025-11-11', 'Nov 17, 2025'),
      translation('2025-11-15'),
      page('2025-09-09'),
    ]
    expect(days(inText, inFrontMatter)).toEqual([
      '.vi.md Unexpected date 2025-11-15, expected date 2025-11-17 as in _index.md',
    ])
    expect(days(inFrontMatter, inText)).toEqual([
      '.md Unexpected date 2025-11-15, expected date 2025-11-17 as in _index.vi.md',
    ])
    expect(days(copied, inFrontMatter)).toEqual([
      '.md Unexpected date 2025-09-09, expected date 2025-11-15 as in _index.vi.md',
    ])
    const isRequested = (path: string): boolean => path.includes('.vi.')
    expect(differences(copied, inFrontMatter, isRequested)).toEqual([])
  })

  test('both readings are in the message', () => {
    expect(days(page('2025-10-04', '03/10/2025'), translation('2025-10-05', 'Oct 5, 2025'))).toEqual([
      '.vi.md Unexpected date 2025-10-05, expected date 2025-10-03 or 2025-03-10 as in _index.md',
    ])
    // The front matter of each is right by its own text.
    expect(days(page('2025-10-03', '03/10/2025'), translation('2025-03-10', '3/10/2025'))).toEqual([
      '.vi.md Unexpected date 2025-03-10, expected date 2025-10-03 as in _index.md',
    ])
  })

  test('neither is reported if the day of the event is settled', () => {
    const other = (site: string) => digest(`${site}/content/4-Events/4.1-Event1/_index.md`, ENGLISH)
    const twins = [digest(`${PATH}.md`, page('2025-11-18')), digest(`${PATH}.vi.md`, VIETNAMESE)]
    const found = lintTogether([...twins, other('b'), other('c'), other('d')], {
      rules: [eventDateConflict, translationMismatch],
    })
    expect(found.map(({ path, rule }) => [path, rule])).toEqual([[`${PATH}.md`, 'event-date-conflict']])
  })
})
