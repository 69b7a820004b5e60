import { describe, expect, test } from 'vitest'
import { converge } from '../src/fix/converge.js'
import { disprove } from '../src/fix/prove.js'
import type { Finding } from '../src/lint/finding.js'
import { lintReport } from '../src/lint/lint.js'
import { buildReport } from '../src/report/build.js'
import { referenceReader } from '../src/report/markdown-reader.js'
import { aiResidue } from '../src/rules/ai-residue.js'
import { invisibleCharacter } from '../src/rules/invisible-character.js'
import { mojibake } from '../src/rules/mojibake.js'
import type { ReportRule, Safety } from '../src/rules/rule.js'
import { wrongLanguage } from '../src/rules/wrong-language.js'
import { loadSchema } from '../src/schema/load.js'

const schema = loadSchema('event-report')
const linter =
  (rule: ReportRule, path = '_index.md') =>
  (text: string): Finding[] =>
    lintReport(buildReport({ path, text }, schema), { schema, rules: [rule], severities: {} })
const page = (line: string): string => `# Summary Report: “Grid Day”\n\n${line}\n\nThe end.\n`

/** The text after all fixes of that strength, proved. */
function fixed(rule: ReportRule, text: string, safety: Safety): string {
  const lint = linter(rule)
  const result = converge(text, lint, safety)
  if (result.state === 'refused') throw new Error(result.reason)
  expect(disprove(text, result, lint, safety, referenceReader)).toBeNull()
  return result.text
}

describe('marks of chat tools', () => {
  test.each([
    ['Queues wait :contentReference[oaicite:0]{index=0}.', 'Queues wait.'],
    ['Queues wait【4†source】and workers fail.', 'Queues wait and workers fail.'],
    ['Queues wait 【12:3†notes.pdf】.', 'Queues wait.'],
    ['Queues wait. [cite: 1, 2-4]', 'Queues wait.'],
    ['[cite_start]Queues wait.', 'Queues wait.'],
    ['Queues wait. [web:7]', 'Queues wait.'],
    ['Queues wait. citeturn0search1turn2news3', 'Queues wait.'],
    ['Queues wait. \ue200cite\ue202turn0search1\ue202turn0view12\ue201', 'Queues wait.'],
    ['Queues wait. turn0search1', 'Queues wait.'],
    ['[a](https://example.org/?utm_source=chatgpt.com)', '[a](https://example.org/)'],
    ['[a](https://example.org/?x=1&utm_source=chatgpt.com#b)', '[a](https://example.org/?x=1#b)'],
    ['[a](https://example.org/?utm_source=chatgpt.com&x=1)', '[a](https://example.org/?x=1)'],
  ])('%s', (line, expected) => {
    expect(linter(aiResidue)(page(line)).map(({ fix }) => fix?.safety)).toEqual(['safe'])
    expect(fixed(aiResidue, page(line), 'safe')).toBe(page(expected))
  })

  test.each([
    ['- [cite: 3]', '- [cite: 3]'],
    ['Queues wait.\n- [cite: 3] [web:7]', 'Queues wait.\n- [cite: 3] [web:7]'],
    ['> 1. [cite: 3]', '> 1. [cite: 3]'],
    ['- Queues wait.\n\n[cite: 3]\n\n- Workers fail.', '- Queues wait.\n\n[cite: 3]\n\n- Workers fail.'],
    ['Queues wait.\n[cite: 3] [cite: 4]\nWorkers fail.', 'Queues wait.\nWorkers fail.'],
    ['Queues wait.\n\n[cite: 3]\n\nWorkers fail.', 'Queues wait.\n\nWorkers fail.'],
    ['- Queues wait.\n  [cite: 3]\n- Workers fail.', '- Queues wait.\n- Workers fail.'],
  ])('leaves no item empty, and removes a line with nothing else: %j', (lines, expected) => {
    expect(linter(aiResidue)(page(lines)).length).toBeGreaterThan(0)
    expect(fixed(aiResidue, page(lines), 'safe')).toBe(page(expected))
  })

  test.each([
    '[cite](https://example.org) and [web:7](https://example.org)',
    'The tool writes `[cite: 3]`.',
    '```\n:contentReference[oaicite:0]{index=0}\n```',
    '[a](https://example.org/?utm_source=newsletter)',
    'You turn 3 searches into one, and saturn0search1 is a host.',
  ])('none: %s', (line) => {
    expect(linter(aiResidue)(page(line))).toEqual([])
  })
})

describe('sentences of chat tools', () => {
  test.each([
    'Sure! Here is the report you can use.',
    'Certainly, I’ll translate the page.',
    'Here’s the translated report, with the headings kept.',
    'Here is a revised version of the text:',
    'Below is the list of talks, without icons as requested.',
    'As an AI language model, I cannot visit events.',
    'Let me know if you would like a shorter one.',
    'Dưới đây là bản dịch của trang:',
    'Dưới đây là phần tóm tắt theo định dạng bạn yêu cầu:',
    'Nếu bạn muốn, mình có thể viết ngắn hơn.',
    '[Image of a queue and three workers]',
  ])('%s', (line) => {
    expect(linter(aiResidue)(page(line)).map(({ fix }) => fix?.safety)).toEqual(['unsafe'])
    expect(fixed(aiResidue, page(line), 'safe')).toBe(page(line))
    expect(fixed(aiResidue, page(line.normalize('NFD')), 'unsafe')).toBe('# Summary Report: “Grid Day”\n\nThe end.\n')
  })

  test.each([
    'Of course, I have learned a lot.',
    'Here is the agenda of the day:',
    'Here is a short report on the second talk.',
    'The grid served us as an AI model server.',
    'Dưới đây là bản tóm tắt những gì em ghi lại:',
    'Dưới đây là bảng so sánh hai bộ lập lịch:',
    'Nếu bạn muốn giảm độ trễ, hãy đo trước.',
    '```\nSure! Here is the report you can use.\n```',
  ])('none: %s', (line) => {
    expect(linter(aiResidue)(page(line))).toEqual([])
  })

  test.each([
    'Dưới đây là nội dung từng phiên của sự kiện:',
    'Here is what was said:',
  ])('an introduction counts only above everything else: %s', (line) => {
    expect(linter(aiResidue)(`${line}\n\n${page('Text.')}`)).toHaveLength(1)
    expect(linter(aiResidue)(page(line))).toEqual([])
  })

  test('front matter after the sentence becomes front matter', () => {
    const frontMatter = '---\ntitle: "Event 2"\n---\n\n# Report\n'
    expect(fixed(aiResidue, `Here is the English version:\n\n${frontMatter}`, 'unsafe')).toBe(frontMatter)
    const crlf = frontMatter.replaceAll('\n', '\r\n')
    expect(fixed(aiResidue, `Here is the English version:\r\n\r\n${crlf}`, 'unsafe')).toBe(crlf)
  })

  test('paragraphs beside the sentence stay apart', () => {
    expect(fixed(aiResidue, '# A\n\nText.\nLet me know if you need more.\n\nMore.\n', 'unsafe')).toBe(
      '# A\n\nText.\n\nMore.\n',
    )
  })

  test('no fix if the sentence separates two lists, or is an item itself', () => {
    for (const text of ['- a\n\nLet me know if you need more.\n\n- b\n', '- Let me know if you need more.\n- b\n'])
      expect(linter(aiResidue)(text).map(({ fix }) => fix)).toEqual([undefined])
  })
})

describe('invisible characters', () => {
  test.each([
    ['zero-width space', 'Grid\u200b Day', 'Grid Day'],
    ['two of them', 'Grid\u200b\u200b Day', 'Grid Day'],
    ['zero-width non-joiner', 'sche\u200cduler', 'scheduler'],
    ['zero-width joiner', 'sche\u200dduler', 'scheduler'],
    ['soft hyphen', 'sche\u00adduler', 'scheduler'],
    ['word joiner', 'a\u2060b', 'ab'],
    ['byte order mark', 'a\ufeffb', 'ab'],
    ['direction marks', 'a\u202eb\u202c \u2066c\u2069', 'ab c'],
    ['no-break space after a mark', '##\u00a0Talks', '## Talks'],
    ['no-break space after the mark of an item', '-\u00a0first', '- first'],
  ])('%s', (_, line, expected) => {
    expect(linter(invisibleCharacter)(page(line)).length).toBeGreaterThan(0)
    expect(fixed(invisibleCharacter, page(line), 'safe')).toBe(page(expected))
  })

  test.each([
    ['pictures made of several', '👩‍💻 👩🏽‍🚀 🏳️‍🌈 ❤️‍🔥 👨‍👩‍👧'],
    ['a no-break space between words', '25\u00a0°C and Mr.\u00a0Grid'],
    ['code', '`a\u200bb`'],
    ['a block of code', '```\na\u200bb\n#\u00a0c\n```'],
    ['a script that needs them', 'می\u200cخواهم'],
    ['letters with combining marks', 'hoạt động'.normalize('NFD')],
  ])('%s stays', (_, line) => {
    expect(linter(invisibleCharacter)(page(line))).toEqual([])
  })

  test('a byte order mark at the start of the file stays', () => {
    expect(linter(invisibleCharacter)(`\ufeff${page('Text.')}`)).toEqual([])
  })

  test.each(['\ufeff', '\u200b', '\u200d'])('after a byte order mark at the start: %j', (more) => {
    expect(fixed(invisibleCharacter, `\ufeff${more}${page('Text.')}`, 'safe')).toBe(`\ufeff${page('Text.')}`)
  })
})

describe('the language of a page', () => {
  const english = page('The scheduler decides which of the workers runs the next job.')
  const vietnamese = '# Bài thu hoạch: “Ngày hội lưới”\n\nBộ lập lịch quyết định worker nào chạy job tiếp theo.\n'

  test.each([
    ['_index.vi.md', english, 1],
    ['_index.vi.md', vietnamese, 0],
    ['_index.en.md', vietnamese, 1],
    ['_index.en.md', english, 0],
    ['_index.md', vietnamese, 0],
    ['_index.md', english, 0],
  ])('%s', (path, text, count) => {
    expect(linter(wrongLanguage, `content/4-EventParticipated/4.2-Event2/${path}`)(text)).toHaveLength(count)
  })
})

describe('damage by a wrong encoding', () => {
  test('one finding per line, whose fix touches only the damaged characters', () => {
    const text = page('09:00 ‚Äì 10:30 “opening” ‚úÖ done\n\n```\na ‚Üí b\n```')
    const findings = linter(mojibake)(text)
    expect(findings.map(({ line, fix }) => [line, fix?.edits.map(({ text }) => text)])).toEqual([
      [3, ['–', '✅']],
      [6, ['→']],
    ])
    expect(fixed(mojibake, text.replaceAll('\n', '\r\n'), 'safe')).toBe(
      page('09:00 – 10:30 “opening” ✅ done\n\n```\na → b\n```').replaceAll('\n', '\r\n'),
    )
  })

  test('the front matter is repaired, too', () => {
    expect(fixed(mojibake, '---\ntitle: "NgÃ\u00a0y há»™i"\n---\n\nText.\n', 'safe')).toBe(
      '---\ntitle: "Ngày hội"\n---\n\nText.\n',
    )
  })
})

test('a fix within a shortcode is unsafe, and does not prevent other fixes', () => {
  const link = (mark: string): string => `{{< youtube url="https://x.org/a${mark}" >}}`
  const text = page(`A${'\u200b'}B ${link('\u200b')}`)
  expect(linter(invisibleCharacter)(text).map(({ fix }) => fix?.safety)).toEqual(['safe', 'unsafe'])
  expect(fixed(invisibleCharacter, text, 'safe')).toBe(page(`AB ${link('\u200b')}`))
  expect(fixed(invisibleCharacter, text, 'unsafe')).toBe(page(`AB ${link('')}`))
})
