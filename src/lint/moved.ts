import { keyOf, type Moves } from '../events/moves.js'
import { passageRuleIds } from '../rules/event-rule-ids.js'
import { type FindingRelated, placeOf, type Told } from './finding.js'
import { byPlace } from './lint.js'

/**
 * What was found in a report by holding it against others, put to its new places after edits that only moved what the reports say
 * of events. Rules across reports find the same then: they pass places on, and none of them looks at one.
 * @param found without edits of fixes, in the order of their place
 * @param moves of the reports that were edited, by their paths
 * @returns null where that leaves it open what would be found now
 */
export function moved(found: readonly Told[], moves: ReadonlyMap<string, Moves>): Told[] | null {
  const now = found.flatMap((finding) => movedOne(finding, moves) ?? [])
  // What is found at one place is in the order in which a rule finds it.
  const isInOrder = now.every((finding, at) => {
    const [before, other] = [found[at - 1], now[at - 1]]
    return !before || !other || Math.sign(byPlace(before, found[at] as Told)) === Math.sign(byPlace(other, finding))
  })
  return now.length === found.length && isInOrder ? now : null
}

function movedOne(finding: Told, moves: ReadonlyMap<string, Moves>): Told | null {
  const { path, rule, line, column, endLine, endColumn, range, related, fix } = finding
  const own = moves.get(path)
  if (!own && !related?.some((other) => moves.has(other.path))) return finding
  if (fix?.edits || passageRuleIds.includes(rule)) return null
  const spot = own?.spots.get(keyOf([line, column, endLine, endColumn, ...range]))
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
