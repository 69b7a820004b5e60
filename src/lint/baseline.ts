import * as v from 'valibot'
import { compare } from '../text/compare.js'
import type { Told } from './finding.js'
import type { KnownFinding } from './fingerprint.js'

/** Version 1 knew findings by the words of headings: its fingerprints are of no use any more. */
export const VERSION = 2

/** Findings that are known: nobody is told of them again. Paths start at the folder of the file. */
export interface Baseline {
  readonly schemaVersion: 1 | typeof VERSION
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
  schemaVersion: v.picklist([1, VERSION]),
  findings: v.array(v.strictObject({ fingerprint: v.string(), path: v.string(), rule: v.string(), text: v.string() })),
})

/** @returns null for a text that is no baseline; one of an earlier version is one, though it knows nothing that is found now */
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
  return `{\n  "schemaVersion": ${VERSION},\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`
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
