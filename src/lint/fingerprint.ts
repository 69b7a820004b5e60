import { createHash } from 'node:crypto'
import type { Told } from './finding.js'

/** What a finding is known by from one run to the next. */
export interface KnownFinding {
  /** 40 hexadecimal digits; no two findings of a run have the same. */
  readonly fingerprint: string
  /** As it is called from everywhere, with forward slashes. */
  readonly path: string
  readonly rule: string
  /** The beginning of the line that it is on, for people. */
  readonly text: string
}

/**
 * Knows each finding by what it is about, not by where it stands: by its rule, its path, the line that it begins on with the
 * heading above it, the rule's data, and a number where all of these are the same twice. Lines that come, go and move
 * elsewhere leave it as it is; a new finding does not pass for one that was put right.
 * @param findings in the order of their place
 * @param textOf the text that the findings' lines are counted in; null where it is not at hand
 * @param pathOf the path as it is called from everywhere
 */
export function knownBy<Finding extends Told>(
  findings: readonly Finding[],
  textOf: (path: string) => string | null,
  pathOf: (path: string) => string,
): ReadonlyMap<Finding, KnownFinding> {
  const seen = new Map<string, number>()
  const linesOf = new Map<string, readonly string[]>()
  const linesIn = (path: string): readonly string[] => {
    const lines = linesOf.get(path) ?? (textOf(path) ?? '').split(/\r\n|\n|\r/)
    linesOf.set(path, lines)
    return lines
  }
  const know = ({ rule, path: name, line, data = {} }: Told): KnownFinding => {
    const path = pathOf(name)
    const lines = linesIn(name)
    const text = plain(lines[line - 1] ?? '')
    const above = isHeading(text) ? [] : lines.slice(endOfHead(lines), line - 1)
    const heading = plain(above.findLast(isHeading) ?? '')
    const content = JSON.stringify([rule, path, heading, text, data])
    const earlier = seen.get(content) ?? 0
    seen.set(content, earlier + 1)
    const fingerprint = createHash('sha256').update(`${content}${earlier}`).digest('hex').slice(0, 40)
    return { fingerprint, path, rule, text: text.slice(0, 80) }
  }
  return new Map(findings.map((finding) => [finding, know(finding)]))
}

/** How many lines the front matter has: its comments look like headings. */
function endOfHead(lines: readonly string[]): number {
  const fence = plain(lines[0] ?? '')
  return fence === '---' || fence === '+++' ? lines.indexOf(fence, 1) + 1 : 0
}

function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}(?:\s|$)/.test(line)
}

/** Blanks, and a byte order mark, are no part of what a line says. */
function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}
