import type { Nodes, Root } from 'mdast'
import { matchesAt } from '../text/sticky.js'
import { fenceOf } from './fence.js'
import { startsAnew } from './margin.js'
import { nodesOf } from './mdast.js'
import { isOpenRaw } from './raw-html.js'

type Parse = (text: string) => Root

/** The minimum length of a part, except for the last one: about a third of a report. */
const LENGTH = 2000

/**
 * Feeds a text to a parser part by part, so that quadratic work of the parser becomes linear in the size of the text. The tree is
 * the same. A text is split where only code and raw HTML can continue from above; a part that ends in the middle of these is
 * parsed again, with more of the text.
 */
export function inParts(parse: Parse, length = LENGTH): Parse {
  return (text) => {
    const parts = partsOf(text, parse, length)
    const [first] = parts
    if (!first || parts.length === 1) return first?.tree ?? parse(text)
    // A reference is one only if some part defines it.
    const definers = [...new Set(parts.flatMap(definersIn))]
    const trees =
      definers.length > 0 ? parts.map((part) => withDefiners(part, definers, parse)) : parts.map(({ tree }) => tree)
    for (const [index, { start, line }] of parts.entries()) if (trees[index]) move(trees[index], start, line - 1)
    const end = trees.at(-1)?.position?.end
    return {
      type: 'root',
      children: trees.flatMap(({ children }) => children),
      ...(end && { position: { start: { line: 1, column: 1, offset: 0 }, end } }),
    }
  }
}

interface Part {
  readonly text: string
  /** Its first offset, and its first line, 1-based. */
  readonly start: number
  readonly line: number
  /** Positions are relative to the start of the part. */
  readonly tree: Root
}

function partsOf(text: string, parse: Parse, shortest: number): Part[] {
  const parts: Part[] = []
  let line = 1
  for (let start = 0; start < text.length; ) {
    for (let length = shortest; ; length *= 2) {
      const end = seamAfter(text, start + length)
      const part = text.slice(start, end)
      const tree = parse(part)
      if (end < text.length && mayContinue(tree, part)) continue
      parts.push({ text: part, start, line, tree })
      line += (tree.position?.end.line ?? 1) - 1
      start = end
      break
    }
  }
  return parts
}

const EOL = /\r\n|\n|\r/g
const BLANK = /[ \t]*(?=[\r\n])/y

/** The start of the first line after an offset that starts anew (see `startsAnew`), or the end of the text. */
function seamAfter(text: string, offset: number): number {
  let isAfterBlank = false
  EOL.lastIndex = offset
  for (let eol = EOL.exec(text); eol; eol = EOL.exec(text)) {
    const start = eol.index + eol[0].length
    if (startsAnew(text, start, isAfterBlank)) return start
    isAfterBlank = matchesAt(BLANK, text, start)
  }
  return text.length
}

/** Whether a part ends in code or raw HTML that may continue after it, or of which only what follows shows the end. */
function mayContinue(tree: Root, part: string): boolean {
  const last = lastLeaf(tree)
  const written = part.slice(last.position?.start.offset, last.position?.end.offset).trimStart()
  if (last.type === 'code') return fenceOf(written)?.isClosed === false
  return last.type === 'html' && (isOpenRaw(written) ?? !ENDS_BLANK.test(part.slice(-MAX_BLANK_END)))
}

/** The last block that holds no others. */
function lastLeaf(node: Nodes): Nodes {
  let last = node
  while (CONTAINERS.has(last.type) && 'children' in last) {
    const next: Nodes | undefined = last.children.at(-1)
    if (!next) break
    last = next
  }
  return last
}

const CONTAINERS = new Set(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'])
/** A blank line at the end. */
const ENDS_BLANK = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/
/** In characters: the end of a part that is searched for a blank line. */
const MAX_BLANK_END = 200

const LABEL = /^\[(?:[^[\]\\]|\\[\s\S])*\]:/

/** Definitions of the links and footnotes that a part defines, without their addresses and texts. */
function definersIn({ tree, text }: Part): string[] {
  if (!text.includes(']:')) return []
  return nodesOf(tree).flatMap((node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return []
    const label = LABEL.exec(text.slice(node.position?.start.offset, node.position?.end.offset))?.[0]
    return label === undefined ? [] : [`${label.replace(/[\r\n]+[ \t>]*/g, ' ')} x`]
  })
}

/** The tree of a part if all links and footnotes of the text are defined. */
function withDefiners({ text, tree }: Part, definers: readonly string[], parse: Parse): Root {
  if (!text.includes('[')) return tree
  // Without the thematic break, an indented beginning of the part would belong to the last footnote.
  const before = `${definers.join('\n\n')}\n\n***\n\n`
  const known = parse(before + text)
  move(known, -before.length, -(before.split('\n').length - 1))
  return { ...known, children: known.children.filter(({ position }) => (position?.start.offset ?? 0) >= 0) }
}

function move(tree: Root, offset: number, line: number): void {
  for (const { position } of nodesOf(tree))
    for (const point of position ? [position.start, position.end] : []) {
      point.offset = (point.offset ?? 0) + offset
      point.line += line
    }
}
