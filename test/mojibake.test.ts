import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMojibake } from '../src/encoding/mojibake.js'
import { SINGLE_BYTE_ENCODINGS } from '../src/encoding/single-byte.js'
import { mayBeDamaged } from '../src/rules/mojibake.js'
import { applyEdits } from '../src/text/edit.js'

/** The upper half of an encoding according to the decoder of Node.js, not the tables under test. */
const upperHalf = (label: string): readonly string[] =>
  Array.from(new TextDecoder(label).decode(Uint8Array.from({ length: 128 }, (_, index) => 128 + index)))

/** Windows-1252 according to the table of Unicode; Node 20 decodes 80 to 9F as control characters instead. */
const CP1252: Readonly<Record<number, number>> = {
  128: 0x20ac,
  130: 0x201a,
  131: 0x0192,
  132: 0x201e,
  133: 0x2026,
  134: 0x2020,
  135: 0x2021,
  136: 0x02c6,
  137: 0x2030,
  138: 0x0160,
  139: 0x2039,
  140: 0x0152,
  142: 0x017d,
  145: 0x2018,
  146: 0x2019,
  147: 0x201c,
  148: 0x201d,
  149: 0x2022,
  150: 0x2013,
  151: 0x2014,
  152: 0x02dc,
  153: 0x2122,
  154: 0x0161,
  155: 0x203a,
  156: 0x0153,
  158: 0x017e,
  159: 0x0178,
} // prettier-ignore

const macRoman = upperHalf('macintosh')
const readers: Readonly<Record<string, (byte: number) => string>> = {
  'Latin-1': (byte) => String.fromCharCode(byte),
  'Windows-1252': (byte) => String.fromCharCode(CP1252[byte] ?? byte),
  'Mac Roman': (byte) => (byte < 128 ? String.fromCharCode(byte) : (macRoman[byte - 128] ?? '')),
}

const damaged = (text: string, reader: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => readers[reader]?.(byte) ?? '').join('')

const repaired = (text: string): string =>
  applyEdits(
    text,
    findMojibake(text).flatMap(({ range, original }) => (original === null ? [] : [{ range, text: original }])),
  )

/** Texts as in reports: with diacritics, quotation marks, arrows, box drawings and joined emoji. */
const words = [
  'Ngày',
  'hội',
  'lưới',
  'điện',
  'Bài',
  'thu',
  'hoạch',
  'đã',
  'được',
  'những',
  'ẫm',
  'ướt',
  'cần',
  'ở',
  'ĐÃ',
  'TÔI',
  'CÔNG',
  'ỦY',
  'scheduler',
  'queue',
  '“Grid”',
  '‘node’',
  'it’s',
  '–',
  '—',
  '…',
  '→',
  '•',
  '✅',
  '🎯',
  '🚀',
  '⚠️',
  '👩‍💻',
  '25 °C',
  '10 €',
  '½',
  '×',
  'café',
  'naïve',
  '├──',
  '└──',
  '①',
  '™',
  '«',
  '»',
  '3 ≤ 4',
  '- ',
  '# ',
  '`x`',
] // prettier-ignore
const passage = fc
  .array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 })
  .map((lines) => lines.map((line) => line.join(' ')).join('\n'))

/** The least text of a report that was damaged as a whole. */
const anchor = 'Điểm nổi bật của “sự kiện” – ✅'

describe.each(Object.keys(readers))('UTF-8 read as %s', (reader) => {
  test.each(['NFC', 'NFD'] as const)('is restored exactly, %s', (form) => {
    fc.assert(
      fc.property(passage, (words) => {
        const text = `${anchor}\n${words}`.normalize(form)
        expect(repaired(damaged(text, reader))).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  test.each(['NFC', 'NFD'] as const)('is restored exactly after double damage, %s', (form) => {
    fc.assert(
      fc.property(passage, (words) => {
        const text = `${anchor}\n${words}`.normalize(form)
        expect(repaired(damaged(damaged(text, reader), reader))).toBe(text)
      }),
      { numRuns: 100 },
    )
  })

  test('is restored between intact lines, which stay', () => {
    fc.assert(
      fc.property(passage, passage, (before, after) => {
        const sound = (text: string): string => text.normalize('NFC')
        const text = `${sound(before)}\n${damaged(anchor, reader)}\n${sound(after)}`
        expect(repaired(text)).toBe(`${sound(before)}\n${anchor}\n${sound(after)}`)
      }),
      { numRuns: 300 },
    )
  })
})

test('the quick test passes every text with the first two bytes of a damaged character', () => {
  for (const { name, byteOf } of SINGLE_BYTE_ENCODINGS) {
    const between = (low: number, high: number): string[] =>
      [...byteOf].filter(([, byte]) => byte >= low && byte <= high).map(([character]) => character)
    for (const first of between(0xc2, 0xf4))
      for (const second of between(0x80, 0xbf))
        expect(mayBeDamaged(`a${first}${second}b`), `${first}${second} in ${name}`).toBe(true)
  }
  expect(mayBeDamaged('Chúng tôi hiểu rõ độ “trễ”, và “được” – hơn thế…')).toBe(false)
})

test('intact text is left alone', () => {
  fc.assert(
    fc.property(passage, fc.constantFrom('NFC', 'NFD'), (text, form) => {
      expect(findMojibake(text.normalize(form))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['a capital letter before a closing quotation mark', 'CHÚNG TÔI “ĐÔI KHI ĐÔ”, “ĐÃ”… và “RÃ”'],
  ['a quotation in pointed marks', 'Họ nói «đúng là quá»… rồi «không có gì lạ»” cả'],
  ['letters with two marks', 'quá”, đâu… ngã”; ở “nhà”'],
  ['mathematics', '√2 ≈ 1,41; ƒ(x) = ∆x ÷ 2; ¬p · q; √π'],
  ['units', '25 °C ± 2 µm © 2026 ® 10 €'],
  ['French', 'Il a dit « voilà » – ça, c’est l’été… à Nîmes'],
  ['Portuguese in capitals', 'SÃO PAULO, “NÃO”, ÀS 10H'],
])('%s is intact', (_, text) => {
  expect(findMojibake(text)).toEqual([])
})

test.each([
  ['a mixed line keeps its sound letters', 'ĐÃ” nói: â€œcháº¡yâ€\u009d', 'ĐÃ” nói: “chạy”'],
  ['one letter of two bytes', 'cafÃ© and cafÃ© – cafe', 'café and café – cafe'],
  ['one letter by Mac Roman', 'a caf√© by the river', 'a café by the river'],
  ['a byte order mark', 'ï»¿# Report', '\ufeff# Report'],
  ['two encodings in one file', 'â€œGridâ€\u009d\nopening ‚úÖ', '“Grid”\nopening ✅'],
  [
    'front matter and code',
    '---\ntitle: "â€œGridâ€\u009d"\n---\n\n```\na ‚Üí b\n```\n',
    '---\ntitle: "“Grid”"\n---\n\n```\na → b\n```\n',
  ],
])('%s', (_, text, expected) => {
  expect(repaired(text)).toBe(expected)
})

test('damage that lost a byte is reported, not guessed', () => {
  const lost = (text: string): string[] =>
    findMojibake(text).flatMap(({ range, original }) => (original === null ? [text.slice(...range)] : []))
  expect(lost('Má»™t tuáº§n trá»ng Ä‘iá»ƒm')).toEqual(['á»'])
  expect(lost('â€œGridâ€ day')).toEqual(['â€'])
  expect(lost('the \ufffd\ufffd room, the ï¿½ hall')).toEqual(['\ufffd\ufffd', 'ï¿½'])
  expect(lost('Lá» má»™t lÃ  Ä‘Ã¢u')).toEqual(['á»', 'Ã'])
  // What is left is still found when all else has been repaired.
  expect(lost('Một tuần trá»ng điểm')).toEqual(['á»'])
  // In sound text the same letters are words and quotation marks.
  expect(lost('Anh ấy nói «quá» rồi đi')).toEqual([])
})

test('a damaged run is found completely, with its encoding', () => {
  expect(findMojibake('go ‚úÖ\uf8ffüöÄ now')).toEqual([{ range: [3, 10], original: '✅🚀', encoding: 'Mac Roman' }])
})

test('the tables agree with those of Node.js', () => {
  const [, macTable] = SINGLE_BYTE_ENCODINGS
  expect([...(macTable?.byteOf.keys() ?? [])]).toEqual(macRoman)
})
