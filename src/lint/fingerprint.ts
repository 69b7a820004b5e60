import { createHash } from 'node:crypto'
import type { Told } from './finding.js'

/**
 * A name for each finding by what it is about, not by where it stands: lines that move, and what happens on other lines, leave
 * it as it is. It is made of the rule, the path, the text pointed at, the rule's data, and a number where all of these are
 * the same twice.
 * @param findings in the order of their place
 * @param textOf the text that the findings' ranges are offsets into; null where it is not at hand
 * @param pathOf the path as it is called from everywhere
 * @returns no two of them the same
 */
export function fingerprints(
  findings: readonly Told[],
  textOf: (path: string) => string | null,
  pathOf: (path: string) => string,
): ReadonlyMap<Told, string> {
  const seen = new Map<string, number>()
  const nameOf = ({ rule, path, range, data = {} }: Told): string => {
    const content = JSON.stringify([rule, pathOf(path), firstLine(textOf(path)?.slice(...range) ?? ''), data])
    const earlier = seen.get(content) ?? 0
    seen.set(content, earlier + 1)
    return createHash('sha256').update(`${content}${earlier}`).digest('hex').slice(0, 40)
  }
  return new Map(findings.map((finding) => [finding, nameOf(finding)]))
}

/** A finding on a whole section is known by its heading: what is written below it may change. */
function firstLine(text: string): string {
  return (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replace(/[ \t]+/g, ' ').trim()
}
