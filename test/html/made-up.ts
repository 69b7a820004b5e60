import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Events that never were, with people that are nobody. */
const EVENTS = [
  { name: 'Grid Day: Storage Without Tears', date: '2026-03-07', speakers: ['Mai Thi Tulip', 'Otto Fernweh'] },
  { name: 'Lantern Workshop on Queues', date: '2026-04-18', speakers: ['Quan Van Lantern', 'Ida Moss'] },
  { name: 'Harbour Meetup: Small Models', date: '2026-05-23', speakers: ['Bea Kite', 'Hoa Le Harbour', 'Sol Reed'] },
  { name: 'Night of the Broken Pipelines', date: '2026-06-20', speakers: ['Nam Do Pipeline', 'Ursa Vale'] },
  { name: 'Open Forum on Careers', date: '2026-07-11', speakers: ['Vy Anh Forum'] },
] as const

const WORDS = {
  en: [
    [
      'The first speaker',
      'Our table',
      'One of the hosts',
      'A student behind me',
      'The demo',
      'Nobody in the room',
      'The second half',
    ],
    ['compared', 'drew', 'explained', 'measured', 'questioned', 'rebuilt', 'described', 'defended'],
    [
      'a slow index',
      'the cost of waiting',
      'three ways to fail',
      'an honest log',
      'the old cache',
      'a map of the services',
      'our own estimate',
    ],
    [
      'with a pencil',
      'before lunch',
      'against the clock',
      'in plain numbers',
      'for the third time',
      'without any slides',
      'as a story',
    ],
    [
      'and I wrote it down',
      'which surprised me',
      'until the bell rang',
      'so we tried it',
      'and it broke twice',
      'while the rain fell',
      'though few agreed',
    ],
  ],
  vi: [
    [
      'Diễn giả đầu tiên',
      'Bàn của chúng tôi',
      'Một người tổ chức',
      'Bạn ngồi phía sau',
      'Phần trình diễn',
      'Cả phòng',
      'Nửa sau buổi',
    ],
    ['so sánh', 'vẽ lại', 'giải thích', 'đo đạc', 'đặt câu hỏi về', 'dựng lại', 'mô tả'],
    [
      'một chỉ mục chậm',
      'giá của sự chờ đợi',
      'ba cách thất bại',
      'một nhật ký trung thực',
      'bộ nhớ đệm cũ',
      'bản đồ dịch vụ',
    ],
    [
      'bằng bút chì',
      'trước giờ trưa',
      'cùng đồng hồ bấm giờ',
      'bằng con số rõ ràng',
      'lần thứ ba',
      'không cần trang chiếu',
    ],
    [
      'và tôi đã ghi lại',
      'khiến tôi bất ngờ',
      'cho đến khi chuông reo',
      'nên chúng tôi thử ngay',
      'rồi nó hỏng hai lần',
    ],
  ],
} as const

type Language = keyof typeof WORDS

const TITLES = {
  en: {
    objectives: 'Objectives',
    speakers: 'Speakers',
    highlights: 'Highlights',
    takeaways: 'Takeaways',
    work: 'Applying to Work',
    info: 'Event Information',
    report: 'Summary Report',
  },
  vi: {
    objectives: 'Mục Tiêu Sự Kiện',
    speakers: 'Diễn Giả',
    highlights: 'Nội Dung Nổi Bật',
    takeaways: 'Những Gì Học Được',
    work: 'Ứng Dụng Vào Công Việc',
    info: 'Thông Tin Sự Kiện',
    report: 'Bài thu hoạch',
  },
} as const

/** Numbers that look like chance and are the same everywhere. */
function chance(seed: number): () => number {
  let state = seed * 2654435761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0
    return (state >>> 0) / 2 ** 32
  }
}

function prose(language: Language, seed: number, sentences: number): string[] {
  const next = chance(seed)
  return Array.from(
    { length: sentences },
    () => `${WORDS[language].map((list) => list[Math.floor(next() * list.length)]).join(' ')}.`,
  )
}

function weekAfter(day: string): string {
  return new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10)
}

/** One report, more or less as it should be. */
function reportText(language: Language, site: number, event: number, author: number): string {
  const { name, date, speakers } = EVENTS[event] as (typeof EVENTS)[number]
  const next = chance(site * 100 + event * 7 + 3)
  const titles = TITLES[language]
  const roll = (share: number): boolean => next() < share
  const text = (seed: number, sentences: number): string[] =>
    prose(language, author * 1000 + event * 50 + seed, sentences)
  const day = roll(0.12) ? weekAfter(date) : date
  const names = roll(0.25) ? speakers.map((speaker) => speaker.split(' ').reverse().join(' ')) : speakers
  const section = (title: string, lines: readonly string[]): string[] => ['', `## ${title}`, '', ...lines]
  const parts = {
    info: section(titles.info, [language === 'en' ? `- **Date:** ${day}` : `- **Ngày:** ${day}`]),
    objectives: section(
      language === 'en' && roll(0.4) ? 'Event Objectives' : titles.objectives,
      text(1, 2).map((line) => `- ${line}`),
    ),
    speakers: section(
      titles.speakers,
      roll(0.15)
        ? ['- ']
        : names.map((speaker) => `- **${speaker}** – ${language === 'en' ? 'Engineer' : 'Kỹ sư'}, Paper Boats`),
    ),
    highlights: section(
      language === 'en' && roll(0.4) ? 'Key Highlights' : titles.highlights,
      text(2, 8).flatMap((line) => [line, '']),
    ),
    takeaways: section(titles.takeaways, roll(0.1) ? [] : text(3, 4).map((line) => `- ${line}`)),
    work: section(titles.work, text(4, 3)),
  }
  const order = roll(0.15)
    ? (['info', 'speakers', 'objectives', 'highlights', 'takeaways', 'work'] as const)
    : (['info', 'objectives', 'speakers', 'highlights', 'takeaways', 'work'] as const)
  const kept = order.filter(
    (part) =>
      !(part === 'work' && roll(0.35)) && !(part === 'info' && roll(0.2)) && !(part === 'objectives' && roll(0.1)),
  )
  return [
    '---',
    `title: "${language === 'en' ? 'Event' : 'Sự kiện'} ${event + 1}"`,
    `date: ${roll(0.2) ? '2024-01-01' : date}`,
    `weight: ${event + 1}`,
    '---',
    '',
    `# ${titles.report}: “${name}”`,
    ...kept.flatMap((part) => parts[part]),
    '',
  ].join('\n')
}

/** Names of the students' folders. */
const NAMES = ['anh', 'binh', 'chi', 'dung', 'giang', 'ha', 'khanh', 'lan', 'minh', 'ngoc']

/** Writes a class of students who were at the same events: most as they should, some late, some alike. */
export function writeClass(
  folder: string,
  { sites, events = EVENTS.length }: { sites: number; events?: number },
): void {
  for (let site = 0; site < sites; site++)
    for (let event = 0; event < events; event++)
      for (const language of ['en', 'vi'] as const) {
        const name = `${NAMES[site % NAMES.length]}-${Math.floor(site / NAMES.length) + 1}`
        // The fourth of every ten has what the second wrote of two of the events.
        const author = site % NAMES.length === 3 && event % EVENTS.length < 2 ? site - 2 : site
        const path = join(
          folder,
          name,
          'content/4-EventParticipated',
          `4.${event + 1}-Event${event + 1}`,
          language === 'en' ? '_index.md' : '_index.vi.md',
        )
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, reportText(language, site, event % EVENTS.length, author))
      }
}

/** Everything in it would be alive on a careless page. */
export const HOSTILE = `---
title: "</script><script>window.harmed = 1</script>"
date: 2026-03-07
weight: 1
---

# Summary Report: “<img src=x onerror=window.harmed=2>”

<img src=x onerror="window.harmed = 3">
[click](javascript:window.harmed=4) <!-- --> <svg onload="window.harmed = 5">

## Speakers

- **<b onclick=window.harmed=6>Bold Name</b>** – Engineer, {{constructor.constructor('window.harmed = 7')()}}

## <style>body { display: none }</style>

<base href="https://elsewhere.invalid/"><link rel="stylesheet" href="https://elsewhere.invalid/a.css">
\u202Etxet desrever\u202C and zero\u200Bwidth.
`
