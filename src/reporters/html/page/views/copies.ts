import { align } from '../align.js'
import { counted, h } from '../dom.js'
import { changed, codeLine } from '../excerpt.js'
import { spelled, visible } from '../invisible.js'
import { laterRows } from '../later-rows.js'
import type { CopyPair, Page, PagePair, Report } from '../model.js'
import { eventLink, link, reportAddress, reportLink } from '../parts.js'
import { addressOf } from '../route.js'
import type { Shown, View } from './view.js'

/** Pages of different sites that share passages. */
export function copies({ model }: Shown): View {
  const pairs = model.pagePairs
  const table = h(
    'table',
    { class: 'copies' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ['Shared', 'Page', 'Page', 'Event'].map((text) => h('th', { scope: 'col' }, text)),
      ),
    ),
  )
  laterRows(table, [pairs], ({ first, second, pairs: own }) => {
    const event = first.event ?? second.event
    return h(
      'tr',
      {},
      h('td', {}, shares(own)),
      h('td', {}, pageLink(first)),
      h('td', {}, pageLink(second)),
      h('td', {}, event ? eventLink(event) : '–'),
    )
  })
  return {
    title: 'Copies',
    content: [
      h(
        'p',
        { class: 'explained' },
        pairs.length === 0
          ? 'No two sites share passages.'
          : `${counted(pairs.length, 'pair')} of pages ${pairs.length === 1 ? 'shares' : 'share'} a quarter of their own text or more. Passages that more than five sites have come from the programme, and do not count.`,
      ),
      ...(pairs.length === 0 ? [] : [h('div', { class: 'wide' }, table)]),
    ],
  }
}

/** The share of shared text in each language, as a link to the passages. */
function shares(pairs: readonly CopyPair[]): HTMLElement[] {
  return pairs.map((pair) =>
    h('a', { class: 'shared', href: copyAddress(pair) }, `${pair.first.language} ${percent(pair.copy.share)}`),
  )
}

function pageLink(page: Page): HTMLElement {
  const [report] = page.reports
  return report ? link(reportAddress(report), nameOf(page)) : h('span', {}, nameOf(page))
}

function nameOf({ site, name }: Page): string {
  return `${spelled(site.name)} / ${spelled(name)}`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function copyAddress({ first, second }: CopyPair): string {
  return addressOf(`copy/${first.number}/${second.number}`)
}

/** A pair of pages as a list item. */
export function copyLine({ first, second, pairs }: PagePair): HTMLElement {
  return h('li', {}, `${nameOf(first)} – ${nameOf(second)} `, shares(pairs))
}

/** The shared passages of two reports, side by side. */
export function copy({ model, route }: Shown): View {
  const pair = model.copies.find(
    ({ first, second }) => first.number === route.numbers[0] && second.number === route.numbers[1],
  )
  if (!pair) return { title: 'No such copy', content: [] }
  const { first, second, copy: own, back } = pair
  return {
    title: 'Shared passages',
    content: [
      h(
        'p',
        { class: 'belongs' },
        `${percent(own.share)} of the first report is also in the second${back ? `, ${percent(back.share)} of the second in the first` : ''}. `,
        link(addressOf('copies'), 'All copies'),
      ),
      h(
        'div',
        { class: 'both-heads' },
        [first, second].map((report) =>
          h('div', {}, h('h2', {}, reportLink(report)), h('p', { class: 'path' }, spelled(report.path))),
        ),
      ),
      h(
        'div',
        {},
        own.passages.map(([from, to, other]) =>
          h(
            'section',
            { class: 'passage', 'aria-label': `Lines ${from} to ${to}` },
            sideBySide(linesOf(first, from, to), linesOf(second, other, other + to - from)),
          ),
        ),
      ),
      h(
        'p',
        {},
        'Who wrote it first cannot be known from the text. ',
        link(reportAddress(first), 'The first report'),
        ' · ',
        link(reportAddress(second), 'The second report'),
      ),
    ],
  }
}

interface Line {
  readonly number: number
  readonly text: string
}

function linesOf(report: Report, from: number, to: number): Line[] {
  const lines: Line[] = []
  for (let number = from; number <= to; number++) {
    const text = report.lineAt(number)
    if (text !== null) lines.push({ number, text })
  }
  return lines
}

function sideBySide(left: readonly Line[], right: readonly Line[]): HTMLElement {
  const pairs = align(
    left.map(({ text }) => text.trim()),
    right.map(({ text }) => text.trim()),
  )
  return h(
    'div',
    { class: 'both code' },
    pairs.flatMap(([a, b]) => {
      const [one, other] = [a === null ? null : (left[a] ?? null), b === null ? null : (right[b] ?? null)]
      return [side(one, other), side(other, one)]
    }),
  )
}

function side(line: Line | null, other: Line | null): HTMLElement {
  if (!line) return h('div', { class: 'line nothing' })
  const isSame = other?.text.trim() === line.text.trim()
  return codeLine(
    line.number,
    isSame || !other ? visible(line.text) : changed(line.text, other.text),
    isSame && line.text.trim() !== '' ? 'here' : 'aside',
  )
}
