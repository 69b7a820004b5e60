import { eventRuleIds } from '../../../../rules/event-rule-ids.js'
import { compare } from '../../../../text/compare.js'
import { groupBy } from '../../../../text/group-by.js'
import { timeAxis, timeScaleOf, timeTrack } from '../charts.js'
import { counted, h } from '../dom.js'
import { findingTable } from '../finding.js'
import { spelled } from '../invisible.js'
import type { Event, Person, Report } from '../model.js'
import { eventName, link, reportAddress } from '../parts.js'
import { addressOf } from '../route.js'
import { copyLine } from './copies.js'
import type { Shown, View } from './view.js'

/** The rules for reports that contradict each other, or themselves about the day. Copies have a section of their own. */
const CONFLICTS = [...eventRuleIds.filter((id) => id !== 'copied-text'), 'date-mismatch', 'weekday-mismatch']

/** Everything about one event: its day, the speakers, where reports disagree, and who copied. */
export function event({ model, route }: Shown): View {
  const shown = model.events[route.numbers[0] ?? -1]
  if (!shown) return { title: 'No such event', content: [] }
  const pairs = model.pagePairs.filter(({ first, second }) => first.event === shown || second.event === shown)
  const conflicts = shown.reports.flatMap(({ findings }) => findings.filter(({ rule }) => CONFLICTS.includes(rule)))
  return {
    title: eventName(shown),
    content: [
      h(
        'p',
        { class: 'belongs' },
        dayWords(shown),
        ' · ',
        link(addressOf('reports', { event: shown.number, group: 'none' }), counted(shown.reports.length, 'report')),
      ),
      dates(shown),
      speakers(shown),
      section('Conflicts', conflicts.length === 0 ? null : findingTable(conflicts)),
      section('Copies', pairs.length === 0 ? null : h('ul', { class: 'lines' }, pairs.map(copyLine))),
    ],
  }
}

function section(title: string, content: Node | null): HTMLElement {
  return h('section', {}, h('h2', {}, title), content ?? h('p', {}, 'None.'))
}

function dayWords({ day, end, settledBy, days }: Event): string {
  const all = days.reduce((sum, [, sites]) => sum + sites, 0)
  const agree = days.find(([one]) => one === day)?.[1] ?? 0
  if (day === null) return days.length === 0 ? 'No report gives a day' : 'No day that most sites give'
  const span = end ? `${day} to ${end}` : day
  if (settledBy === 'registry') return `${span}, as the registry of events says`
  return `${span}, as ${agree} of ${counted(all, 'site')} ${agree === 1 ? 'says' : 'say'}`
}

/** The days, the most frequent first, each with the reports that give it. */
function dates(shown: Event): HTMLElement {
  const scale = timeScaleOf([shown])
  const byDay = groupBy(shown.reports, ({ day }) => day ?? '')
  const rows = [...byDay].sort(
    ([a, one], [b, other]) => Number(a === '') - Number(b === '') || other.length - one.length || compare(a, b),
  )
  const others = rows.filter(
    ([day]) => day !== '' && shown.reports.some((report) => report.day === day && shown.outliers.includes(report)),
  )
  return h(
    'section',
    {},
    h('h2', {}, 'Date'),
    others.length > 0 && scale ? h('div', { class: 'wide alone' }, timeAxis(scale), timeTrack(shown, scale)) : null,
    h(
      'table',
      { class: 'plain top' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, 'Day'),
          h('th', { scope: 'col', class: 'count' }, 'Reports'),
          h('th', { scope: 'col' }, 'Which'),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(([day, own]) => {
          const isOdd = others.some(([other]) => other === day)
          return h(
            'tr',
            {},
            h('th', { scope: 'row', class: isOdd ? 'day odd' : 'day' }, day === '' ? 'no day' : day),
            h('td', { class: 'count' }, own.length),
            h(
              'td',
              {},
              own.length > 12 && !isOdd
                ? folded(`${counted(new Set(own.map(({ site }) => site)).size, 'site')}`, own)
                : reportList(own),
            ),
          )
        }),
      ),
    ),
  )
}

function folded(words: string, own: readonly Report[]): HTMLElement {
  const details = h('details', {}, h('summary', {}, words))
  details.addEventListener('toggle', () => details.append(reportList(own)), { once: true })
  return details
}

/** The sites, each with its reports in each language. */
function reportList(own: readonly Report[]): HTMLElement {
  const pages = groupBy(own, ({ page }) => page)
  return h(
    'ul',
    { class: 'run' },
    [...pages].map(([{ site }, reports]) => {
      const isInFrontMatter = reports.every(({ body, day }) => body === null && day !== null)
      return h(
        'li',
        {},
        reports.map((report, at) => [
          at > 0 ? ' ' : '',
          link(reportAddress(report), at > 0 ? '' : `${spelled(site.name)} `, report.language),
        ]),
        isInFrontMatter ? h('span', { class: 'aside' }, ' front matter') : null,
      )
    }),
  )
}

/** The speakers in all spellings, and how many sites name them. */
function speakers({ people, sites }: Event): HTMLElement {
  const named = people.map((person) => ({ person, sites: sitesOf(person) })).sort((a, b) => b.sites - a.sites)
  return section(
    'Speakers',
    named.length === 0
      ? null
      : h(
          'table',
          { class: 'plain top' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              h('th', { scope: 'col' }, 'As most write it'),
              h('th', { scope: 'col', class: 'count' }, 'Sites'),
              h('th', { scope: 'col' }, 'Also written'),
            ),
          ),
          h(
            'tbody',
            {},
            named.map(
              ({
                person: {
                  spellings: [first, ...others],
                },
                sites: count,
              }) =>
                h(
                  'tr',
                  {},
                  h('th', { scope: 'row' }, spelled(first?.name ?? '')),
                  h('td', { class: 'count' }, `${count} of ${sites.length}`),
                  h(
                    'td',
                    {},
                    others.length === 0
                      ? ''
                      : h(
                          'ul',
                          { class: 'run' },
                          others.map(({ name, reports }) => h('li', {}, spellingDetails(name, reports))),
                        ),
                  ),
                ),
            ),
          ),
        ),
  )
}

function spellingDetails(name: string, own: readonly Report[]): HTMLElement {
  return h(
    'details',
    {},
    h('summary', {}, spelled(name), ' ', h('span', { class: 'aside' }, own.length)),
    reportList(own),
  )
}

function sitesOf({ spellings }: Person): number {
  return new Set(spellings.flatMap(({ reports }) => reports.map(({ site }) => site))).size
}
