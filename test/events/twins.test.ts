import { describe, expect, test } from 'vitest'
import { lintTogether } from '../../src/lint/together.js'
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
const differences = (english: string, vietnamese: string, isAsked?: (path: string) => boolean) =>
  lintTogether([digest(`${PATH}.md`, english), digest(`${PATH}.vi.md`, vietnamese)], {
    rules: [translationMismatch],
    ...(isAsked && { isAsked }),
  })
const about = (english: string, vietnamese: string) => differences(english, vietnamese).map(({ data }) => data?.about)

test('a page and its translation agree', () => {
  expect(differences(ENGLISH, VIETNAMESE)).toEqual([])
})

describe('what differs is told of the translation', () => {
  test.each([
    ['date', ['2025-11-17T', '2025-11-15T']],
    ['number', ['weight: 2', 'weight: 3']],
    ['number', ['4.2.', '4.3.']],
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

describe('what is no difference', () => {
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

test('the page itself is told where only it was asked for', () => {
  const found = differences(ENGLISH.replace('2025-11-17', '2025-11-18'), VIETNAMESE, (path) => !path.includes('.vi.'))
  expect(found.map(({ path, message }) => [path, message])).toEqual([
    [
      `${PATH}.md`,
      'Unexpected date 2025-11-18, expected date 2025-11-17 as in _index.vi.md. An event has one date in every language.',
    ],
  ])
})

test('the page is told where the other reports on the event agree with the translation', () => {
  const other = (site: string) => digest(`${site}/content/4-Events/4.1-Event1/_index.md`, ENGLISH)
  const twins = [digest(`${PATH}.md`, ENGLISH.replace('2025-11-17', '2025-11-18')), digest(`${PATH}.vi.md`, VIETNAMESE)]
  const found = lintTogether([...twins, other('b'), other('c'), other('d')], { rules: [translationMismatch] })
  expect(found.map(({ path }) => path)).toEqual([`${PATH}.md`])
})
