import { expect, test } from 'vitest'
import { converge } from '../../src/fix/converge.js'
import { disprove } from '../../src/fix/prove.js'
import type { Finding } from '../../src/lint/finding.js'
import { referenceReader } from '../../src/report/markdown-reader.js'
import type { TextEdit } from '../../src/text/edit.js'

const finding = (edits: readonly TextEdit[]): Finding => ({
  path: 'a.md',
  rule: 'r',
  severity: 'warning',
  message: '',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
  range: [0, 0],
  fix: { title: 'x', safety: 'safe', edits: edits as [TextEdit, ...TextEdit[]] },
})

/** The result of the proof for a text and the edits of one pass. */
function proofOf(text: string, ...edits: TextEdit[]): string | null {
  const lint = (current: string): Finding[] => (current === text ? [finding(edits)] : [])
  const result = converge(text, lint, 'safe')
  if (result.state === 'refused') throw new Error(result.reason)
  return disprove(text, result, lint, 'safe', referenceReader)
}

/** The same for one replacement. */
function proofOfReplacing(text: string, find: string, replacement: string): string | null {
  const at = text.indexOf(find)
  expect(at).toBeGreaterThanOrEqual(0)
  return proofOf(text, { range: [at, at + find.length], text: replacement })
}

test('a change within a paragraph, a heading or the front matter is proved', () => {
  expect(proofOfReplacing('# a\n\nteh end\n\n- b\n', 'teh', 'the')).toBeNull()
  expect(proofOfReplacing('# a\n\n### b\n\nc\n', '### b', '## b')).toBeNull()
  expect(proofOfReplacing('---\ndate: 1\n---\n\n# a\n', 'date: 1', 'date: 2')).toBeNull()
})

test('a bold line may become a heading, with the rest of its paragraph after it', () => {
  expect(proofOfReplacing('a\n\n**B**\nc\n\nd\n', '**B**', '## B')).toBeNull()
})

test('a change that affects the following blocks is refused', () => {
  expect(proofOfReplacing('a\n\nb\n\n# c\n\nd\n', 'b\n', '```\n')).toMatch(/would be read differently/)
  expect(proofOfReplacing('a\n\nb\n\n- c\n- d\n', 'b\n\n', 'b\n')).toBeNull()
  expect(proofOfReplacing('a\n\nb\n\nc\n', 'a\n\n', 'a\n')).toMatch(/would be read differently/)
  expect(proofOfReplacing('- a\n\n*b*\n\n> c\n', '*b*\n\n', '')).toBeNull()
  expect(proofOfReplacing('- a\n*b*\n> c\n\nd\n', '\nd', '\n<!--\nd')).toBeNull()
})

test('a change of a shortcode is refused', () => {
  expect(proofOfReplacing('a {{< x >}} b\n', 'a ', 'A ')).toBeNull()
  expect(proofOfReplacing('a {{< x >}} b\n\n{{< y >}}\n', 'b\n\n', 'b {{< \n\n')).not.toBeNull()
})

test('a move of a block is proved', () => {
  const text = '# a\n\n## b\n\n- 1\n\n## c\n\ntext\n'
  const taken: TextEdit = { range: [text.indexOf('## c'), text.length], text: '' }
  expect(proofOf(text, { range: [5, 5], text: '## c\n\ntext\n\n' }, taken)).toBeNull()
  expect(proofOf(text, { range: [5, 5], text: '## c\n\ntext\n```\n' }, taken)).toMatch(/would be read differently/)
})
