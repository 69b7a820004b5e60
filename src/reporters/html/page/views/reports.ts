import { groupBy } from '../../../../text/group-by.js'
import { counted, h } from '../dom.js'
import { type FoundPage, filterIn, findPages } from '../filter.js'
import { moveByKeys, type Place } from '../grid-keys.js'
import { spelled } from '../invisible.js'
import { laterRows } from '../later-rows.js'
import type { Finding, Model, Report } from '../model.js'
import { inOrder, type Order, orderOf, sortingHead } from '../order.js'
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

/** A grid of all reports and sections; a page and its translations share a row. */
export function reports(shown: Shown): View {
  const { model, route, remember } = shown
  const status = h('p', { role: 'status', class: 'status' })
  const holder = h('div', { class: 'wide', tabindex: '-1' })
  let listed: readonly number[] = []
  const draw = (): void => {
    const filter = filterIn(route.query)
    const found = findPages(model, filter)
    const order = orderOf(route.query.get('sort') ?? 'name')
    const by = route.query.get('group') ?? 'site'
    const groups = groupsOf(found, by, order)
    listed = groups.flatMap(({ items }) => items.map(({ page }) => page.number))
    const shownReports = found.reduce((sum, one) => sum + one.reports.length, 0)
    const shownFindings = found.reduce((sum, one) => sum + one.findings.length, 0)
    const all = model.pages.filter(({ lists }) => !lists).length
    status.textContent = `${counted(listed.length, 'page')} of ${all}, ${counted(shownReports, 'report')}, ${counted(shownFindings, 'finding')}`
    holder.replaceChildren(
      grid(model, {
        groups,
        by,
        language: filter.language,
        order,
        sortBy(chosen) {
          remember({ sort: chosen === 'name' ? null : chosen })
          draw()
          holder.querySelector<HTMLElement>('th[aria-sort] button')?.focus()
        },
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
  /** null if the list is not grouped. */
  readonly heading: HTMLElement | null
}

type Key = (found: FoundPage) => number | string

/** The keys by which rows can be sorted. */
const KEYS = new Map<string, Key>([
  ['name', byName],
  ['day', ({ page }) => page.day ?? '9'],
  ['score', ({ reports: own }) => averageScore(own)],
  ['errors', ({ findings }) => errorsIn(findings)],
  ['warnings', ({ findings }) => findings.length - errorsIn(findings)],
  ['findings', ({ findings }) => findings.length],
  ['missing', ({ reports: own }) => -Math.max(...own.map(({ states }) => states.replace(/[^mb]/g, '').length))],
])

function byName({ page }: FoundPage): string {
  return `${page.site.name} ${page.name}`
}

function averageScore(reports: readonly Report[]): number {
  return reports.reduce((sum, { score }) => sum + score, 0) / reports.length
}

function errorsIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length
}

function keyOf({ key }: Order): Key {
  const section = /^section(\d+)$/.exec(key)?.[1]
  if (section === undefined) return KEYS.get(key) ?? byName
  return ({ reports: own }) => Math.min(...own.map(({ states }) => 'mb?e-p'.indexOf(states[Number(section)] ?? '-')))
}

function groupsOf(found: readonly FoundPage[], by: string, order: Order): Group[] {
  const sorted = inOrder(found, keyOf(order), order)
  if (by === 'none') return [{ items: sorted, heading: null }]
  // A group is placed by its first row.
  const groups = [...groupBy(sorted, ({ page }) => (by === 'event' ? page.event : page.site)).values()]
  const ordered = by === 'event' && order.key === 'name' ? inOrder(groups, eventKey, order) : groups
  return ordered.map((items) => ({ items, heading: headingOf(items, by) }))
}

/** Chronological; pages that belong to no event come last. */
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
        : 'Event not known',
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

/** The content of the grid, and how it is laid out. */
interface Layout {
  readonly groups: readonly Group[]
  /** By what the rows are grouped. */
  readonly by: string
  readonly language: string
  readonly order: Order
  sortBy(key: string): void
}

/** A section of the schema with its index in the list of all sections. */
type Column = Model['data']['sections'][number] & { readonly index: number }

function grid(model: Model, layout: Layout): HTMLTableElement {
  const { groups, by, language } = layout
  const languages = language === 'en' || language === 'vi' ? [language] : (['en', 'vi'] as const)
  const sections = model.data.sections
    .map((section, index) => ({ ...section, index }))
    .filter(({ index }) => model.reports.some(({ states }) => /[pebm]/.test(states[index] ?? '-')))
  const table = h(
    'table',
    {
      class: `grid languages-${languages.length}`,
      role: 'grid',
      'aria-label': 'Reports and their sections',
      'aria-colcount': 5 + sections.length,
    },
    h('thead', {}, headRow(sections, layout)),
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
    return h(
      'tr',
      {},
      h('th', { scope: 'row', class: 'name' }, place(link(reportAddress(main), nameOf(page, by)))),
      dayCell(own),
      h('td', { class: 'number' }, points(averageScore(own))),
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
      h(
        'tbody',
        {},
        h('tr', {}, h('td', { colspan: 5 + sections.length, class: 'nothing' }, 'Nothing matches these filters.')),
      ),
    )
  return table
}

function headRow(sections: readonly Column[], { by, order, sortBy }: Layout): HTMLElement {
  const sortable = (key: string, label: string, kind: string, mostFirst = false): HTMLElement =>
    sortingHead({ key, label, kind, mostFirst }, order, sortBy)
  return h(
    'tr',
    {},
    sortable('name', by === 'event' ? 'Site' : 'Report', 'name'),
    sortable('day', 'Date', 'day'),
    sortable('score', 'Score', 'number'),
    sortable('errors', 'Errors', 'number', true),
    sortable('warnings', 'Warnings', 'number', true),
    sections.map(({ title, index }) => sortable(`section${index}`, title.en, 'section')),
  )
}

/** The name of a row, without what the heading of its group says. */
function nameOf({ title, name, site }: FoundPage['page'], by: string): (Node | string)[] {
  if (by === 'site') return [spelled(title), h('small', {}, spelled(name))]
  if (by === 'event') return [spelled(site.name), h('small', {}, spelled(name))]
  return [spelled(title), h('small', {}, `${spelled(site.name)} / ${spelled(name)}`)]
}

/** The day that the reports of a page give; if one of them differs from that of the event, it is shown in red. */
function dayCell(own: readonly Report[]): HTMLElement {
  const odd = own.find((one) => one.event?.outliers.includes(one))
  if (odd) return h('td', { class: 'day odd', title: `The event: ${odd.event?.day}` }, odd.day)
  const report = own.find(({ body }) => body !== null) ?? own.find(({ day }) => day !== null)
  return h('td', { class: 'day' }, report?.day ?? '–')
}
