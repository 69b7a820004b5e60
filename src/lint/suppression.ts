import { commentRanges } from '../markdown/comments.js'
import type { Report } from '../report/report.js'
import { nearest } from '../text/nearest.js'
import { type Spot, spotOf } from '../text/spot.js'
import type { ReportedFinding } from './finding.js'

/** What a comment suppresses, and where: `<!-- reportlint-disable-next-line RULE -- reason -->`. */
interface Suppression {
  /** The comment's place. */
  readonly at: Spot
  /** `typo`, `missing-section:speakers`, or `EVERYTHING`. */
  readonly target: string
  /** 1-based lines, both ends included. */
  readonly from: number
  readonly to: number
  /** Whether it has suppressed a finding so far. */
  readonly used: boolean
}

/** A comment that does not do what its author hoped. */
export interface Complaint {
  readonly at: Spot
  readonly message: string
}

/** The suppression comments of a report: plain data that outlives the text, for findings that other reports lead to later. */
export interface Comments {
  readonly suppressions: readonly Suppression[]
  readonly complaints: readonly Complaint[]
}

const EVERYTHING = '*'
const PREFIX = 'reportlint-'
const ACTIONS = ['disable-next-line', 'disable', 'enable', 'disable-file']

export interface KnownRules {
  /** The ids of all rules. */
  readonly known: ReadonlySet<string>
  /** Whether a rule is off, or could not see all the reports it needs. */
  isOff(id: string): boolean
}

/** Removes the findings that comments suppress, and marks these comments as used. */
export function suppress<One extends ReportedFinding>(
  findings: readonly One[],
  { suppressions, complaints }: Comments,
): { readonly findings: readonly One[]; readonly comments: Comments } {
  const used = new Set<Suppression>()
  const left = findings.filter((finding) => {
    const matching = suppressions.filter((suppression) => covers(suppression, finding))
    for (const suppression of matching) used.add(suppression)
    return matching.length === 0
  })
  const marked = suppressions.map((one) => (used.has(one) ? { ...one, used: true } : one))
  return { findings: left, comments: { suppressions: marked, complaints } }
}

/** The comments that have no effect, and why, in the order of the text. Call it once `suppress` has seen all findings. */
export function complaintsOn({ suppressions, complaints }: Comments, { known, isOff }: KnownRules): Complaint[] {
  // A comment for a rule that is off may be needed when the rule is on, and one for all rules when some are off.
  const isIdle = (target: string): boolean =>
    target === EVERYTHING ? [...known].some(isOff) : isOff(target.split(':')[0] ?? target)
  const unused = suppressions
    .filter(({ used, target }) => !used && !isIdle(target))
    .map(({ at, target }) => ({ at, message: unusedMessage(target, known) }))
  return [...complaints, ...unused].sort((a, b) => a.at[4] - b.at[4])
}

function covers({ target, from, to }: Suppression, { line, rule, data }: ReportedFinding): boolean {
  if (line < from || line > to) return false
  const [id, part] = target.split(':')
  return target === EVERYTHING || (id === rule && (part === undefined || data?.section === part))
}

function unusedMessage(target: string, known: ReadonlySet<string>): string {
  if (target === EVERYTHING) return 'Unexpected comment that suppresses nothing, expected a finding here. Remove it.'
  const [id = target, part] = target.split(':')
  if (known.has(id)) {
    const advice = part === undefined ? 'Remove it' : 'Correct the name of the section, or remove the comment'
    return `Unexpected comment for “${target}”, which finds nothing here. ${advice}.`
  }
  const near = nearest(id, [...known])
  return `Unexpected rule “${id}” in a comment, expected a rule's name${near ? `, such as “${near}”` : ''}.`
}

/** Reads the suppression comments of a report. A `disable` without an `enable` after it holds to the end of the file. */
export function commentsIn({ tree, text, lines }: Report): Comments {
  // Hardly any report has such a comment; without one there is no need to walk the tree.
  if (!text.includes(PREFIX)) return { suppressions: [], complaints: [] }
  const suppressions: Suppression[] = []
  const complaints: Complaint[] = []
  const open = new Map<string, { readonly at: Spot; readonly from: number }>()
  const close = (target: string, to: number): void => {
    const begun = open.get(target)
    if (begun) suppressions.push({ ...begun, target, to, used: false })
    open.delete(target)
  }

  for (const range of commentRanges(tree, text)) {
    const directive = directiveIn(text.slice(...range))
    if (!directive) continue
    const { action, targets } = directive
    const at = spotOf(range, lines)
    const first = at[0]
    const next = at[2] + 1
    switch (action) {
      case 'disable-next-line':
        suppressions.push(...targets.map((target) => ({ at, target, from: next, to: next, used: false })))
        break
      case 'disable-file':
        suppressions.push(...targets.map((target) => ({ at, target, from: 1, to: lines.count, used: false })))
        break
      case 'disable':
        for (const target of targets) {
          close(target, first)
          open.set(target, { at, from: first })
        }
        break
      case 'enable':
        for (const target of targets) {
          const ended = target === EVERYTHING ? [...open.keys()] : [target].filter((id) => open.has(id))
          if (ended.length === 0) complaints.push({ at, message: neverBegun(target) })
          for (const id of ended) close(id, first)
        }
        break
      default:
        complaints.push({ at, message: unknownAction(action) })
    }
  }
  for (const target of [...open.keys()]) close(target, lines.count)
  return { suppressions, complaints }
}

function neverBegun(target: string): string {
  const begin = `${PREFIX}disable${target === EVERYTHING ? '' : ` ${target}`}`
  return `Unexpected end of a suppression that never began, expected “${begin}” above it. Remove it, or add the beginning.`
}

function unknownAction(action: string): string {
  const expected = ACTIONS.map((known) => `“${PREFIX}${known}”`).join(', ')
  return `Unexpected “${PREFIX}${action}” in a comment, which suppresses nothing, expected one of ${expected}.`
}

/** What sets off the reason: two hyphens, or the dash that an editor makes of them. */
const BEFORE_REASON = /\s(?:--|[–—])(?:\s|$)/u

/** The directive in a comment, or null if it has none; the reason after ` -- ` is for people. */
function directiveIn(comment: string): { action: string; targets: readonly string[] } | null {
  if (!comment.endsWith('-->')) return null
  const body = comment.slice('<!--'.length, -'-->'.length).trim()
  if (!body.startsWith(PREFIX)) return null
  const [order = ''] = body.split(BEFORE_REASON)
  const [keyword = '', ...targets] = order.split(/[\s,]+/u).filter((word) => word !== '')
  return { action: keyword.slice(PREFIX.length), targets: targets.length > 0 ? [...new Set(targets)] : [EVERYTHING] }
}
