import type { Told } from '../lint/finding.js'

/** The findings that have something in common, in the order in which they come. */
export function grouped(
  findings: readonly Told[],
  keyOf: (finding: Told) => string,
): ReadonlyMap<string, readonly Told[]> {
  const groups = new Map<string, Told[]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const others = groups.get(key)
    if (others) others.push(finding)
    else groups.set(key, [finding])
  }
  return groups
}
