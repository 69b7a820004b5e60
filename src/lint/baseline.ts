import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Told } from './finding.js'

/** A finding that is known: nobody is told of it again. */
export interface KnownFinding {
  /** What it is about; what stands elsewhere in the file, and on which line it is, do not matter. */
  readonly fingerprint: string
  /** From the folder of the baseline, with forward slashes. */
  readonly path: string
  readonly rule: string
  /** The line that it is on, for whoever reads the file. */
  readonly text: string
}

export interface Baseline {
  readonly schemaVersion: 1
  readonly findings: readonly KnownFinding[]
}

/** Findings held against a baseline. */
export interface Compared<Finding extends Told> {
  /** Those that are not known, in their order. */
  readonly fresh: readonly Finding[]
  readonly known: number
  /** Of the known ones, those that are found no more. */
  readonly stale: readonly KnownFinding[]
}

const baselineFile = v.strictObject({
  schemaVersion: v.literal(1),
  findings: v.array(v.strictObject({ fingerprint: v.string(), path: v.string(), rule: v.string(), text: v.string() })),
})

/** @returns null for a text that is no baseline */
export function parseBaseline(text: string): Baseline | null {
  try {
    const result = v.safeParse(baselineFile, JSON.parse(text))
    return result.success ? result.output : null
  } catch {
    return null
  }
}

/** A line for each finding, sorted, so that two versions of the file can be compared and merged. */
export function printBaseline(known: readonly KnownFinding[]): string {
  const lines = known
    .toSorted((a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint))
    .map(({ fingerprint, path, rule, text }) => `    ${JSON.stringify({ fingerprint, path, rule, text })}`)
  return `{\n  "schemaVersion": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`
}

/**
 * What findings are known by: the rule, the path, the line they point at with the heading above it, the rule's data, and a
 * number where all of these are the same twice.
 * @param findings in the order of their place
 * @param textOf the text that the findings' ranges are offsets into; null where it is not at hand
 * @param pathOf the path as it is called from the folder of the baseline
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
  return new Map(
    findings.map((finding) => {
      const { rule, line, data = {} } = finding
      const path = pathOf(finding.path)
      const lines = linesIn(finding.path)
      const text = plain(lines[line - 1] ?? '')
      const heading = isHeading(text) ? '' : plain(lines.slice(0, line - 1).findLast(isHeading) ?? '')
      const content = JSON.stringify([rule, path, heading, text, data])
      const earlier = seen.get(content) ?? 0
      seen.set(content, earlier + 1)
      const fingerprint = createHash('sha256').update(`${content}${earlier}`).digest('hex').slice(0, 24)
      return [finding, { fingerprint, path, rule, text: text.slice(0, 80) }]
    }),
  )
}

/** Which findings are new, and which known ones are gone. */
export function compareWith<Finding extends Told>(
  baseline: Baseline,
  found: ReadonlyMap<Finding, KnownFinding>,
): Compared<Finding> {
  const known = new Set(baseline.findings.map(({ fingerprint }) => fingerprint))
  const now = new Set([...found.values()].map(({ fingerprint }) => fingerprint))
  const fresh = [...found].flatMap(([finding, { fingerprint }]) => (known.has(fingerprint) ? [] : [finding]))
  return {
    fresh,
    known: found.size - fresh.length,
    stale: baseline.findings.filter(({ fingerprint }) => !now.has(fingerprint)),
  }
}

function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}(?:\s|$)/.test(line)
}

function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
