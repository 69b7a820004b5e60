import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { indexLines, lineEnd } from '../text/lines.js'
import { changed, type Edited, SAME } from './edited.js'

/** The comment above added lines, by which they can be removed again. */
const MARK = '# Added by `reportlint init`; `reportlint init --remove` takes it out.'

/** The document of a YAML or JSON text, with ranges; null if it has errors. */
export function documentOf(text: string): Document | null {
  const document = parseDocument(text, { schema: 'core' })
  return document.errors.length > 0 ? null : document
}

/** The entry of a mapping; undefined if it is not a mapping, or has no such key. */
export function entryOf(map: unknown, name: string): Pair | undefined {
  return isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === name) : undefined
}

/** Whether another entry can be added on a new line: to a list or mapping with entries that is not in brackets. */
export function isBlock(node: unknown): node is YAMLMap | YAMLSeq {
  return (isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0
}

/**
 * Adds lines to a YAML file below an entry and everything that belongs to it.
 * @param last the entry
 * @param column the indentation of the lines
 * @param block lines without that indentation; all others belong to the first one
 */
export function addBelow(text: string, last: Node, column: number, block: readonly string[]): string {
  const end = last.range?.[1] ?? text.length
  const lines = indexLines(text)
  const used = text.slice(0, end).trimEnd().length
  const [, at] = lines.range(lines.place(used).line)
  return insertLines(text, at, column, block)
}

/** Adds lines at the end of a YAML file. */
export function addAtEnd(text: string, block: readonly string[]): string {
  return insertLines(text, text.trimEnd().length, 0, block)
}

function insertLines(text: string, at: number, column: number, block: readonly string[]): string {
  const eol = lineEnd(text)
  const indented = [MARK, ...block].map((line) => ' '.repeat(column) + line)
  if (at === 0) return indented.join(eol) + eol + text
  return text.slice(0, at) + eol + indented.join(eol) + text.slice(at)
}

/** The 0-based column of an entry, or of its dash in a list. */
export function columnOf(text: string, entry: Node): number {
  const lines = indexLines(text)
  const start = entry.range?.[0] ?? 0
  const [from] = lines.range(lines.place(start).line)
  return /^[ ]*/.exec(text.slice(from, start))?.[0].length ?? 0
}

/** Removes what `addBelow` or `addAtEnd` has added. */
export function removeAdded(text: string): Edited {
  const lines = indexLines(text)
  const lineAt = (number: number): string => text.slice(...lines.range(number))
  const depth = (number: number): number => /^ */.exec(lineAt(number))?.[0].length ?? 0
  for (let number = 1; number < lines.count; number++) {
    if (lineAt(number).trim() !== MARK) continue
    let last = number + 1
    while (last < lines.count && lineAt(last + 1).trim() !== '' && depth(last + 1) > depth(number + 1)) last++
    const [start] = lines.range(number)
    // The lines were added after another one, with its line end before them, except at the start of a file.
    const before = number === 1 ? 0 : lines.range(number - 1)[1]
    return changed(text.slice(0, before) + text.slice(start === 0 ? lines.after(last) : lines.range(last)[1]))
  }
  return SAME
}
