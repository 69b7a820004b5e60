import { counted, h } from '../dom.js'
import { filterIn, findFindings } from '../filter.js'
import { findingTable } from '../finding.js'
import { spelled } from '../invisible.js'
import { filterForm } from './filters.js'
import type { Shown, View } from './view.js'

/** All findings, sorted by place. */
export function findings(shown: Shown): View {
  const { model, route } = shown
  const status = h('p', { role: 'status', class: 'status' })
  const explained = h('p', { class: 'explained' })
  const holder = h('div')
  const draw = (): void => {
    const filter = filterIn(route.query)
    const found = findFindings(model, filter)
    status.textContent = `${counted(found.length, 'finding')} of ${model.findings.length.toLocaleString('en')}`
    explained.textContent = spelled(model.data.rules.find(({ id }) => id === filter.rule)?.reports ?? '')
    holder.replaceChildren(findingTable(found))
  }
  const form = filterForm(shown, [], draw)
  draw()
  return { title: 'Findings', content: [form, status, explained, holder] }
}
