import type { RootContent } from 'mdast'
import { rangeOf } from '../report/headings.js'
import type { Report } from '../report/report.js'
import { nearest } from '../text/nearest.js'
import type { Range } from '../text/range.js'
import type { Finding } from './finding.js'

/** A comment that asks for silence: `<!-- reportlint-disable-next-line RULE -- reason -->`. */
interface Suppression {
  readonly range: Range
  readonly line: number
  /** `typo`, or `missing-section:speakers`; none stands for all. */
  readonly targets: readonly string[]
  /** 1-based lines, both ends included. */
  readonly from: number
  readonly to: number
}

const COMMENT = /^<!--\s*reportlint-(disable-next-line|disable-file|disable|enable)(?:\s+([\s\S]*?))?\s*-->$/u

/** The rules that there are, and which of them are off. */
export interface KnownRules {
  readonly known: ReadonlySet<string>
  isOff(id: string): boolean
}

export interface Silenced {
  readonly findings: readonly Finding[]
  /** Comments that silenced nothing, and why. */
  readonly unused: readonly { readonly range: Range; readonly message: string }[]
}

/** Takes out what the report's comments suppress, and says which of them suppress nothing. */
export function silence(findings: readonly Finding[], report: Report, { known, isOff }: KnownRules): Silenced {
  const suppressions = suppressionsIn(report)
  const used = new Set<string>()
  const left = findings.filter((finding) => {
    const matching = suppressions.flatMap((suppression, index) =>
      finding.line >= suppression.from && finding.line <= suppression.to
        ? targetsOf(suppression)
            .filter((target) => covers(target, finding))
            .map((target) => `${index} ${target}`)
        : [],
    )
    for (const key of matching) used.add(key)
    return matching.length === 0
  })
  const unused = suppressions.flatMap((suppression, index) =>
    targetsOf(suppression)
      .filter((target) => !used.has(`${index} ${target}`) && !isOff(target.split(':')[0] ?? target))
      .map((target) => ({ range: suppression.range, message: complaint(target, known) })),
  )
  return { findings: left, unused }
}

const EVERYTHING = '*'

function targetsOf({ targets }: Suppression): readonly string[] {
  return targets.length > 0 ? targets : [EVERYTHING]
}

function covers(target: string, { rule, data }: Finding): boolean {
  const [id, part] = target.split(':')
  return target === EVERYTHING || (id === rule && (part === undefined || data?.section === part))
}

function complaint(target: string, known: ReadonlySet<string>): string {
  if (target === EVERYTHING) return 'Unexpected comment that suppresses nothing, expected a finding here. Take it out.'
  const [id = target] = target.split(':')
  if (known.has(id)) return `Unexpected comment for “${target}”, which finds nothing here. Take it out.`
  const near = nearest(id, [...known])
  return `Unexpected rule “${id}” in a comment, expected a rule's name${near ? `, such as “${near}”` : ''}.`
}

/** A comment without `enable` after it holds to the end of the file. */
function suppressionsIn({ tree, text, lines }: Report): Suppression[] {
  const found: Suppression[] = []
  const open = new Map<string, { start: number; range: Range }>()
  const close = (target: string, to: number): void => {
    const opened = open.get(target)
    if (opened)
      found.push({
        range: opened.range,
        line: opened.start,
        targets: target === EVERYTHING ? [] : [target],
        from: opened.start,
        to,
      })
    open.delete(target)
  }
  for (const range of commentsIn(tree.children)) {
    const [, action, rest = ''] = COMMENT.exec(text.slice(...range)) ?? []
    if (!action) continue
    const targets = (rest.split(/(?:^|\s)--(?:\s|$)/u)[0] ?? '').split(/[\s,]+/u).filter((target) => target !== '')
    const { line } = lines.place(range[0])
    const end = lines.place(range[1]).line
    if (action === 'disable-next-line') found.push({ range, line, targets, from: end + 1, to: end + 1 })
    else if (action === 'disable-file') found.push({ range, line, targets, from: 1, to: lines.count })
    else if (action === 'disable')
      for (const target of targets.length > 0 ? targets : [EVERYTHING]) open.set(target, { start: line, range })
    else for (const target of targets.length > 0 ? targets : [...open.keys()]) close(target, line)
  }
  for (const target of [...open.keys()]) close(target, lines.count)
  return found.sort((a, b) => a.range[0] - b.range[0])
}

function* commentsIn(nodes: readonly RootContent[]): Generator<Range> {
  for (const node of nodes) {
    if (node.type === 'html') {
      const [start] = rangeOf(node)
      for (const { index, 0: comment } of node.value.matchAll(/<!--[\s\S]*?-->/gu))
        yield [start + index, start + index + comment.length]
    } else if ('children' in node) yield* commentsIn(node.children as RootContent[])
  }
}
