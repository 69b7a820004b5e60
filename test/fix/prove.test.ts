import { expect, test } from 'vitest'
import { converge } from '../../src/fix/converge.js'
import { disprove } from '../../src/fix/prove.js'
import type { Finding } from '../../src/lint/finding.js'
import { reading } from '../../src/report/reading.js'
import type { TextEdit } from '../../src/text/edit.js'

/** What the proof says of a text in which one edit is made once. */
function proofOf(text: string, find: string, replacement: string, once = true): string | null {
  const lint = (current: string): Finding[] => {
    const at = current.indexOf(find)
    if (at < 0 || (once && current !== text)) return []
    const edits: [TextEdit] = [{ range: [at, at + find.length], text: replacement }]
    const fix = { title: 'x', safety: 'safe' as const, edits }
    return [
      {
        path: 'a',
        rule: 'r',
        severity: 'warning',
        message: '',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
        range: [at, at],
        fix,
      },
    ]
  }
  const result = converge(text, lint, 'safe')
  if (result.state === 'refused') throw new Error(result.reason)
  return disprove(text, result, lint, 'safe', reading)
}

test('a change within a paragraph, a heading or the head is proved', () => {
  expect(proofOf('# a\n\nteh end\n\n- b\n', 'teh', 'the')).toBeNull()
  expect(proofOf('# a\n\n### b\n\nc\n', '### b', '## b')).toBeNull()
  expect(proofOf('---\ndate: 1\n---\n\n# a\n', 'date: 1', 'date: 2')).toBeNull()
})

test('a line of emphasis may become a heading, with what follows it in its paragraph', () => {
  expect(proofOf('a\n\n**B**\nc\n\nd\n', '**B**', '## B')).toBeNull()
})

test('a change that swallows what follows is not', () => {
  expect(proofOf('a\n\nb\n\n# c\n\nd\n', 'b\n', '```\n')).toMatch(/would be read differently/)
  expect(proofOf('a\n\nb\n\n- c\n- d\n', 'b\n\n', 'b\n')).toBeNull()
  expect(proofOf('a\n\nb\n\nc\n', 'a\n\n', 'a\n')).toMatch(/would be read differently/)
  expect(proofOf('- a\n\n*b*\n\n> c\n', '*b*\n\n', '')).toBeNull()
  expect(proofOf('- a\n*b*\n> c\n\nd\n', '\nd', '\n<!--\nd')).toBeNull()
})

test('a shortcode that goes on the side is not', () => {
  expect(proofOf('a {{< x >}} b\n', 'a ', 'A ')).toBeNull()
  expect(proofOf('a {{< x >}} b\n\n{{< y >}}\n', 'b\n\n', 'b {{< \n\n')).not.toBeNull()
})

test('a move keeps what it moves and what it passes', () => {
  const text = '# a\n\n## b\n\n- 1\n\n## c\n\ntext\n'
  const moved: TextEdit[] = [
    { range: [5, 5], text: '## c\n\ntext\n\n' },
    { range: [text.indexOf('## c'), text.length], text: '' },
  ]
  const lint = (current: string): Finding[] =>
    current === text
      ? [
          {
            path: 'a',
            rule: 'r',
            severity: 'warning',
            message: '',
            line: 1,
            column: 1,
            endLine: 1,
            endColumn: 1,
            range: [5, 5],
            fix: { title: 'x', safety: 'unsafe', edits: moved as [TextEdit, ...TextEdit[]] },
          },
        ]
      : []
  const result = converge(text, lint, 'unsafe')
  expect(result).toMatchObject({ state: 'settled', text: '# a\n\n## c\n\ntext\n\n## b\n\n- 1\n\n' })
  if (result.state === 'settled') expect(disprove(text, result, lint, 'unsafe', reading)).toBeNull()
})
