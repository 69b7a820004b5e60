import type { PageData } from '../page-data.js'
import { modelOf } from './build-model.js'
import { h } from './dom.js'
import { drawEverything } from './later-rows.js'
import type { Model } from './model.js'
import { parseRoute } from './route.js'
import { copies, copy } from './views/copies.js'
import { event } from './views/event.js'
import { events } from './views/events.js'
import { findings } from './views/findings.js'
import { overview } from './views/overview.js'
import { report } from './views/report.js'
import { reports } from './views/reports.js'
import { scores, site } from './views/scores.js'
import type { ListOfPages, Shown, View } from './views/view.js'

const VIEWS = new Map<string, (shown: Shown) => View>(
  Object.entries({ overview, reports, report, events, event, copies, copy, scores, site, findings }),
)

/** The entries of the main navigation: the view that each leads to, and all views that belong to it. */
const PARTS: readonly (readonly [view: string, label: string, views: readonly string[]])[] = [
  ['overview', 'Overview', ['overview']],
  ['reports', 'Reports', ['reports', 'report']],
  ['events', 'Events', ['events', 'event']],
  ['copies', 'Copies', ['copies', 'copy']],
  ['scores', 'Scores', ['scores', 'site']],
  ['findings', 'Findings', ['findings']],
]

start(modelOf(JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData))

function start(model: Model): void {
  const main = h('main', { id: 'main' })
  const { nav, showCurrent } = navigation()
  document.body.append(skipLink(main), h('header', { class: 'masthead' }, nav), main)

  /** The scroll position of each view when it was left, by its address. */
  const scrolled = new Map<string, number>()
  let list: ListOfPages = {
    address: '#reports',
    pages: model.pages.flatMap(({ number, lists }) => (lists ? [] : number)),
  }
  let address = location.hash
  let leave = (): void => {}

  const show = (isFirst: boolean): void => {
    leave()
    address = location.hash
    const route = parseRoute(location.hash)
    const name = VIEWS.has(route.view) ? route.view : 'overview'
    const { title, content, focus, pages } = (VIEWS.get(name) ?? overview)({
      model,
      route,
      list,
      remember: (changes) => remember(route.query, changes),
    })
    const heading = h('h1', { tabindex: '-1' }, title)
    main.className = `view-${name}`
    main.replaceChildren(heading, ...content)
    document.title = name === 'overview' ? title : `${title} – Event reports`
    showCurrent(name)
    leave = () => {
      scrolled.set(address, window.scrollY)
      if (pages) list = { address: address || '#reports', pages: pages() }
    }
    if (focus) {
      focus.scrollIntoView({ block: 'center' })
      focus.focus({ preventScroll: true })
    } else {
      window.scrollTo(0, isFirst ? 0 : (scrolled.get(location.hash) ?? 0))
      if (!isFirst) heading.focus({ preventScroll: true })
    }
  }

  /** Puts the choices in a view into its address, without a new entry in the browser's history. */
  const remember = (query: URLSearchParams, changes: Readonly<Record<string, string | number | null>>): void => {
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') query.delete(name)
      else query.set(name, String(value))
    }
    const search = query.toString()
    address = `#${parseRoute(location.hash).view}${search === '' ? '' : `?${search}`}`
    history.replaceState(null, '', address)
  }

  addEventListener('hashchange', () => show(false))
  addEventListener('beforeprint', drawEverything)
  addEventListener('keydown', (event) => followKey(event, main))
  history.scrollRestoration = 'manual'
  show(true)
}

function navigation(): { readonly nav: HTMLElement; showCurrent(view: string): void } {
  const links = PARTS.map(([view, label, views]) => ({ link: h('a', { href: `#${view}` }, label), views }))
  const list = h(
    'ul',
    {},
    links.map(({ link }) => h('li', {}, link)),
  )
  return {
    nav: h('nav', { 'aria-label': 'Parts of the page' }, list),
    showCurrent(view) {
      for (const { link, views } of links)
        if (views.includes(view)) link.setAttribute('aria-current', 'page')
        else link.removeAttribute('aria-current')
    },
  }
}

/** A link past the navigation. Its target is focused here, because the address is that of a view. */
function skipLink(main: HTMLElement): HTMLElement {
  const click = (event: Event): void => {
    event.preventDefault()
    main.querySelector<HTMLElement>('h1')?.focus()
  }
  return h('a', { class: 'skip', href: '#main', click }, 'To the content')
}

/** The keys of the whole page: `j` and `k` for the next and the previous page, `/` for the search. */
function followKey(event: KeyboardEvent, main: HTMLElement): void {
  const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea') !== null
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  const rel = { j: 'next', k: 'prev' }[event.key]
  if (rel) main.querySelector<HTMLElement>(`a[rel="${rel}"]`)?.click()
  if (event.key === '/') {
    event.preventDefault()
    main.querySelector<HTMLElement>('input[type="search"]')?.focus()
  }
}
