import type { Root, RootContent } from 'mdast'
import type { Safety } from '../rules/rule.js'
import { applyEdits, type TextEdit } from '../text/edit.js'
import type { Range } from '../text/range.js'
import { type Converged, converge, type Lint } from './converge.js'

/** What the proof needs to know of Markdown: the tree of a text, offsets into it, and the spans of its shortcodes. */
export interface Reading {
  parse(text: string): Root
  shortcodes(text: string): readonly Range[]
}

/** null: proved. Otherwise what would have gone wrong, for whoever reads why their file was left alone. */
export type Disproof = string | null

/**
 * Proves, before anything is written, that the fixes did what they say and nothing else: each pass changed only what its
 * edits name, the parts of the document that no edit touches mean what they meant, shortcodes are what they were, and a
 * second run has nothing left to do.
 */
export function disprove(
  text: string,
  result: Converged & { state: 'settled' },
  lint: Lint,
  safety: Safety,
  reading: Reading,
): Disproof {
  let before = text
  for (const { text: after, edits } of result.passes) {
    const reason = disprovePass(before, after, edits, reading)
    if (reason) return reason
    before = after
  }
  if (before !== result.text) return 'the passes do not add up to the result'
  const again = converge(result.text, lint, safety)
  return again.state === 'settled' && again.text === result.text ? null : 'a second run would change the file again'
}

function disprovePass(before: string, after: string, edits: readonly TextEdit[], reading: Reading): Disproof {
  if (applyEdits(before, edits) !== after) return 'the text outside the edits changed'
  const sorted = edits.toSorted((a, b) => a.range[0] - b.range[0])
  const blocks = reading.parse(before).children
  // A block that an edit reaches into may fall into several, or change its kind: all of it is what the edit touches.
  const touchedBlocks = blocks.map(spanOf).filter((span) => sorted.some(({ range }) => meets(span, range)))
  const changed = [...sorted.map(({ range }) => range), ...touchedBlocks]
  const landed = landing(sorted)
  const changedAfter = [
    ...landed.spans,
    ...touchedBlocks.map(([start, end]): Range => [landed.at(start), landed.at(end)]),
  ]
  const isOutside = (spans: readonly Range[]) => (range: Range) => !spans.some((span) => meets(range, span))
  const codes = (text: string, spans: readonly Range[]): string =>
    reading
      .shortcodes(text)
      .filter(isOutside(spans))
      .map((range) => text.slice(...range))
      .join('\n')
  if (
    codes(
      before,
      sorted.map(({ range }) => range),
    ) !== codes(after, landed.spans)
  )
    return 'a Hugo shortcode outside the edits changed'
  const kept = (nodes: readonly RootContent[], spans: readonly Range[]): string =>
    nodes
      .filter((node) => isOutside(spans)(spanOf(node)))
      .map(withoutPositions)
      .join('\n')
  return kept(blocks, changed) === kept(reading.parse(after).children, changedAfter)
    ? null
    : 'a part of the document that no edit touches would be read differently'
}

/** Where the edits' texts stand in the result, and where an offset of the old text comes to stand. */
function landing(edits: readonly TextEdit[]): { spans: Range[]; at(offset: number): number } {
  let shift = 0
  const spans = edits.map(({ range: [start, end], text }): Range => {
    const span: Range = [start + shift, start + shift + text.length]
    shift += text.length - (end - start)
    return span
  })
  const at = (offset: number): number => {
    let moved = offset
    for (const [index, { range, text }] of edits.entries()) {
      if (range[1] <= offset) moved += text.length - (range[1] - range[0])
      // What stood inside an edit comes to stand at the end of its text.
      else if (range[0] < offset) return spans[index]?.[1] ?? moved
    }
    return moved
  }
  return { spans, at }
}

function withoutPositions(node: RootContent): string {
  return JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value))
}

function spanOf({ position }: RootContent): Range {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0]
}

/** Whether two spans share an offset; an insertion meets what it falls into, not what it stands beside. */
function meets([a, b]: Range, [c, d]: Range): boolean {
  return c === d ? a < c && c < b : a < d && c < b
}
