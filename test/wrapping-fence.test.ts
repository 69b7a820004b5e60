import { expect, test } from 'vitest'
import { wrappingFence } from '../src/markdown/wrapping-fence.js'
import { referenceReader } from '../src/report/markdown-reader.js'
import { applyEdits } from '../src/text/edit.js'
import { indexLines } from '../src/text/lines.js'

/** The text without the fence around it; null if there is none. */
function unwrapped(text: string): string | null {
  const fence = wrappingFence(referenceReader.parse(text), text, indexLines(text))
  return (
    fence &&
    applyEdits(
      text,
      fence.lines.map((range) => ({ range, text: '' })),
    )
  )
}

test.each([
  ['a page', '```markdown\n# Report\n\nText\n```\n', '# Report\n\nText\n'],
  ['a page without a last line end', '```md\n# Report\n\nText\n```', '# Report\n\nText'],
  ['with CRLF', '```markdown\r\n# Report\r\n```\r\n', '# Report\r\n'],
  ['with code in it', '````markdown\n# Report\n\n```sh\nls\n```\n````\n', '# Report\n\n```sh\nls\n```\n'],
  ['below a sentence', 'Here it is:\n\n```markdown\n# Report\n```\n\nBye\n', 'Here it is:\n\n# Report\n\nBye\n'],
])('%s comes out of its fence', (_, text, expected) => {
  expect(unwrapped(text)).toBe(expected)
})

test.each([
  ['an example on a page with headings', '# Report\n\n```markdown\n# How to\n```\n'],
  ['code in another language', '```sh\n# install\nnpm ci\n```\n'],
  ['code in no language', '```\n# install\nnpm ci\n```\n'],
  ['Markdown without a heading', '```markdown\n- a list\n```\n'],
  ['a block that is never closed', '```markdown\n# Report\n'],
  ['a block in a list', '- ```markdown\n  # Report\n  ```\n'],
])('%s is no page in a fence', (_, text) => {
  expect(unwrapped(text)).toBeNull()
})
