/** The position of something focusable in the grid; without a column, it spans all of them. */
export type Place = readonly [row: number, column?: number]

/** Moves the focus in the grid by the arrow keys, Home, End, Page Up and Page Down; a single element is in the tab order. */
export function moveByKeys(
  table: HTMLTableElement,
  places: ReadonlyMap<HTMLElement, Place>,
  rowAt: (row: number) => HTMLTableRowElement | null,
): void {
  /** The column to keep when moving up and down. */
  let column = 0
  table.addEventListener('keydown', (event) => {
    const from = event.target instanceof HTMLElement ? places.get(event.target) : undefined
    if (!from || event.altKey || event.metaKey || event.shiftKey) return
    const [row, own = column] = from
    const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-10, 0],
      PageDown: [10, 0],
      Home: [0, Number.NEGATIVE_INFINITY],
      End: [0, Number.POSITIVE_INFINITY],
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    const [rows, columns] = move
    let next = rowAt(row + rows)
    for (let nearer = Math.abs(rows) - 1; !next && nearer > 0; nearer--) next = rowAt(row + Math.sign(rows) * nearer)
    if (!next) return
    const targets = [...next.querySelectorAll<HTMLElement>('[tabindex]')]
    const last = targets.length - 1
    column = columns === 0 ? own : Math.max(0, Math.min(last, own + columns))
    targets[Math.min(last, column)]?.focus()
  })
  table.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement && places.has(target))) return
    for (const other of table.querySelectorAll<HTMLElement>('[tabindex="0"]')) other.tabIndex = -1
    target.tabIndex = 0
  })
}
