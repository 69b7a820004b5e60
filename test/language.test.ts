import { expect, test } from 'vitest'
import { languageOf } from '../src/report/language.js'

const english = 'The service scales with its load, and nobody has to wake up at night for it. '.repeat(40)
const vietnamese = 'Dịch vụ tự mở rộng theo tải, và không ai phải thức dậy giữa đêm. '

test.each([
  ['English', 'en', english, '_index.md'],
  ['Vietnamese', 'vi', vietnamese.repeat(5), '_index.md'],
  ['English under a Vietnamese name', 'en', `# Report\n\n## Objectives\n\n${english}`, '_index.vi.md'],
  ['English with Vietnamese names', 'en', `${english} Trần Đỗ Quỳnh, Nguyễn Thị Thủy`, '_index.vi.md'],
  ['half and half', 'en', english.slice(0, 200) + vietnamese, '_index.md'],
  ['half and half under a Vietnamese name', 'vi', english.slice(0, 200) + vietnamese, '_index.vi.md'],
  ['English terms under Vietnamese headings', 'vi', `# Bài thu hoạch\n\n## Mục tiêu\n\n${english}`, '_index.vi.md'],
  ['nothing yet', 'en', '\n\n---\n', '_index.md'],
  ['nothing yet under a Vietnamese name', 'vi', '\n\n---\n', '_index.vi.md'],
])('%s: %s', (_, language, text, path) => {
  expect(languageOf(text, path)).toBe(language)
})
