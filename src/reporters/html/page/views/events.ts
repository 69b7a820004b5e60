import { compare } from '../../../../text/compare.js'
import { type TimeScale, timeAxis, timeScaleOf, timeTrack } from '../charts.js'
import { counted, h, unseen } from '../dom.js'
import { laterRows } from '../later-rows.js'
import { type Event, isDisputed, outliersOf } from '../model.js'
import { eventLink } from '../parts.js'
import { field } from './filters.js'
import type { Shown, View } from './view.js'

const WHICH = [
  ['all', 'all events'],
  ['disputed', 'whose dates disagree'],
  ['shared', 'with reports of several sites'],
] as const

/** The events in chronological order, each with the days that its reports give. */
export function events({ model, route, remember }: Shown): View {
  const scale = timeScaleOf(model.events)
  const status = h('p', { role: 'status', class: 'status' })
  const holder = h('div', { class: 'wide' })
  const draw = (): void => {
    const only = route.query.get('only') ?? 'all'
    const shown = model.events
      .filter((event) => only === 'all' || (only === 'disputed' ? isDisputed(event) : event.sites.length > 1))
      .toSorted((a, b) => compare(key(a), key(b)))
    status.textContent = counted(shown.length, 'event')
    const table = h('table', { class: 'events' }, h('thead', {}, headRow(scale)))
    laterRows(table, [shown], (event) => eventRow(event, scale))
    holder.replaceChildren(table)
  }
  const select = h(
    'select',
    {
      name: 'only',
      change: () => {
        remember({ only: select.value === 'all' ? null : select.value })
        draw()
      },
    },
    WHICH.map(([value, words]) => h('option', { value, selected: route.query.get('only') === value }, words)),
  )
  draw()
  return {
    title: 'Events',
    content: [
      h('form', { class: 'filters' }, field('Show', select)),
      h('div', { class: 'beside' }, status, legend()),
      holder,
    ],
  }
}

function headRow(scale: TimeScale | null): HTMLElement {
  return h(
    'tr',
    {},
    h('th', { scope: 'col' }, 'Event'),
    h('th', { scope: 'col' }, 'Date'),
    h('th', { scope: 'col', class: 'count' }, 'Reports'),
    h('th', { scope: 'col', class: 'count' }, 'Sites'),
    h(
      'th',
      { scope: 'col', class: 'count' },
      unseen('Another day in the '),
      h('span', { title: 'Reports whose text gives another day' }, 'Text'),
    ),
    h(
      'th',
      { scope: 'col', class: 'count' },
      h('span', { title: 'Reports that give another day in the front matter, and none in the text' }, 'Front matter'),
    ),
    h(
      'th',
      { scope: 'col', class: 'time' },
      h('span', { class: 'unseen' }, 'Days that the reports give'),
      scale ? timeAxis(scale) : null,
    ),
  )
}

function eventRow(event: Event, scale: TimeScale | null): HTMLTableRowElement {
  const { day, settledBy, reports, sites } = event
  const outliers = outliersOf(event)
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, eventLink(event)),
    h(
      'td',
      { class: 'day' },
      day ?? '–',
      day !== null && settledBy === null
        ? h('span', { title: 'Fewer than two sites, or no clear majority, give this day' }, ' ?')
        : null,
    ),
    h('td', { class: 'count' }, reports.length),
    h('td', { class: 'count' }, sites.length),
    [outliers.text, outliers.frontMatter].map((count) =>
      h('td', { class: `count ${count > 0 ? 'error' : 'none'}` }, count),
    ),
    h('td', { class: 'time' }, scale ? timeTrack(event, scale) : null),
  )
}

function legend(): HTMLElement {
  return h(
    'p',
    { class: 'legend' },
    h('span', {}, h('span', { class: 'dot day' }), ' the day of the event'),
    h('span', {}, h('span', { class: 'dot outlier' }), ' another day'),
    h('span', {}, h('span', { class: 'dot outlier front-matter' }), ' another day, in the front matter alone'),
    h('span', {}, h('span', { class: 'dot beyond' }), ' far outside'),
  )
}

function key({ day, name }: Event): string {
  return `${day ?? '9'} ${name}`
}
