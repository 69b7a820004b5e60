import { h } from './dom.js'

/** How many rows are rendered together. */
const CHUNK = 40

/**
 * Adds rows to a table that are rendered when they come near the viewport, so that ten thousand rows cost no more than the visible
 * ones. Before that, a gap of about their height takes their place.
 * @param groups rows that belong together
 * @returns a function that renders the row with a number (0-based) at once, and returns it; null if there is none
 */
export function laterRows<T>(
  table: HTMLTableElement,
  groups: readonly (readonly T[])[],
  rowOf: (item: T, index: number) => HTMLTableRowElement,
): (index: number) => HTMLTableRowElement | null {
  const chunks: Chunk[] = []
  let next = 0
  for (const items of groups)
    for (let start = 0; start < Math.max(1, items.length); start += CHUNK) {
      const first = next
      const own = items.slice(start, start + CHUNK)
      next += own.length
      const body = h('tbody')
      chunks.push({ body, first, count: own.length, draw })
      function draw(): void {
        if (body.className === 'drawn') return
        body.className = 'drawn'
        watcher.unobserve(body)
        body.replaceChildren(...own.map((item, at) => rowOf(item, first + at)))
      }
    }
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) target.dispatchEvent(new Event('draw'))
    },
    { rootMargin: '800px' },
  )
  table.append(...chunks.map(({ body }) => body))
  const columns = table.tHead?.rows[0]?.cells.length ?? 1
  for (const { body, count, draw } of chunks) {
    body.role = table.role && 'rowgroup'
    if (body === chunks[0]?.body) {
      draw()
      continue
    }
    body.className = 'later'
    body.addEventListener('draw', draw, { once: true })
    const cell = h('td', { colspan: columns })
    cell.style.height = `calc(${count} * var(--row))`
    body.append(h('tr', { class: 'gap', 'aria-hidden': 'true' }, cell))
    watcher.observe(body)
  }
  return (index) => {
    const chunk = chunks.findLast(({ first, count }) => first <= index && index < first + count)
    if (!chunk) return null
    chunk.draw()
    return chunk.body.rows[index - chunk.first] ?? null
  }
}

interface Chunk {
  readonly body: HTMLTableSectionElement
  /** The number of its first row. */
  readonly first: number
  readonly count: number
  draw(): void
}

/** Renders all remaining rows, for printing. */
export function drawEverything(): void {
  for (const body of document.querySelectorAll('tbody.later')) body.dispatchEvent(new Event('draw'))
}
