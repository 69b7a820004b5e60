import { type Child, h, unseen } from './dom.js'
import { diff, excerpt, showsPlace } from './excerpt.js'
import { spelled } from './invisible.js'
import { laterRows } from './later-rows.js'
import type { Finding } from './model.js'
import { link, points, reportAddress, severityMark } from './parts.js'
import { addressOf } from './route.js'

/** All details of a finding. @param isMain whether it is the one that the user opened */
export function findingArticle(finding: Finding, isMain: boolean): HTMLElement {
  const { report, severity, rule, line, column, message, points: lost, related, fix } = finding
  const index = report.findings.indexOf(finding)
  return h(
    'article',
    { class: `finding ${severity}${isMain ? ' main' : ''}`, id: `finding-${report.number}-${index}`, tabindex: '-1' },
    h(
      'p',
      { class: 'about' },
      severityMark(severity),
      h('span', { class: 'place' }, `${line}:${column}`),
      link(addressOf('findings', { rule }), spelled(rule)),
      h(
        'span',
        { class: 'lost', title: 'points lost' },
        lost > 0 ? `−${points(lost)}` : '',
        unseen(lost > 0 ? ' points' : ''),
      ),
    ),
    h('p', { class: 'message' }, spelled(message)),
    (fix && showsPlace(finding, fix)) || isAtSamePlace(finding, report.findings[index - 1]) ? null : excerpt(finding),
    related.length === 0
      ? null
      : h(
          'ul',
          { class: 'related' },
          related.map(({ report: other, path, line: at, message: words }) =>
            h(
              'li',
              {},
              other === report
                ? `line ${at}`
                : other
                  ? link(reportAddress(other), `${spelled(path)}:${at}`)
                  : `${spelled(path)}:${at}`,
              `: ${spelled(words)}`,
            ),
          ),
        ),
    fix
      ? h(
          'div',
          { class: 'fix' },
          h(
            'p',
            {},
            h('b', { class: fix.safe ? 'safe' : 'unsafe' }, fix.safe ? 'Fix' : 'Unsafe fix'),
            `: ${spelled(fix.title)}`,
          ),
          fix.hunks.length > 0 ? diff(report, fix) : null,
        )
      : null,
  )
}

/** Whether the excerpt of the finding before already shows the place. */
function isAtSamePlace(a: Finding, b: Finding | undefined): boolean {
  return (
    b !== undefined &&
    a.line === b.line &&
    a.column === b.column &&
    a.endLine === b.endLine &&
    !(b.fix && showsPlace(b, b.fix))
  )
}

/**
 * A table of findings, one per row. Its parts are laid out as separate blocks, because a real table layout of ten thousand rows is
 * recomputed for every row that is drawn. Blocks lose the semantics of a table, hence the explicit roles.
 */
export function findingTable(findings: readonly Finding[]): HTMLElement {
  const head = (text: Child): HTMLElement => h('th', { scope: 'col', role: 'columnheader' }, text)
  const table = h(
    'table',
    { class: 'findings', role: 'table', 'aria-rowcount': findings.length + 1 },
    h(
      'thead',
      { role: 'rowgroup' },
      h('tr', { role: 'row' }, head(unseen('Severity')), head('Rule'), head('Finding'), head('Report')),
    ),
  )
  laterRows(table, [findings], findingRow)
  return h('div', { class: 'wide' }, table)
}

function findingRow(finding: Finding, index: number): HTMLTableRowElement {
  const { severity, rule, message, report, line } = finding
  const cell = (kind: string, content: Child): HTMLElement => h('td', { class: kind, role: 'cell' }, content)
  return h(
    'tr',
    { class: 'finding-row', role: 'row', 'aria-rowindex': index + 2 },
    cell('severity', severityMark(severity)),
    cell('rule', spelled(rule)),
    cell('text', link(reportAddress(report, finding), spelled(message))),
    cell('where', `${spelled(report.site.name)} / ${spelled(report.page.name)} · ${report.language}:${line}`),
  )
}
