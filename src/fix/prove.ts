import type { Root, RootContent } from 'mdast'
import { rangeOf } from '../markdown/mdast.js'
import type { Safety } from '../rules/rule.js'
import { applyEdits, inOrder, type TextEdit } from '../text/edit.js'
import type { Range } from '../text/range.js'
import { applyFixes, type Pass } from './apply.js'
import { type Converged, converge, type Lint } from './converge.js'

/** What the proof needs to know of Markdown: the tree of a text, offsets into it, and the spans of its shortcodes. */
export interface Reading {
  parse(text: string): Root
  shortcodes(text: string): readonly Range[]
}

/** Half of a character: UTF-8 has none, so a file would hold U+FFFD in its stead. */
const LONE_SURROGATE = /\p{Surrogate}/u

/** null: proved. Otherwise what would have gone wrong, for whoever reads why their file was left alone. */
export type Disproof = string | null

/**
 * Proves, before anything is written, that the fixes did what they say and nothing else: each pass changed only what its
 * edits name, the parts of the document that no edit touches mean what they meant, shortcodes are what they were (safe
 * fixes touch none), and a second run has nothing left to do.
 * @param safety what `result` was converged with
 */
export function disprove(text: string, result: Converged, lint: Lint, safety: Safety, reading: Reading): Disproof {
  let before = text
  for (const pass of result.passes) {
    const reason = disprovePass(before, pass.text, pass.edits, safety, reading)
    if (reason) return `${reason} by ${culpritsOf(pass, before, safety, reading)}`
    before = pass.text
  }
  if (before !== result.text || applyEdits(text, result.edits) !== before)
    return 'the passes do not add up to the result'
  const again = converge(result.text, lint, safety)
  return again.state === 'converged' && again.text === result.text ? null : 'a second run would change the file again'
}

/** The rules whose fixes are refused by themselves; all of the pass where it takes several. */
function culpritsOf({ fixed }: Pass, before: string, safety: Safety, reading: Reading): string {
  const rules = [...new Set(fixed.map(({ rule }) => rule))].sort()
  const culprits = rules.filter((rule) => {
    const own = fixed.filter((finding) => finding.rule === rule)
    const { text, edits } = applyFixes(before, own, safety)
    return disprovePass(before, text, edits, safety, reading) !== null
  })
  return `the fixes of ${(culprits.length > 0 ? culprits : rules).join(' and ')}`
}

function disprovePass(
  before: string,
  after: string,
  edits: readonly TextEdit[],
  safety: Safety,
  reading: Reading,
): Disproof {
  if (applyEdits(before, edits) !== after) return 'the text outside the edits changed'
  if (LONE_SURROGATE.test(after) && !LONE_SURROGATE.test(before)) return 'an edit would cut a character in two'

  const sorted = inOrder(edits)
  const ranges = sorted.map(({ range }) => range)
  const landed = landing(sorted)
  const isSafe = safety === 'safe'
  if (
    shortcodesOutside(before, isSafe ? [] : ranges, reading) !==
    shortcodesOutside(after, isSafe ? [] : landed.spans, reading)
  )
    return isSafe ? 'a Hugo shortcode would change' : 'a Hugo shortcode outside the edits would change'

  const blocks = reading.parse(before).children
  // A block that an edit reaches into may fall into several, or change its kind: all of it is what the edit touches.
  const touched = blocks.map(rangeOf).filter((span) => sorted.some((edit) => reachesInto(edit, span)))
  const touchedAfter = touched.map(([start, end]): Range => [landed.at(start), landed.at(end)])
  return blocksOutside(blocks, [...ranges, ...touched]) ===
    blocksOutside(reading.parse(after).children, [...landed.spans, ...touchedAfter])
    ? null
    : 'a part of the document that no edit touches would be read differently'
}

function shortcodesOutside(text: string, spans: readonly Range[], { shortcodes }: Reading): string {
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

/** Whether an edit changes a block from inside, or puts more on its first or last line. */
function reachesInto({ range, text }: TextEdit, block: Range): boolean {
  if (meets(block, range)) return true
  return (range[1] === block[0] && /[^\r\n]$/.test(text)) || (range[0] === block[1] && /^[^\r\n]/.test(text))
}

/** Whether two spans share an offset; an insertion meets what it falls into, not what it stands beside. */
function meets([a, b]: Range, [c, d]: Range): boolean {
  return c === d ? a < c && c < b : a < d && c < b
}
