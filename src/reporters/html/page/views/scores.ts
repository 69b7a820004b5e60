import { compare } from '../../../../text/compare.js'
import { type Counts, increase } from '../../../../text/counts.js'
import { spread, strip } from '../charts.js'
import { counted, h } from '../dom.js'
import { spelled } from '../invisible.js'
import { laterRows } from '../later-rows.js'
import { type Finding, isComplete, type Model, type Report, type Site, scoredSites } from '../model.js'
import { inOrder, type Order, orderOf, sortingHead } from '../order.js'
import { link, points, reportAddress, ruleCounts, severityMark, tally } from '../parts.js'
import { addressOf } from '../route.js'
import type { Shown, View } from './view.js'

type Key = (site: Site) => number | string

const score: Key = (site) => site.score

const KEYS = new Map<string, Key>([
  ['name', ({ name }) => name],
  ['score', score],
  ['reports', ({ reports }) => reports.length],
  ['complete', ({ reports }) => reports.filter(isComplete).length / reports.length],
])

/** The table of scores, one row per site. */
export function scores({ model, route, remember }: Shown): View {
  const sites = scoredSites(model)
  const holder = h('div', { class: 'wide' })
  const draw = (): void => {
    const order = orderOf(route.query.get('sort') ?? 'score')
    holder.replaceChildren(
      sheet(sites, order, (chosen) => {
        remember({ sort: chosen })
        draw()
        holder.querySelector<HTMLElement>('th[aria-sort] button')?.focus()
      }),
    )
  }
  draw()
  return {
    title: 'Scores',
    content: [
      h(
        'p',
        { class: 'explained' },
        'A report begins with 100 points and loses some for each finding: ',
        weights(model),
        '. The score of a site is the mean of its reports. The configuration can set other weights, under ',
        h('code', {}, 'score'),
        '.',
      ),
      h(
        'div',
        { class: 'spreads' },
        spread(
          model.reports.map(({ score }) => score),
          'report',
        ),
        spread(
          sites.map(({ score }) => score),
          'site',
        ),
      ),
      holder,
    ],
  }
}

function weights({ data }: Model): string {
  const { error = 0, warning = 0, ...rules } = data.weights
  const own = Object.entries(rules).map(([rule, value]) => `${points(value)} for ${rule}`)
  return [`${points(error)} for an error`, `${points(warning)} for a warning`, ...own].join(', ')
}

function sheet(sites: readonly Site[], order: Order, sortBy: (parameter: string) => void): HTMLElement {
  const sorted = inOrder(sites, KEYS.get(order.key) ?? score, order)
  const sortable = (key: string, label: string, kind = ''): HTMLElement =>
    sortingHead({ key, label, kind }, order, sortBy)
  const table = h(
    'table',
    { class: 'scores' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        sortable('name', 'Site'),
        sortable('score', 'Score', 'count'),
        h('th', { scope: 'col' }, 'Its reports, 0 to 100'),
        sortable('reports', 'Reports', 'count'),
        sortable('complete', 'Complete', 'count'),
        h('th', { scope: 'col', class: 'count' }, 'Errors'),
        h('th', { scope: 'col', class: 'count' }, 'Warnings'),
        h('th', { scope: 'col' }, 'Most points lost to'),
      ),
    ),
  )
  laterRows(table, [sorted], (site) => {
    const findings = site.reports.flatMap((report) => report.findings)
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, link(addressOf(`site/${site.number}`), spelled(site.name))),
      h('td', { class: 'count' }, points(site.score)),
      h('td', {}, strip(site.reports.map(({ score }) => score))),
      h('td', { class: 'count' }, site.reports.length),
      h('td', { class: 'count' }, site.reports.filter(isComplete).length),
      tally(findings),
      h(
        'td',
        { class: 'text' },
        lostBy(findings)
          .slice(0, 3)
          .map(([rule, lost]) => `${spelled(rule)} ${points(lost)}`)
          .join(', '),
      ),
    )
  })
  return table
}

/** The rules with the points that they cost, those with most points first. */
function lostBy(findings: readonly Finding[]): [rule: string, points: number][] {
  const lost: Counts<string> = new Map()
  for (const { rule, points: own } of findings) increase(lost, rule, own)
  return [...lost].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
}

/** The lost points of a site, with their causes. */
export function site({ model, route }: Shown): View {
  const shown = model.sites[route.numbers[0] ?? -1]
  if (!shown) return { title: 'No such site', content: [] }
  return {
    title: spelled(shown.name),
    content: [
      h(
        'p',
        { class: 'belongs' },
        shown.reports.length === 0
          ? 'None of its reports was checked. '
          : `Score ${points(shown.score)}: the mean of ${counted(shown.reports.length, 'report')}. `,
        link(addressOf('reports', { site: shown.number, group: 'site' }), 'Its reports in the grid'),
        ' · ',
        link(addressOf('scores'), 'All scores'),
      ),
      h('section', {}, h('h2', {}, 'Points by rule'), pointsByRule(shown)),
      ...shown.reports.map(pointsOfReport),
    ],
  }
}

function pointsByRule({ number, reports }: Site): HTMLElement {
  const findings = reports.flatMap((report) => report.findings)
  const reportsWith = new Map(ruleCounts({ findings }).map((count) => [count.rule, count.reports]))
  const items = lostBy(findings).map(([rule, lost]) =>
    h(
      'li',
      {},
      link(addressOf('findings', { rule, site: number }), spelled(rule)),
      ` −${points(lost)}`,
      h('span', { class: 'aside' }, ` in ${reportsWith.get(rule) ?? 0}`),
    ),
  )
  return h('ul', { class: 'run' }, items)
}

/** The findings of a report, each with the points that it costs. */
function pointsOfReport(report: Report): HTMLElement {
  const losses = report.findings.map((finding) =>
    h(
      'li',
      {},
      h('span', { class: 'lost' }, `−${points(finding.points)}`),
      severityMark(finding.severity),
      h('a', { href: reportAddress(report, finding) }, spelled(finding.message)),
      h('span', { class: 'aside' }, ` ${spelled(finding.rule)}, line ${finding.line}`),
    ),
  )
  return h(
    'section',
    {},
    h(
      'h2',
      {},
      link(reportAddress(report), `${spelled(report.page.title)} · ${report.language}`),
      ' ',
      h('span', { class: 'aside' }, points(report.score)),
    ),
    losses.length === 0 ? h('p', {}, 'No point lost.') : h('ul', { class: 'losses' }, losses),
  )
}
