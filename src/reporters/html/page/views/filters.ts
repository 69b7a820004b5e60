import { compare } from '../../../../text/compare.js'
import { h } from '../dom.js'
import { spelled } from '../invisible.js'
import type { Model } from '../model.js'
import { eventName, LANGUAGES } from '../parts.js'
import type { Shown } from './view.js'

interface Choice {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [value: string, words: string])[]
}

const FILTERS = ['words', 'site', 'event', 'language', 'rule', 'severity'] as const

function filterChoices({ sites, events, data: { rules } }: Model): Choice[] {
  return [
    { name: 'site', label: 'Site', options: sites.map(({ name, number }) => [String(number), spelled(name)]) },
    {
      name: 'event',
      label: 'Event',
      options: events
        .toSorted((a, b) => compare(a.day ?? '9', b.day ?? '9'))
        .map((event) => [String(event.number), `${event.day ?? 'no date'} ${eventName(event)}`]),
    },
    { name: 'language', label: 'Language', options: Object.entries(LANGUAGES) },
    { name: 'rule', label: 'Rule', options: rules.map(({ id }) => [id, spelled(id)]) },
    {
      name: 'severity',
      label: 'Severity',
      options: [
        ['error', 'errors'],
        ['warning', 'warnings'],
      ],
    },
  ]
}

/**
 * The filters of a list, initialised from the address. Changes go into the address.
 * @param others choices that are no filters, such as the grouping of the list
 */
export function filterForm(
  { model, route: { query }, remember }: Shown,
  others: readonly Choice[],
  changed: () => void,
): HTMLFormElement {
  const form = h('form', {
    class: 'filters',
    role: 'search',
    'aria-label': 'Filter',
    submit: (event) => event.preventDefault(),
  })
  const tell = (): void => {
    const values = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)])
    remember(Object.fromEntries(values))
    changed()
  }
  const search = h('input', {
    type: 'search',
    name: 'words',
    value: query.get('words') ?? '',
    placeholder: 'site, event, words',
    input: tell,
  })
  const picks = [
    ...filterChoices(model).map((choice) => [choice, 'all'] as const),
    ...others.map((choice) => [choice, null] as const),
  ]
  form.append(
    field('Search', search),
    ...picks.map(([{ name, label, options }, none]) =>
      field(
        label,
        h(
          'select',
          { name, change: tell },
          none === null ? null : h('option', { value: '' }, none),
          options.map(([value, words]) => h('option', { value, selected: query.get(name) === value }, words)),
        ),
      ),
    ),
    h('button', { type: 'button', click: clear }, 'Clear'),
  )
  function clear(): void {
    for (const name of FILTERS) {
      const control = form.elements.namedItem(name)
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = ''
    }
    tell()
  }
  return form
}

/** A control with its label above it. */
export function field(label: string, control: HTMLInputElement | HTMLSelectElement): HTMLElement {
  control.id = `choice-${control.name}`
  return h('div', { class: 'field' }, h('label', { for: control.id }, label), control)
}
