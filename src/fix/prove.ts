import type { Root, RootContent } from 'mdast'
import { rangeOf } from '../markdown/mdast.js'
import type { Safety } from '../rules/rule.js'
import { applyEdits, inOrder, type TextEdit } from '../text/edit.js'
import type { Range } from '../text/range.js'
import { applyFixes, type Pass } from './apply.js'
import { type Converged, converge, type Lint } from './converge.js'

/** What the proof needs to know about a text: its Markdown tree and the ranges of its Hugo shortcodes, as offsets. */
export interface MarkdownReader {
  parse(text: string): Root
  shortcodes(text: string): readonly Range[]
}

/** Half of a character: a file in UTF-8 would get U+FFFD instead. */
const LONE_SURROGATE = /\p{Surrogate}/u

/** null if proved, otherwise what would have gone wrong, for the message. */
export type Disproof = string | null

/**
 * Proves, before anything is written, that fixes did nothing but what they announced: each pass changed only the ranges of its edits,
 * the blocks that no edit touches are parsed as before, shortcodes outside the edits are unchanged (with safe fixes, all
 * shortcodes), and a second run would change nothing.
 * @param safety the one that `result` was converged with
 */
export function disprove(
  text: string,
  result: Converged,
  lint: Lint,
  safety: Safety,
  reader: MarkdownReader,
): Disproof {
  let before = text
  for (const pass of result.passes) {
    const reason = disprovePass(before, pass.text, pass.edits, safety, reader)
    if (reason) return `${reason} by ${culpritsOf(pass, before, safety, reader)}`
    before = pass.text
  }
  if (before !== result.text || applyEdits(text, result.edits) !== before)
    return 'the passes do not add up to the result'
  const again = converge(result.text, lint, safety)
  return again.state === 'converged' && again.text === result.text ? null : 'a second run would change the file again'
}

/** The rules whose fixes fail the proof alone or, if only several together do, all rules of the pass. */
function culpritsOf({ fixed }: Pass, before: string, safety: Safety, reader: MarkdownReader): string {
  const rules = [...new Set(fixed.map(({ rule }) => rule))].sort()
  const culprits = rules.filter((rule) => {
    const own = fixed.filter((finding) => finding.rule === rule)
    const { text, edits } = applyFixes(before, own, safety)
    return disprovePass(before, text, edits, safety, reader) !== null
  })
  return `the fixes of ${(culprits.length > 0 ? culprits : rules).join(' and ')}`
}

function disprovePass(
  before: string,
  after: string,
  edits: readonly TextEdit[],
  safety: Safety,
  reader: MarkdownReader,
): Disproof {
  if (applyEdits(before, edits) !== after) return 'the text outside the edits changed'
  if (LONE_SURROGATE.test(after) && !LONE_SURROGATE.test(before)) return 'an edit would cut a character in two'

  const sorted = inOrder(edits)
  const ranges = sorted.map(({ range }) => range)
  const landed = afterEdits(sorted)
  const isSafe = safety === 'safe'
  if (
    shortcodesOutside(before, isSafe ? [] : ranges, reader) !==
    shortcodesOutside(after, isSafe ? [] : landed.spans, reader)
  )
    return isSafe ? 'a Hugo shortcode would change' : 'a Hugo shortcode outside the edits would change'

  const blocks = reader.parse(before).children
  // An edit within a block may split the block or change its type, so it touches all of it.
  const touched = blocks.map(rangeOf).filter((span) => sorted.some((edit) => reachesInto(edit, span)))
  const touchedAfter = touched.map(([start, end]): Range => [landed.at(start), landed.at(end)])
  return blocksOutside(blocks, [...ranges, ...touched]) ===
    blocksOutside(reader.parse(after).children, [...landed.spans, ...touchedAfter])
    ? null
    : 'a part of the document that no edit touches would be read differently'
}

function shortcodesOutside(text: string, spans: readonly Range[], { shortcodes }: MarkdownReader): string {
  const outside = shortcodes(text).filter((range) => isOutside(range, spans))
  return outside.map((range) => text.slice(...range)).join('\n')
}

function blocksOutside(blocks: readonly RootContent[], spans: readonly Range[]): string {
  const outside = blocks.filter((block) => isOutside(rangeOf(block), spans))
  return outside.map(withoutPositions).join('\n')
}

function isOutside(range: Range, spans: readonly Range[]): boolean {
  return !spans.some((span) => meets(range, span))
}

/** The ranges of the new texts in the result, and the offset in the result of any offset in the old text. */
function afterEdits(edits: readonly TextEdit[]): { spans: Range[]; at(offset: number): number } {
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
      // An offset within an edit moves to the end of its new text.
      else if (range[0] < offset) return spans[index]?.[1] ?? moved
    }
    return moved
  }
  return { spans, at }
}

function withoutPositions(node: RootContent): string {
  return JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value))
}

/** Whether an edit changes a block, or adds text to its first or last line. */
function reachesInto({ range, text }: TextEdit, block: Range): boolean {
  if (meets(block, range)) return true
  return (range[1] === block[0] && /[^\r\n]$/.test(text)) || (range[0] === block[1] && /^[^\r\n]/.test(text))
}

/** Whether two ranges overlap. An insertion overlaps a range that it is within, not one that it is next to. */
function meets([a, b]: Range, [c, d]: Range): boolean {
  return c === d ? a < c && c < b : a < d && c < b
}
