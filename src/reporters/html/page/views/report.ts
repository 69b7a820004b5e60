import { counted, h } from '../dom.js'
import { findingArticle } from '../finding.js'
import { spelled } from '../invisible.js'
import type { Model, Report } from '../model.js'
import { eventLink, LANGUAGES, link, points, reportAddress, STATES, severities, siteLink, stateMark } from '../parts.js'
import { copyLine } from './copies.js'
import type { Shown, View } from './view.js'

/** A page with its translations side by side: the facts of each, and the findings. */
export function report({ model, route, list }: Shown): View {
  const main = model.files[route.numbers[0] ?? -1]
  if (!main) return { title: 'No such report', content: [] }
  const { page } = main
  const wanted = route.query.has('finding') ? main.findings[Number(route.query.get('finding'))] : undefined
  const versions = page.reports.map((version) =>
    h(
      'section',
      { class: 'version', 'aria-label': LANGUAGES[version.language] },
      facts(version, model),
      version.findings.length === 0
        ? h('p', {}, 'No findings.')
        : version.findings.map((finding) => findingArticle(finding, finding === wanted)),
    ),
  )
  const pairs = model.pagePairs.filter(({ first, second }) => first === page || second === page)
  const column = versions[page.reports.indexOf(main)]
  return {
    title: spelled(page.title),
    content: [
      neighbours(main, model, list),
      h(
        'p',
        { class: 'belongs' },
        siteLink(page.site),
        ' / ',
        spelled(page.name),
        page.event ? [' · ', eventLink(page.event)] : ' · event not known',
      ),
      pairs.length > 0
        ? h(
            'section',
            { class: 'copied' },
            h('h2', {}, 'Shared with other sites'),
            h('ul', { class: 'lines' }, pairs.map(copyLine)),
          )
        : h('span', { hidden: true }),
      h('div', { class: 'versions' }, versions),
    ],
    focus: wanted ? (column?.querySelector<HTMLElement>('.finding.main') ?? null) : null,
  }
}

/** A note on the origin of the day in the front matter. */
const ORIGIN = {
  template: " (the template's)",
  copied: ' (copied with the front matter of other pages)',
  own: '',
} as const

/** Links to the list that the user came from, and to the pages before and after this one in it. */
function neighbours(
  { page }: Report,
  { pages }: Model,
  list: { address: string; pages: readonly number[] },
): HTMLElement {
  const at = list.pages.indexOf(page.number)
  const to = (step: number, words: string, key: string): HTMLElement | null => {
    const other = at < 0 ? undefined : pages[list.pages[at + step] ?? -1]
    const first = other?.reports[0]
    return first
      ? h(
          'a',
          { href: reportAddress(first), rel: step < 0 ? 'prev' : 'next', title: `${spelled(other.title)} (${key})` },
          words,
        )
      : null
  }
  return h(
    'nav',
    { class: 'steps', 'aria-label': 'The list' },
    link(list.address, at < 0 ? '↑ Reports' : `↑ ${at + 1} of ${list.pages.length} in the list`),
    to(-1, '← Previous', 'k'),
    to(1, 'Next →', 'j'),
  )
}

function facts(version: Report, { data }: Model): HTMLElement {
  const { language, path, frontMatter, body, speakers, states, score, findings, event } = version
  const usual = event?.day ?? null
  const day = (value: string | null, about: string): Node | string => {
    if (value === null) return 'none'
    const isOther =
      usual !== null && value !== usual && event?.outliers.includes(version) && (body === null || value === body)
    const note = about + (isOther ? ` (the event: ${usual})` : '')
    return h('span', { class: note === '' ? '' : 'odd' }, value, note)
  }
  const row = (term: string, ...value: (Node | string)[]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))
  return h(
    'div',
    { class: 'facts' },
    h('h2', {}, LANGUAGES[language]),
    h('p', { class: 'path' }, spelled(path)),
    h(
      'dl',
      {},
      row('Score', `${points(score)} · ${findings.length === 0 ? 'no findings' : severities(findings)}`),
      row('Date in the text', day(body, '')),
      row('in the front matter', day(frontMatter?.[0] ?? null, frontMatter ? ORIGIN[frontMatter[1]] : '')),
      row(
        counted(speakers.length, 'speaker'),
        speakers.length === 0 ? 'nobody is named' : speakers.map(spelled).join(', '),
      ),
    ),
    h(
      'ul',
      { class: 'sections' },
      data.sections.map(({ title }, index) => {
        const state = states[index] ?? '-'
        return state === '-' || state === '?'
          ? null
          : h(
              'li',
              {},
              stateMark(state),
              ` ${title[language]}`,
              state === 'p' ? null : h('em', {}, ` ${STATES[state]}`),
            )
      }),
    ),
  )
}
