import { describe, expect, test } from 'vitest'
import { buildReport } from '../src/report/build.js'
import { certainDay } from '../src/report/dates/event-date.js'
import { loadSchema } from '../src/schema/load.js'

const schema = loadSchema('event-report')
const read = (text: string) =>
  buildReport({ path: 'content/4-EventParticipated/4.2-Event2/_index.md', text }, schema).eventDate
const day = (text: string): string | null => {
  const date = read(text)
  return date && date.start + (date.end ? `..${date.end}` : '')
}
const page = (intro: string, rest = ''): string =>
  `---\ntitle: "Event 2"\ndate: 2024-03-03\n---\n\n# Summary Report: “Queues at Night”\n\n${intro}\n\n## Event Objectives\n\n- Learn\n\n## Key Highlights\n\n- Talks\n\n${rest}\n`

describe('a field', () => {
  test.each([
    '**Date:** Saturday, June 13, 2026',
    '- **Date & Time**: 9:00 AM – 5:00 PM, June 13, 2026',
    '* Time: 09:00, 13/06/2026.',
    '&emsp;**Ngày & Giờ:** Thứ Bảy, 13/06/2026',
    '> **Thời gian:** Thứ 7, ngày 13 tháng 6 năm 2026 <br>',
    '📅 **Date:** June 13, 2026 | 📍 **Format:** on site | 🏢 **Host:** a club',
    '**Venue:** Hall 3<br>**When:** June 13, 2026',
    '| Item | Detail |\n| --- | --- |\n| **Date** | 13-06-2026 |',
    '| Mục | Nội dung |\n| --- | --- |\n| Thời gian | 09:00 ngày **13/06/2026** |',
    '**Thời gian:** Thứ Bảy, 13 tháng 6, 2026'.normalize('NFD'),
    '**Date:** Saturday, 13/06/26',
    '**Diễn ra:** 13/06/2026',
    '*Saturday evening, 13 June 2026, old harbour*',
    '*Host: the club. Date: 13 June 2026. Room A2.*',
    '| Thời gian | 9h, 13.6.26 |\n| --- | --- |\n| Nơi | Nhà B |',
    '**Time:** a tool available since 1 May 2026; the event is on 13 June 2026',
  ])('%s', (field) => {
    expect(day(page(field))).toBe('2026-06-13')
  })

  test('with several days', () => {
    expect(day(page('**Date:** May 9 – 10, 2026'))).toBe('2026-05-09..2026-05-10')
  })

  test('has the range and the weekday as offsets in the file', () => {
    const text = page('**Date:** Saturday, June 13, 2026')
    const date = read(text)
    expect(text.slice(...(date?.range ?? [0, 0]))).toBe('June 13, 2026')
    expect(text.slice(...(date?.weekday?.range ?? [0, 0]))).toBe('Saturday')
  })

  test.each([
    '**Registration deadline:** June 13, 2026',
    '**Ngày cấp:** 13/06/2026',
    '**Hạn nộp:** ngày 13/06/2026',
    '**Next date:** June 13, 2026',
    '**Thời gian thực tập:** 08/09/2025 – 28/11/2025',
    '**Report date:** June 13, 2026',
    '**Date of report:** June 13, 2026',
    '**Date of writing:** June 13, 2026',
    '**Publication date:** June 13, 2026',
    '**Created date:** June 13, 2026',
    '**Ngày lập báo cáo:** 13/06/2026',
    '| Item | Detail |\n| --- | --- |\n| Date completed | June 13, 2026 |',
    '**Date:** June 2026',
    '**Date:** Saturday, June 13',
    '**Date:** February 30, 2026',
    '**Time:** 09:00 – 12:00',
    '**Date:** [event date]',
  ])('is not the date: %s', (field) => {
    expect(day(page(field))).toBeNull()
  })

  test('about the report or its page is ignored', () => {
    const information = (other: string): string =>
      page('A quiet evening.').replace(
        '## Event Objectives',
        `## Event Information\n\n- **${other}:** June 20, 2026\n\n$&`,
      )
    for (const other of ['Date of report', 'Date posted', 'Completion date', 'Ngày viết']) {
      expect(day(page(`**${other}:** June 20, 2026\n\n**Date:** June 13, 2026`))).toBe('2026-06-13')
      expect(day(information(other))).toBeNull()
    }
  })

  test('takes precedence over the title, and the title over sentences', () => {
    const title = '# Summary Report: “Queues at Night” (13/06/2026)\n\n'
    expect(day(`${title}**Date:** June 20, 2026\n`)).toBe('2026-06-20')
    expect(day(`${title}I attended the event on June 20, 2026.\n`)).toBe('2026-06-13')
  })

  test('far down counts if nothing contradicts it', () => {
    const field = '**Time:** 8:30 AM, June 13, 2026'
    expect(day(page('', `### Programme\n\n${field}`))).toBe('2026-06-13')
    expect(day(page('', `### Programme\n\n${field}\n\n**Date:** May 2, 2024`))).toBeNull()
  })
})

describe('the section on the event', () => {
  test('may give the day on a line without a label', () => {
    expect(day(page('## Event Information\n\n📅 **Saturday, June 13, 2026** *(morning)*'))).toBe('2026-06-13')
  })

  test('does not give the day of something else', () => {
    expect(day(page('## Event Information\n\n- Registration closed on June 1, 2026'))).toBeNull()
    expect(day(page('## Event Information\n\n- About version 13.06.26'))).toBeNull()
  })
})

describe('the day of a product release', () => {
  test.each([
    'Harbour 2 was **announced on December 3, 2025**',
    'Harbour 2 (GA: 3 December 2025)',
    'Harbour 2, available since 03/12/2025',
    'Harbour 2 được hãng giới thiệu ngày 3/12/2025',
  ])('is not the date: %s', (line) => {
    expect(day(page(`## Event Information\n\n- ${line}`))).toBeNull()
    expect(day(page(`## Event Information\n\n- ${line}\n- Saturday, June 13, 2026`))).toBe('2026-06-13')
    expect(day(page(`The event was on ${line}.`))).toBeNull()
  })
})

describe('a line above the first section', () => {
  test.each([
    'Saturday 13-06-2026, from 13:30, room 3',
    'Sat., June 13, 2026, hall B',
    'Cloud Club Meetup 13/06/2026',
    '**Sự kiện ngày 13/6/2026**',
    '> 🌙 Tối **thứ Bảy, ngày 13 tháng 6 năm 2026**, hơn 80 người đến quán',
    '- 13.06.2026 • on site • for beginners',
    '**📆 Held on:** 13/06/2026',
    'I took part in this seminar on June 13, 2026 at a college.',
    'Công ty mở buổi này cho thực tập sinh vào ngày 13 tháng 6 năm 2026.',
  ])('%s', (line) => {
    expect(day(page(line))).toBe('2026-06-13')
  })

  test.each([
    'Version of 13/06/2026',
    '13/06/2026: ngày nộp bài',
    'June 13, 2026 was the deadline',
    '13/06/2026 and later\n\n14/06/2026 too',
  ])('is not the date: %s', (line) => {
    expect(day(page(line))).toBeNull()
  })

  test('is not the date further down', () => {
    expect(day(page('Good.', 'Saturday 13-06-2026 is when the model came out.'))).toBeNull()
  })
})

describe('a sentence', () => {
  test.each([
    'On **June 13, 2026**, I attended a workshop on queues.',
    'Held in the old harbour on Saturday, June 13, 2026. The hall was full.',
    'Held in the old harbour on Sat, June 13, 2026. The hall was full.',
    'Buổi chia sẻ diễn ra vào T7, 13/06/2026.',
    'Buổi chia sẻ diễn ra sáng thứ Bảy, 13 tháng Sáu năm 2026.',
    'Sự kiện được tổ chức 13/06/2026 tại cảng cũ.',
    'The workshop, held Saturday, June 13, 2026, was full.',
    'On June 13, 2026, our group of twenty visited the old harbour.',
    'Participating in the June 13, 2026 meetup was worth the trip.',
    'Ngày 13/06/2026, tôi đã tham gia buổi nói chuyện do câu lạc bộ tổ chức, với Nguyễn Hạnh.',
    'Sự kiện diễn ra vào Thứ Bảy, ngày 13 tháng 6 năm 2026.',
    'Vé bán từ 01/06/2026; sự kiện diễn ra vào sáng Thứ Bảy, 13/06/2026.',
    'Sự kiện diễn ra vào ngày 13/06/2026.'.normalize('NFD'),
    'The workshop was announced on May 1, 2026 and took place on June 13, 2026.',
    'I registered on May 1, 2026 and *attended* the event on June 13, 2026.',
    'It took place on June 13, 2026, and I wrote this on June 20, 2026.',
    'Em đăng ký vào ngày 01/05/2026 và tham dự sự kiện vào ngày 13/06/2026.',
  ])('%s', (sentence) => {
    expect(day(page(sentence))).toBe('2026-06-13')
  })

  test.each([
    'On June 13, 2026 the vendor launched its queue at an event.',
    'The next meetup will be held on June 13, 2026.',
    'The workshop took place on June 13, 2026, its second part on June 20, 2026.',
    'I wrote on June 13, 2026 and on June 20, 2026 what the event was.',
    'The exam blueprint dates from June 13, 2026.',
    'We joined online classes (for example: a workshop on June 13, 2026 about voices).',
    'The talks were held on June 13, 2026, and those of the second day of the event on June 20, 2026. Attended on June 27, 2026 too.\n\nHeld on May 1, 2026.',
    '![Workshop on June 13, 2026](/images/hall-2026-06-13.jpg)',
    'Attended, see [the page](https://example.org/events/on/2026-06-13).',
    'Attended. `on 2026-06-13`',
  ])('is not the date: %s', (sentence) => {
    expect(day(page(sentence))).toBeNull()
  })

  test('about the talks is not the date', () => {
    expect(day(page('', 'On June 13, 2026 the workshop of another team was held.'))).toBeNull()
  })
})

test('front matter that is not at the start of the file is not a field', () => {
  expect(
    day('Here is your report.\n\n---\n\ntitle: "Event 2"\ndate: "2026-06-13"\nweight: 2\n\n---\n\n# Summary Report\n'),
  ).toBeNull()
})

test('the day in the front matter is not the day in the text', () => {
  expect(day(page('A quiet evening.'))).toBeNull()
})

describe('certainDay', () => {
  test.each([
    ['**Date:** Saturday, June 13, 2026', '2026-06-13'],
    ['**Date:** June 13, 2026', '2026-06-13'],
    ['**Date:** Friday, June 13, 2026', null],
    ['**Date:** 08/09/2025', null],
    ['**Date:** Monday, 08/09/2025', '2025-09-08'],
  ])('%s', (field, expected) => {
    expect(certainDay(read(page(field)))).toBe(expected)
  })

  test('is null without a date', () => {
    expect(certainDay(null)).toBeNull()
  })

  test('reads the day first on a Vietnamese page', () => {
    const text =
      '# Bài thu hoạch: Đêm hàng đợi\n\n**Thời gian:** 08/09/2026\n\n## Mục tiêu sự kiện\n\n- Hiểu cách chia tải giữa các máy chủ\n'
    expect(certainDay(read(text))).toBe('2026-09-08')
    expect(
      certainDay(read('# Summary Report: Queues\n\n**Date:** 08/09/2026\n\n## Objectives\n\n- Learn\n')),
    ).toBeNull()
  })
})
