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

/** Stands above what was added, so that just that can be taken out again. */
const MARK = '# Added by `reportlint init`; `reportlint init --remove` takes it out.'

/** The document of a YAML or JSON text, with ranges; null where it has errors. */
export function documentOf(text: string): Document | null {
  const document = parseDocument(text, { schema: 'core' })
  return document.errors.length > 0 ? null : document
}

/** The entry of a mapping; none where it is no mapping, or has no such key. */
export function entryOf(map: unknown, name: string): Pair | undefined {
  return isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === name) : undefined
}

/** Whether a value can take another entry in a line of its own: a list or mapping with entries, not in brackets. */
export function isBlock(node: unknown): node is YAMLMap | YAMLSeq {
  return (isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0
}

/**
 * Puts lines below an entry of a YAML file and all that belongs to it; everything else stays as it is.
 * @param last the entry
 * @param block lines without indentation of their own, the first of which all others belong to
 */
export function addBelow(text: string, last: Node, column: number, block: readonly string[]): string {
  const end = last.range?.[1] ?? text.length
  const lines = indexLines(text)
  const used = text.slice(0, end).trimEnd().length
  const [, at] = lines.range(lines.place(used).line)
  return insertLines(text, at, column, block)
}

/** Puts lines at the end of a YAML file. */
export function addAtEnd(text: string, block: readonly string[]): string {
  return insertLines(text, text.trimEnd().length, 0, block)
}

function insertLines(text: string, at: number, column: number, block: readonly string[]): string {
  const eol = lineEnd(text)
  const indented = [MARK, ...block].map((line) => ' '.repeat(column) + line)
  if (at === 0) return indented.join(eol) + eol + text
  return text.slice(0, at) + eol + indented.join(eol) + text.slice(at)
}

/** The column that an entry begins in, counted from 0; that of its dash where it is one of a list. */
export function columnOf(text: string, entry: Node): number {
  const lines = indexLines(text)
  const start = entry.range?.[0] ?? 0
  const [from] = lines.range(lines.place(start).line)
  return /^[ ]*/.exec(text.slice(from, start))?.[0].length ?? 0
}

/** Takes out what `addBelow` or `addAtEnd` put in. */
export function takeOut(text: string): Edited {
  const lines = indexLines(text)
  const lineAt = (number: number): string => text.slice(...lines.range(number))
  const depth = (number: number): number => /^ */.exec(lineAt(number))?.[0].length ?? 0
  for (let number = 1; number < lines.count; number++) {
    if (lineAt(number).trim() !== MARK) continue
    let last = number + 1
    while (last < lines.count && lineAt(last + 1).trim() !== '' && depth(last + 1) > depth(number + 1)) last++
    const [start] = lines.range(number)
    // It was put behind a line, with that line's end before it; only the first line of a file has none.
    const before = number === 1 ? 0 : lines.range(number - 1)[1]
    return changed(text.slice(0, before) + text.slice(start === 0 ? lines.after(last) : lines.range(last)[1]))
  }
  return SAME
}
