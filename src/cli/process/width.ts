import type { Output } from './io.js'

/** The width of a terminal in cells; null if the output is not a terminal, or its width is unknown. */
export function widthOf({ isTTY, columns }: Pick<Output, 'isTTY' | 'columns'>): number | null {
  return (isTTY && columns) || null
}
