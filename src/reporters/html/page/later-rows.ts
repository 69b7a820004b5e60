import { h } from './dom.js'

/** So many rows are drawn together. */
const CHUNK = 40

/**
 * Puts rows into a table as they come into view, so that ten thousand of them cost no more than those that are looked at. Until
 * then a gap of about their height keeps their place.
 * @param groups rows that belong together
 * @returns a function that draws the row of a number at once, and gives it
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
  /** The number of its first row, and how many there are. */
  readonly first: number
  readonly count: number
  draw(): void
}

/** Draws all that is not drawn yet, as paper needs it. */
export function drawEverything(): void {
  for (const body of document.querySelectorAll('tbody.later')) body.dispatchEvent(new Event('draw'))
}
