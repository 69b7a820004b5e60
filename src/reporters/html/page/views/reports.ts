import { groupBy } from '../../../../text/group-by.js'
import { counted, h } from '../dom.js'
import { type FoundPage, filterIn, findPages } from '../filter.js'
import { spelled } from '../invisible.js'
import { laterRows } from '../later-rows.js'
import type { Finding, Model, Report } from '../model.js'
import {
  eventLink,
  LANGUAGES,
  legend,
  link,
  points,
  reportAddress,
  STATES,
  siteLink,
  stateMark,
  tally,
} from '../parts.js'
import { filterForm } from './filters.js'
import type { Shown, View } from './view.js'

const GROUPS = [
  ['site', 'by site'],
  ['event', 'by event'],
  ['none', 'not grouped'],
] as const

/** All reports against all sections; a page and its translations are one row. */
export function reports(shown: Shown): View {
  const { model, route, remember } = shown
  const status = h('p', { role: 'status', class: 'status' })
  const holder = h('div', { class: 'wide', tabindex: '-1' })
  let listed: readonly number[] = []
  const draw = (): void => {
    const filter = filterIn(route.query)
    const found = findPages(model, filter)
    const sort = route.query.get('sort') ?? 'name'
    const groups = groupsOf(found, route.query.get('group') ?? 'site', sort)
    listed = groups.flatMap(({ items }) => items.map(({ page }) => page.number))
    const shownReports = found.reduce((sum, one) => sum + one.reports.length, 0)
    const shownFindings = found.reduce((sum, one) => sum + one.findings.length, 0)
    const all = model.pages.filter(({ lists }) => !lists).length
    status.textContent = `${counted(listed.length, 'page')} of ${all}, ${counted(shownReports, 'report')}, ${counted(shownFindings, 'finding')}`
    holder.replaceChildren(
      grid(model, groups, route.query.get('group') ?? 'site', filter.language, sort, (chosen) => {
        remember({ sort: chosen === 'name' ? null : chosen })
        draw()
        holder.querySelector<HTMLElement>('th[aria-sort] button')?.focus()
      }),
    )
  }
  const form = filterForm(shown, [{ name: 'group', label: 'Group', options: GROUPS }], draw)
  draw()
  return {
    title: 'Reports',
    content: [form, h('div', { class: 'beside' }, status, legend(model)), holder],
    pages: () => listed,
  }
}

interface Group {
  readonly items: readonly FoundPage[]
  /** null: the list is not grouped. */
  readonly heading: HTMLElement | null
}

type Key = (found: FoundPage) => number | string

/** What rows are sorted by; a minus turns it round. */
const KEYS = new Map<string, Key>([
  ['name', byName],
  ['day', ({ page }) => page.day ?? '9'],
  ['score', ({ reports: own }) => own.reduce((sum, { score }) => sum + score, 0) / own.length],
  ['errors', ({ findings }) => errorsIn(findings)],
  ['warnings', ({ findings }) => findings.length - errorsIn(findings)],
  ['findings', ({ findings }) => findings.length],
  ['missing', ({ reports: own }) => -Math.max(...own.map(({ states }) => states.replace(/[^mb]/g, '').length))],
])

function byName({ page }: FoundPage): string {
  return `${page.site.name} ${page.name}`
}

function errorsIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length
}

function keyOf(sort: string): Key {
  const name = sort.replace(/^-/, '')
  const section = /^section(\d+)$/.exec(name)?.[1]
  if (section === undefined) return KEYS.get(name) ?? byName
  return ({ reports: own }) => Math.min(...own.map(({ states }) => 'mb?e-p'.indexOf(states[Number(section)] ?? '-')))
}

function groupsOf(found: readonly FoundPage[], by: string, sort: string): Group[] {
  const key = keyOf(sort)
  const turn = sort.startsWith('-') ? -1 : 1
  const sorted = found
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => turn * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one)
  if (by === 'none') return [{ items: sorted, heading: null }]
  // A group stands where its first row would.
  const inOrder = [...groupBy(sorted, ({ page }) => (by === 'event' ? page.event : page.site)).values()]
  if (by === 'event' && sort.endsWith('name')) inOrder.sort((a, b) => turn * (eventKey(a) < eventKey(b) ? -1 : 1))
  return inOrder.map((items) => ({ items, heading: headingOf(items, by) }))
}

/** Events in the order of time; what is on none comes last. */
function eventKey([first]: readonly FoundPage[]): string {
  const event = first?.page.event
  return event ? `${event.day ?? '8'} ${event.name}` : '9'
}

function headingOf(items: readonly FoundPage[], by: string): HTMLElement {
  const page = items[0]?.page
  const note = h('span', { class: 'aside' }, counted(items.length, 'page'))
  if (by === 'event')
    return h(
      'span',
      {},
      page?.event
        ? [eventLink(page.event), ' ', h('span', { class: 'aside' }, page.event.day ?? 'no date')]
        : 'On no event that is known',
      ' · ',
      note,
    )
  return h(
    'span',
    {},
    page ? siteLink(page.site) : '',
    ' ',
    h('span', { class: 'aside' }, page ? `score ${points(page.site.score)}` : ''),
    ' · ',
    note,
  )
}

function grid(
  model: Model,
  groups: readonly Group[],
  by: string,
  language: string,
  sort: string,
  sortBy: (key: string) => void,
): HTMLTableElement {
  const languages = language === 'en' || language === 'vi' ? [language] : (['en', 'vi'] as const)
  const sections = model.data.sections
    .map((section, index) => ({ ...section, index }))
    .filter(({ index }) => model.reports.some(({ states }) => /[pebm]/.test(states[index] ?? '-')))
  const sortable = (key: string, label: string, kind: string, firstDown = false): HTMLElement => {
    const isBy = sort.replace(/^-/, '') === key
    const isDown = sort.startsWith('-')
    const next = isBy ? (isDown ? key : `-${key}`) : firstDown ? `-${key}` : key
    const mark = isBy ? h('span', { class: 'arrow', 'aria-hidden': 'true' }, isDown ? '↓' : '↑') : null
    return h(
      'th',
      { scope: 'col', class: kind, 'aria-sort': isBy ? (isDown ? 'descending' : 'ascending') : null },
      h('button', { type: 'button', click: () => sortBy(next) }, h('span', {}, label), mark),
    )
  }
  const table = h(
    'table',
    {
      class: `grid languages-${languages.length}`,
      role: 'grid',
      'aria-label': 'Reports and their sections',
      'aria-colcount': 5 + sections.length,
    },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        sortable('name', by === 'event' ? 'Site' : 'Report', 'name'),
        sortable('day', 'Date', 'day'),
        sortable('score', 'Score', 'number'),
        sortable('errors', 'Errors', 'number', true),
        sortable('warnings', 'Warnings', 'number', true),
        sections.map(({ title, index }) => sortable(`section${index}`, title.en, 'section')),
      ),
    ),
  )
  const places = new Map<HTMLElement, Place>()
  const placeAt = (element: HTMLElement, ...at: Place): HTMLElement => {
    element.tabIndex = places.size === 0 ? 0 : -1
    places.set(element, at)
    return element
  }
  const headingRow = (heading: HTMLElement, row: number): HTMLTableRowElement => {
    placeAt(heading.querySelector('a') ?? heading, row)
    return h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colspan: 5 + sections.length }, heading))
  }
  const pageRow = ({ page, reports: own, findings }: FoundPage, row: number): HTMLTableRowElement => {
    const byLanguage = languages.map((each) => own.filter((report) => report.language === each))
    const main = own[0] as Report
    let columns = 0
    const place = (element: HTMLElement): HTMLElement => placeAt(element, row, columns++)
    const name =
      by === 'site'
        ? [spelled(page.title), h('small', {}, spelled(page.name))]
        : by === 'event'
          ? [spelled(page.site.name), h('small', {}, spelled(page.name))]
          : [spelled(page.title), h('small', {}, `${spelled(page.site.name)} / ${spelled(page.name)}`)]
    return h(
      'tr',
      {},
      h('th', { scope: 'row', class: 'name' }, place(link(reportAddress(main), name))),
      dayCell(own),
      h('td', { class: 'number' }, points(own.reduce((sum, { score }) => sum + score, 0) / own.length)),
      tally(findings),
      sections.map(({ title, index }) =>
        h(
          'td',
          { class: 'section' },
          h(
            'span',
            { class: 'pair' },
            byLanguage.map((versions, at) => {
              const [report] = versions
              if (!report) return h('span', { class: 'state none' })
              const state = report.states[index] ?? '-'
              const words = `${title.en}, ${LANGUAGES[languages[at] as 'en' | 'vi']}: ${STATES[state] ?? ''}`
              return place(h('a', { href: reportAddress(report), title: words, 'aria-label': words }, stateMark(state)))
            }),
          ),
        ),
      ),
    )
  }
  const rowAt = laterRows<HTMLElement | FoundPage>(
    table,
    groups.map(({ items, heading }) => (heading ? [heading, ...items] : items)),
    (item, row) => (item instanceof HTMLElement ? headingRow(item, row) : pageRow(item, row)),
  )
  moveByKeys(table, places, rowAt)
  if (groups.every(({ items }) => items.length === 0))
    table.append(
      h('tbody', {}, h('tr', {}, h('td', { colspan: 5 + sections.length, class: 'nothing' }, 'Nothing is like that.'))),
    )
  return table
}

/** The day that the reports of a page give: the one that is not the event's, in red, where there is one. */
function dayCell(own: readonly Report[]): HTMLElement {
  const odd = own.find((one) => one.event?.outliers.includes(one))
  if (odd) return h('td', { class: 'day odd', title: `The event: ${odd.event?.day}` }, odd.day)
  const report = own.find(({ body }) => body !== null) ?? own.find(({ day }) => day !== null)
  return h('td', { class: 'day' }, report?.day ?? '–')
}

/** Where something in the grid is that can be gone to; what has no column goes over all of them. */
type Place = readonly [row: number, column?: number]

/** Arrows, Home, End and the page keys move in the grid; only one place of it is on the way of the tab key. */
function moveByKeys(
  table: HTMLTableElement,
  places: ReadonlyMap<HTMLElement, Place>,
  rowAt: (row: number) => HTMLTableRowElement | null,
): void {
  /** The one that is kept to on the way up and down. */
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
