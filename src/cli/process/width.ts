import type { Output } from './io.js'

/** How many cells a line has, where somebody looks at it; null where nobody does, or nobody knows. */
export function widthOf({ isTTY, columns }: Pick<Output, 'isTTY' | 'columns'>): number | null {
  return (isTTY && columns) || null
}
