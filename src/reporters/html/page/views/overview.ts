import { bar, spread } from '../charts.js'
import { type Child, counted, h, nounFor } from '../dom.js'
import { spelled } from '../invisible.js'
import { type Event, isComplete, isDisputed, type Model, outliersOf, scoredSites } from '../model.js'
import { eventLink, link, reportLink, ruleCounts, severities } from '../parts.js'
import { addressOf } from '../route.js'
import { copyLine } from './copies.js'
import type { Shown, View } from './view.js'

/** The most entries of each list to show. */
const MOST = 10

/** The first view: a summary, with links to the worst reports and findings. */
export function overview({ model }: Shown): View {
  return {
    title: 'Event reports',
    content: [
      tiles(model),
      h(
        'div',
        { class: 'columns' },
        commonest(model),
        mostDeviations(model),
        datesThatDisagree(model),
        copies(model),
        scores(model),
        failures(model),
      ),
    ],
  }
}

function tiles(model: Model): HTMLElement {
  const { reports, sites, events, findings, data } = model
  const complete = reports.filter(isComplete).length
  const clean = reports.filter((report) => report.findings.length === 0).length
  const fixable = findings.filter(({ fix }) => fix?.safe).length
  const scored = scoredSites(model).map(({ score }) => score)
  const [least, most] = [Math.min(...scored), Math.max(...scored)]
  const share = reports.length === 0 ? 0 : Math.round((100 * complete) / reports.length)
  const tile = (value: number, label: string, note: string, address: string) =>
    h('li', {}, h('a', { href: address }, h('b', {}, value), ' ', h('span', {}, label)), h('small', {}, note))
  return h(
    'ul',
    { class: 'tiles' },
    tile(
      reports.length,
      nounFor(reports.length, 'report'),
      data.passedOver > 0 ? `${counted(data.passedOver, 'other page')} skipped` : `${clean} without findings`,
      addressOf('reports'),
    ),
    tile(
      sites.length,
      nounFor(sites.length, 'site'),
      scored.length > 1 ? `scores from ${least} to ${most}` : '',
      addressOf('scores'),
    ),
    tile(
      events.length,
      nounFor(events.length, 'event'),
      `${events.filter(isDisputed).length} whose dates disagree`,
      addressOf('events'),
    ),
    tile(
      complete,
      'complete',
      `${share} %: every section is there and filled`,
      addressOf('reports', { sort: 'missing' }),
    ),
    tile(
      findings.length,
      nounFor(findings.length, 'finding'),
      `${severities(findings)}; ${fixable.toLocaleString('en')} with a safe fix`,
      addressOf('findings'),
    ),
  )
}

function commonest(model: Model): HTMLElement {
  const counts = ruleCounts(model).slice(0, MOST + 2)
  return h(
    'section',
    {},
    h('h2', {}, 'Most common deviations'),
    h(
      'table',
      { class: 'plain' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'Rule'),
          h('th', { scope: 'col', colspan: '2' }, 'Pages'),
          h('th', { scope: 'col', class: 'count' }, 'Findings'),
        ),
      ),
      h(
        'tbody',
        {},
        counts.map(({ rule, files, reports, findings }) =>
          h(
            'tr',
            {},
            h(
              'th',
              { scope: 'row' },
              h(
                'a',
                {
                  // Index pages are not in the list of reports.
                  href: addressOf(reports > 0 ? 'reports' : 'findings', { rule }),
                  title: model.data.rules.find(({ id }) => id === rule)?.reports,
                },
                spelled(rule),
              ),
            ),
            h('td', { class: 'count' }, files),
            h('td', { class: 'share' }, bar(files / model.files.length)),
            h('td', { class: 'count' }, link(addressOf('findings', { rule }), findings)),
          ),
        ),
      ),
    ),
    counts.length === 0 ? h('p', {}, 'No findings.') : null,
  )
}

function mostDeviations({ reports }: Model): HTMLElement {
  const worst = reports
    .filter(({ findings }) => findings.length > 0)
    .toSorted((a, b) => b.findings.length - a.findings.length || a.score - b.score)
  return h(
    'section',
    {},
    h('h2', {}, 'Most deviations'),
    h(
      'ol',
      { class: 'lines' },
      worst
        .slice(0, MOST)
        .map((report) => h('li', {}, reportLink(report), h('span', { class: 'aside' }, severities(report.findings)))),
    ),
    h(
      'p',
      { class: 'all' },
      link(addressOf('reports', { group: 'none', sort: '-findings' }), 'All reports by their findings'),
    ),
  )
}

function datesThatDisagree({ events }: Model): HTMLElement {
  const weigh = (event: Event): number => 1000 * outliersOf(event).text + outliersOf(event).frontMatter
  const disputed = events.filter(isDisputed).toSorted((a, b) => weigh(b) - weigh(a))
  return h(
    'section',
    {},
    h('h2', {}, 'Events whose dates disagree'),
    h(
      'ol',
      { class: 'lines' },
      disputed
        .slice(0, MOST)
        .map((event) => h('li', {}, eventLink(event), h('span', { class: 'aside' }, ...disputeWords(event)))),
    ),
    disputed.length === 0
      ? h('p', {}, 'None.')
      : h(
          'p',
          { class: 'all' },
          link(
            addressOf('events', { only: 'disputed' }),
            disputed.length === 1 ? 'The event' : `All ${disputed.length} of them`,
          ),
        ),
  )
}

function disputeWords(event: Event): readonly Child[] {
  const { day, days } = event
  if (day === null) return days.flatMap(([one], at) => (at === 0 ? [unbroken(one)] : [' or ', unbroken(one)]))
  const { text, frontMatter } = outliersOf(event)
  const others = [
    text > 0 ? `${text} in the text` : '',
    frontMatter > 0 ? `${frontMatter} in the front matter` : '',
  ].filter(Boolean)
  return [unbroken(day), `; otherwise ${others.join(', ')}`]
}

/** A day that is not broken across lines. */
function unbroken(day: string): HTMLElement {
  return h('span', { class: 'day' }, day)
}

function copies({ pagePairs: pairs }: Model): HTMLElement {
  return h(
    'section',
    {},
    h('h2', {}, 'Copies'),
    h('ol', { class: 'lines' }, pairs.slice(0, MOST).map(copyLine)),
    pairs.length === 0
      ? h('p', {}, 'No two sites share passages.')
      : h(
          'p',
          { class: 'all' },
          link(addressOf('copies'), pairs.length === 1 ? 'The pair' : `All ${pairs.length} pairs`),
        ),
  )
}

function scores(model: Model): HTMLElement {
  const lowest = scoredSites(model)
    .toSorted((a, b) => a.score - b.score)
    .slice(0, 5)
  return h(
    'section',
    {},
    h('h2', {}, 'Scores'),
    spread(
      model.reports.map(({ score }) => score),
      'report',
    ),
    lowest.length === 0
      ? null
      : h(
          'p',
          {},
          'Lowest: ',
          lowest.map((site, index) => [
            index > 0 ? ', ' : '',
            link(addressOf(`site/${site.number}`), spelled(site.name)),
            ` ${site.score}`,
          ]),
        ),
    h('p', { class: 'all' }, link(addressOf('scores'), 'The score sheet')),
  )
}

function failures({ data: { failures: lines } }: Model): HTMLElement | null {
  if (lines.length === 0) return null
  return h(
    'section',
    {},
    h('h2', {}, 'Could not be read'),
    h(
      'ul',
      { class: 'lines' },
      lines.map((line) => h('li', {}, spelled(line))),
    ),
  )
}
