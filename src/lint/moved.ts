import { type Moves, spotKey } from '../events/moves.js'
import { passageRuleIds } from '../rules/event-rule-ids.js'
import { type FindingRelated, placeOf, type ReportedFinding } from './finding.js'
import { byPlace } from './lint.js'

/**
 * Moves findings of the rules across reports to their new places, after edits that only moved what the reports say about events. The
 * findings are otherwise the same, because these rules only copy places into findings, and never depend on them.
 * @param found without the edits of fixes, in the order of their place
 * @param moves of the edited reports, by path
 * @returns null if the moves do not determine the new findings
 */
export function moved(found: readonly ReportedFinding[], moves: ReadonlyMap<string, Moves>): ReportedFinding[] | null {
  const now = found.flatMap((finding) => movedOne(finding, moves) ?? [])
  // Findings at one place stay in the order of the rule, so the order of places must not change.
  const isInOrder = now.every((finding, at) => {
    const [before, other] = [found[at - 1], now[at - 1]]
    return (
      !before ||
      !other ||
      Math.sign(byPlace(before, found[at] as ReportedFinding)) === Math.sign(byPlace(other, finding))
    )
  })
  return now.length === found.length && isInOrder ? now : null
}

function movedOne(finding: ReportedFinding, moves: ReadonlyMap<string, Moves>): ReportedFinding | null {
  const { path, rule, line, column, endLine, endColumn, range, related, fix } = finding
  const own = moves.get(path)
  if (!own && !related?.some((other) => moves.has(other.path))) return finding
  if (fix?.edits || passageRuleIds.includes(rule)) return null
  const spot = own?.spots.get(spotKey([line, column, endLine, endColumn, ...range]))
  if (own && !spot) return null
  const others = related?.flatMap((other) => movedRelated(other, moves) ?? [])
  if (others?.length !== related?.length) return null
  return { ...finding, ...(spot && placeOf(path, spot)), ...(others && { related: others }) }
}

function movedRelated(related: FindingRelated, moves: ReadonlyMap<string, Moves>): FindingRelated | null {
  const of = moves.get(related.path)
  if (!of) return related
  const line = of.lines.get(related.line) ?? null
  return line === null ? null : { ...related, line }
}
