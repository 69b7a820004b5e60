/** The opening fence of a code block, and whether a closing one follows. */
export interface Fence {
  readonly mark: string
  readonly isClosed: boolean
}

const MARK = /^(?:`{3,}|~{3,})/

/**
 * Reads the fence of a code block; code without one is indented.
 * @param block the code block as in the file, from its fence on; its other lines may begin with the markers of quotations
 */
export function fenceOf(block: string): Fence | null {
  const mark = MARK.exec(block)?.[0]
  if (mark === undefined) return null
  const last = Math.max(block.lastIndexOf('\n'), block.lastIndexOf('\r')) + 1
  const closing = block
    .slice(last)
    .replace(/^[\s>]+/, '')
    .trimEnd()
  return { mark, isClosed: last > 0 && closing.startsWith(mark) && /^(?:`+|~+)$/.test(closing) }
}
