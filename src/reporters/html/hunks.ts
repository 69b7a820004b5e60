import { applyEdits, inOrder, type TextEdit } from '../../text/edit.js'
import { indexLines } from '../../text/lines.js'
import { sharedEnds } from '../../text/shared-ends.js'

/** A change as a diff shows it, without context lines. */
export interface Hunk {
  /** 1-based. If no line is removed, the added lines come before this one. */
  readonly line: number
  readonly removed: number
  readonly added: readonly string[]
}

/**
 * What edits change, line by line, in order. Edits on the same line or on adjacent lines make one change.
 * @param text that the ranges of the edits refer to
 */
export function hunksOf(text: string, edits: readonly TextEdit[]): Hunk[] {
  const lines = indexLines(text)
  const groups: { first: number; last: number; edits: TextEdit[] }[] = []
  for (const edit of inOrder(edits)) {
    const first = lines.place(edit.range[0]).line
    const last = lines.place(edit.range[1]).line
    const open = groups.at(-1)
    if (open && first <= open.last + 1) {
      open.last = Math.max(open.last, last)
      open.edits.push(edit)
    } else groups.push({ first, last, edits: [edit] })
  }
  return groups.flatMap(({ first, last, edits: own }) => {
    const start = lines.range(first)[0]
    // An edit may end between the CR and the LF of a line end.
    const end = Math.max(lines.range(last)[1], ...own.map(({ range }) => range[1]))
    const before = text.slice(start, end)
    const moved = own.map(
      ({ range: [from, to], text: added }): TextEdit => ({ range: [from - start, to - start], text: added }),
    )
    return changeOf(first, linesOf(before), linesOf(applyEdits(before, moved)))
  })
}

/** Leaves out the lines that are equal at both ends; empty if all are. */
function changeOf(line: number, before: readonly string[], after: readonly string[]): Hunk[] {
  const [head, tail] = sharedEnds(before, after)
  const removed = before.length - head - tail
  const added = after.slice(head, after.length - tail)
  return removed + added.length === 0 ? [] : [{ line: line + head, removed, added }]
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}
