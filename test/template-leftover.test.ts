import { describe, expect, test } from 'vitest'
import { converge } from '../src/fix/converge.js'
import { disprove } from '../src/fix/prove.js'
import { lintReport } from '../src/lint/lint.js'
import { buildReport } from '../src/report/build.js'
import { referenceReader } from '../src/report/markdown-reader.js'
import { templateLeftover } from '../src/rules/template-leftover.js'
import { loadSchema, parseSchema } from '../src/schema/load.js'

const schema = loadSchema('event-report')
const lint = (text: string) =>
  lintReport(buildReport({ path: '_index.md', text }, schema), { schema, rules: [templateLeftover], severities: {} })
const page = (line: string): string => `# Summary Report: “Grid Day”\n\n${line}\n\nThe end.\n`
const kinds = (text: string): unknown[] => lint(text).map(({ data }) => data?.kind)

/** The text after all fixes, proved. */
function fixed(text: string): string {
  const result = converge(text, lint, 'unsafe')
  if (result.state === 'refused') throw new Error(result.reason)
  expect(disprove(text, result, lint, 'unsafe', referenceReader)).toBeNull()
  return result.text
}

test.each([
  ['notice', '⚠️ **Note:** What is written as information below is for reference only.'],
  ['notice', 'Please **do not copy verbatim** for your own page.'],
  ['notice', '> ⚠️ **Lưu ý:** Thông tin bên dưới chỉ để tham khảo.'],
  ['notice', 'Xin **không sao chép nguyên văn** vào bài của bạn.'],
  ['instruction', '> Here you need to list and describe the workshops.'],
  ['instruction', 'Ở đây bạn cần liệt kê và mô tả các buổi học.'],
  ['instruction', '*Add the photos of your team here*'],
  ['instruction', '_[Insert one screenshot of the board here]_'],
  ['instruction', '- Thêm một số hình ảnh của nhóm tại đây.'],
  ['instruction', '*(Chèn ảnh sân khấu vào đây)*'],
  ['instruction', '* Thêm những ảnh check-in ở cổng chính'],
  ['instruction', '*Chèn một số hình ảnh chụp sân khấu, bảng điểm*'],
  ['todo', '*The stage photos will be added here*'],
  ['todo', '*(Pictures to be added)*'],
  ['todo', '*Ảnh sân khấu sẽ được bổ sung sau*'],
  ['todo', 'Slides of the second talk (to be updated)'],
  ['todo', 'TODO: ask for the second name'],
  ['todo', 'Room 3. (TODO: hỏi lại tên)'],
  ['todo', '(I will write this part on Monday)'],
  ['todo', '(will upload later)'],
  ['todo', '(phần này viết sau)'],
  ['field', '- Place: [fill in the street]'],
  ['field', '**Date:** <YYYY-MM-DD>'],
  ['field', '**Ngày:** <DD/MM/YYYY>'],
  ['field', '**Tên:** <Nhập tên buổi học 2>'],
  ['field', '- [Your name], [Your role]'],
  ['field', '🗓 **Date & Time:** TBD'],
  ['field', '- **Thời gian**: (chưa xác định)'],
  ['field', '- [Tên diễn giả 1]'],
  ['field', '- **Date**: [Event Date]'],
  ['field', '- **Ngày**: [Ngày sự kiện]'],
  ['field', '📅 **Date:** TBD'],
  ['field', '- **Địa điểm:** đang cập nhật'],
  ['field', '**Date:** dd/mm/yyyy'],
  ['field', '- [Speaker name] – Engineer'],
  ['instruction', '*(Write your own impressions here)*'],
  ['instruction', '- Viết cảm nhận của nhóm ở đây'],
  ['instruction', '[Your photos here]'],
  ['todo', '*Stage photos would be added here*'],
  ['todo', '*Em sẽ bổ sung thêm nội dung của buổi chiều.*'],
  ['instruction', '*Add more details about the talks here*'],
  ['instruction', 'Thêm nội dung của buổi chiều tại đây'],
  ['instruction', 'Write here'],
  ['instruction', '*Photo caption here*'],
  ['instruction', '*Chú thích ảnh tại đây*'],
  ['instruction', 'Nhập cảm nhận của bạn…'],
  ['instruction', 'Please replace this text with your own words.'],
  ['instruction', '> Note: remove this section before submitting'],
  ['instruction', '(Lưu ý: xóa phần này trước khi nộp)'],
  ['instruction', 'Our team on the stage (insert photo)'],
  ['instruction', 'Cả nhóm trên sân khấu (bổ sung hình ảnh)'],
  ['todo', '*(to be completed)*'],
  ['todo', 'Will be updated after the event.'],
  ['todo', 'This section will be written later.'],
  ['todo', 'Content coming soon…'],
  ['todo', '_Update later_'],
  ['todo', 'I will finish this part soon.'],
  ['todo', 'Nội dung đang được cập nhật.'],
  ['todo', 'Sẽ cập nhật sau'],
  ['todo', 'Bổ sung sau!'],
  ['field', '- [Họ và tên] – Engineer'],
  ['field', 'Lorem ipsum dolor sit amet'],
  ['field', '**Role:** …'],
  ['field', '- **Địa điểm**: ......'],
  ['field', '- Lesson 2: ...'],
  ['field', '| Place | ........ |\n|-|-|'],
  ['field', '- Bài học 1: …'],
  ['sample', '![Stage](path/to/your/image.png)'],
  ['sample', '![Add a photo of the stage here](/images/stage.jpg)'],
])('%s: %s', (kind, line) => {
  expect(kinds(page(line))).toEqual([kind])
  expect(kinds(page(line.normalize('NFD')))).toEqual([kind])
})

test.each(['\n', '\r\n', '\r'])('removes only its own lines, with any line ends: %j', (eol) => {
  const text = `# Summary Report: “Grid Day”\n\nMy own words.\n⚠️ **Note:** The information below is for reference only.\nMore of mine.\n`
  expect(fixed(text.replaceAll('\n', eol))).toBe(
    '# Summary Report: “Grid Day”\n\nMy own words.\nMore of mine.\n'.replaceAll('\n', eol),
  )
})

test.each([
  'We added photos of the stage to the album; they are here to stay.',
  'Chúng tôi thêm hình ảnh vào kho dữ liệu để huấn luyện mô hình.',
  'The mentor said: do not copy commands blindly.',
  'The list is for reference.',
  'Write to the table, and read it from here.',
  '**Time:** to be on time is half of it',
  '**Speakers:** TBD',
  'Security is not to be added later, nor updated only when something broke.',
  'Bảo mật không phải thứ bổ sung sau mà có ngay từ đầu.',
  'Hệ thống sẽ được cập nhật dần qua từng phiên bản.',
  'The event date [17 November 2025] and the event name are set',
  'Date: to be confirmed by two systems before it is written',
  'Bổ sung ảnh chụp từ trên cao vào tập huấn luyện.',
  'The index will be updated after each write, and the rest later.',
  'A map for the grid is coming soon',
  'Hệ thống đang được cập nhật',
  'Thông tin đang được cập nhật mỗi phút trên bảng điện tử.',
  'I will write about this in another report.',
  'Update later versions of the client first',
  'Add details to the ticket, and close it here and now',
  'Lesson 2: … and then the power failed',
  '**Time:** … a long morning',
  '| Place | … |\n|-|-|',
  'Viết nội dung của bạn bè lên bảng',
  'Tôi sẽ cập nhật kiến thức mỗi tuần.',
  '[Use Case] Building a queue on [the grid](https://example.org)',
  '[Add to calendar](https://example.org/calendar)',
  'A generic type `List<YYYY-MM-DD>` and `[Your name]` in code',
  '<!-- Add your photos here -->',
  '<br> a line <b>in bold</b>',
  '![The stage before the opening](/images/stage.jpg)',
])('clean: %s', (line) => {
  expect(kinds(page(line))).toEqual([])
})

test('code, front matter and comments are not read', () => {
  expect(kinds('---\ntitle: "Add your photos here"\n---\n\n# Report\n\n```\nAdd your photos here\n```\n')).toEqual([])
})

test.each([
  ['^.{0,20}(?<day>mon|tues)day is free', 'Every Monday is free'],
  ['(?<day>fri)day, \\k<day>', 'Friday, fri'],
  ['(go) \\1 \\1', 'We go go go'],
  ['^\\p{Lu}{3}:', 'ÉTÉ: a word'],
  ['^[^a-z\\]]{0,3}?[.]{0,9}later', '1. ..LATER'],
  ['the end$', '> That was the end'],
  ['^[💡] insert', '💡 insert a picture'],
  ['^. insert', '💡 insert a picture'],
  ['^[^a-z]{1,2} insert', '💡💡 insert a picture'],
  ['^chèn ảnh'.normalize('NFD'), 'Chèn ảnh của bạn'],
])('a pattern of a schema beside others: %s', (pattern, line) => {
  const own = {
    ...schema,
    leftovers: ['(?<day>sun)set', '(x)(y)', pattern].map((each) => ({ kind: 'todo' as const, pattern: each })),
  }
  const rules = { schema: own, rules: [templateLeftover], severities: {} }
  expect(lintReport(buildReport({ path: '_index.md', text: page(line) }, own), rules)).toHaveLength(1)
  expect(lintReport(buildReport({ path: '_index.md', text: page('Nothing.') }, own), rules)).toEqual([])
})

test.each([
  ['Fill me in', 0, 1],
  ['- 💡 **Fill me in**', 0, 1],
  ['Please fill me in', 0, 0],
  ['Please fill me in', 7, 1],
  ['- 💡 Please fill me in', 7, 1],
  ['Please do fill me in', 7, 0],
  ['Now. Fill me in', 7, 0],
])('a pattern of a schema near the start of a line: %s, within %i', (line, within, count) => {
  const own = { ...schema, leftovers: [{ kind: 'todo' as const, within, pattern: 'fill me|fill in' }] }
  expect(buildReport({ path: '_index.md', text: page(line) }, own).leftovers).toHaveLength(count)
})

describe('the fix', () => {
  const box = (open: string, close: string): string =>
    `---\ntitle: "Event 2"\n---\n${open}\n⚠️ **Note:** The information below is for reference only.\nPlease do not copy it verbatim.\n${close}\n\n# Report\n\nText.\n`

  test.each([
    ['{{% notice warning %}}', '{{% /notice %}}'],
    ['{{< notice warning >}}', '{{< /notice >}}'],
    ['{{% notice warning %}}', '{{%/notice%}}'],
  ])('removes the box %s with its shortcodes', (open, close) => {
    const text = box(open, close)
    expect(lint(text)).toHaveLength(1)
    expect(fixed(text)).toBe('---\ntitle: "Event 2"\n---\n\n# Report\n\nText.\n')
    const crlf = text.replaceAll('\n', '\r\n')
    expect(fixed(crlf)).toBe(fixed(text).replaceAll('\n', '\r\n'))
  })

  test('leaves a box in which the author wrote something', () => {
    const text = page(
      '{{% notice info %}}\nThe information below is for reference only.\nThe hall is on floor 3.\n{{% /notice %}}',
    )
    expect(fixed(text)).toContain('{{% notice info %}}\nThe hall is on floor 3.\n{{% /notice %}}')
  })

  test('removes an instruction with one of the blank lines around it', () => {
    expect(fixed(page('*Add your photos here*'))).toBe('# Summary Report: “Grid Day”\n\nThe end.\n')
    expect(fixed('# Report\n\n![Hall](/images/hall.jpg)\n*Add your photos here*')).toBe(
      '# Report\n\n![Hall](/images/hall.jpg)\n',
    )
  })

  test('keeps the author’s words on the same line, and fields', () => {
    for (const line of ['The stage of “Grid Day” (to be updated)', '**Date:** <YYYY-MM-DD>', '- [Your name]'])
      expect(fixed(page(line))).toBe(page(line))
  })

  test.each([
    '*Add your photos here*',
    '{{% notice info %}}\nThe information below is for reference only.\n{{% /notice %}}',
  ])('leaves a line that separates two lists: %j', (leftover) => {
    for (const text of [`- One\n\n${leftover}\n\n- Two\n`, `- One\n\n${leftover}\n\n  Two\n`]) {
      expect(lint(text)).toHaveLength(1)
      expect(fixed(text)).toBe(text)
    }
    expect(fixed(`- One\n\n${leftover}\n\nTwo\n`)).toBe('- One\n\nTwo\n')
  })

  test('removes a sample picture', () => {
    expect(fixed(page('![Add your photos here](path/to/image.jpg)'))).toBe('# Summary Report: “Grid Day”\n\nThe end.\n')
  })
})

test('messages never cut a character in two', () => {
  const lead = 'Insert photos of the stage here, and of the people there '
  for (const gap of ['', ' ']) {
    const [finding] = lint(page(`*${lead}${gap}${'🎯'.repeat(10)}*`))
    expect(finding?.message).toMatch(/🎯…”/u)
    expect(finding?.message.isWellFormed()).toBe(true)
  }
})

test.each([
  '(?<!\\s)fill me in',
  'fill me in(?!\\s)',
  'fill me in(?!(?:,)?\\s)',
  'fill me in(?!\\P{L})',
  '(?<!\\P{L})fill me in',
  'fill me in(?![^a-z])',
  'fill me in(?![\\s\\S])',
  'fill me in(?!\\x0a)',
  'fill me in(?!\\p{Cc}|x)',
  '^fill me in$',
  '(["*]?)fill me in\\1',
])('patterns match single lines: %s', (pattern) => {
  const own = { ...schema, leftovers: [...schema.leftovers, { kind: 'todo' as const, pattern }] }
  const { leftovers } = buildReport({ path: '_index.md', text: page('Fill me in') }, own)
  expect(leftovers.map(({ kind }) => kind)).toEqual(['todo'])
})

describe('the sample report of a template', () => {
  const PASSAGES = ['a mesh needs no master', 'ba nút là một lưới', 'we soldered all night', 'bring your own cable']
  const own = parseSchema(
    `name: mesh\nextends: event-report\nsampleReport: ['a mesh needs no master|lưới không cần chủ', 'three nodes are a mesh|ba nút là một lưới', 'we soldered all night', 'bring your own cable']\n`,
    'mesh.yaml',
  )
  const found = (text: string) =>
    lintReport(buildReport({ path: '_index.md', text }, own), { schema: own, rules: [templateLeftover] }).map(
      ({ line, column, endColumn, message, fix }) => ({ place: [line, column, endColumn], message, fix }),
    )
  const sample = PASSAGES.map((passage) => `- **Mesh**: ${passage}, and so on.\n`).join('\n')
  const others = 'Words of my own.\n\n'.repeat(3)

  test('is reported once, at the title, if it is the whole page', () => {
    expect(found(`# Summary Report: “Mesh”\n\n${sample}`)).toEqual([
      {
        place: [1, 1, 25],
        message:
          "Unexpected sample report of the template, expected your own: lines 3 to 9 are still the template's. Write what you saw and learned, or remove the page.",
      },
    ])
  })

  test('is reported where it starts, beside the author’s own text', () => {
    expect(found(`# Summary Report: “Mesh”\n\n${others}${sample}`)).toEqual([
      {
        place: [9, 3, 47],
        message:
          'Unexpected sample report of the template beside your own, expected only your own: there are passages of it between line 9 and line 15. Remove what is not yours.',
      },
    ])
  })

  test('is recognised by half of its passages, in both languages, composed or decomposed', () => {
    const page = `# Summary Report: “Mesh”\n\n- Lưới KHÔNG cần chủ\n- We soldered all night\n`
    expect(found(page)).toHaveLength(1)
    expect(found(page.normalize('NFD'))).toHaveLength(1)
  })

  test.each([
    ['a passage of it', '- a mesh needs no master\n- our mesh\n'],
    ['one passage again and again', '- a mesh needs no master\n'.repeat(4)],
    ['what the page does not show', `<!--\n${sample}-->\n`],
    ['code', `\`\`\`\n${sample}\`\`\`\n`],
  ])('is not %s', (_, text) => {
    expect(found(`# Summary Report: “Mesh”\n\n${text}`)).toEqual([])
  })

  test('is unknown to a schema without a sample', () => {
    const bare = parseSchema('name: bare\nsections: [{ id: what }]\n', 'bare.yaml')
    expect(buildReport({ path: '_index.md', text: sample }, bare).sampleReport).toBeNull()
  })
})
