import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { offsetOf, positionOf, protocolEdit } from '../../src/lsp/positions.js'
import { applyEdits } from '../../src/text/edit.js'
import { indexLines } from '../../src/text/lines.js'

const text = fc
  .array(fc.constantFrom('a', 'ế', '🌿', '\n', '\r\n', '\r', '\uFEFF', ' '), { maxLength: 30 })
  .map((parts) => parts.join(''))

/** Offsets that have a position: there is none between CR and LF. */
const placed = text.chain((whole) =>
  fc.record({
    whole: fc.constant(whole),
    offsets: fc.array(
      fc.nat(whole.length).map((at) => (at > 0 && whole.startsWith('\r\n', at - 1) ? at - 1 : at)),
      { minLength: 2, maxLength: 2 },
    ),
  }),
)

describe('positions', () => {
  test('convert offsets, and back', () => {
    fc.assert(
      fc.property(placed, ({ whole, offsets: [offset = 0] }) => {
        const lines = indexLines(whole)
        const position = positionOf(offset, lines)
        expect(position).toEqual(TextDocument.create('', '', 1, whole).positionAt(offset))
        expect(offsetOf(position, lines)).toBe(offset)
      }),
    )
  })

  test('after the end of a line, or of the text, are its end', () => {
    const lines = indexLines('ab\r\nc')
    expect(offsetOf({ line: 0, character: 9 }, lines)).toBe(2)
    expect(offsetOf({ line: 1, character: 9 }, lines)).toBe(5)
    expect(offsetOf({ line: 7, character: 0 }, lines)).toBe(5)
  })

  test('make editors apply the intended edits', () => {
    fc.assert(
      fc.property(placed, fc.string(), ({ whole, offsets }, added) => {
        const [start = 0, end = 0] = offsets.toSorted((a, b) => a - b)
        const edit = { range: [start, end], text: added } as const
        const made = TextDocument.applyEdits(TextDocument.create('', '', 1, whole), [
          protocolEdit(edit, indexLines(whole)),
        ])
        expect(made).toBe(applyEdits(whole, [edit]))
      }),
    )
  })
})
