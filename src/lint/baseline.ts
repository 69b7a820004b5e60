import * as v from 'valibot'
import { compare } from '../text/compare.js'
import type { ReportedFinding } from './finding.js'
import type { KnownFinding } from './fingerprint.js'

/** The version of the format. In version 1, fingerprints went by the words of headings: they match nothing any more. */
export const VERSION = 2

/** Known findings, which are not reported again. Paths are relative to the folder of the baseline file. */
export interface Baseline {
  readonly schemaVersion: 1 | typeof VERSION
  readonly findings: readonly KnownFinding[]
}

/** The result of comparing findings with a baseline. */
export interface Compared<Finding extends ReportedFinding> {
  /** The findings that the baseline does not have, in their order. */
  readonly fresh: readonly Finding[]
  /** How many findings the baseline has. */
  readonly known: number
  /** The entries of the baseline that are no longer found. */
  readonly stale: readonly KnownFinding[]
}

const baselineFile = v.strictObject({
  schemaVersion: v.picklist([1, VERSION]),
  findings: v.array(v.strictObject({ fingerprint: v.string(), path: v.string(), rule: v.string(), text: v.string() })),
})

/** @returns null for a text that is no baseline. One of version 1 is read, although its fingerprints match nothing. */
export function parseBaseline(text: string): Baseline | null {
  try {
    const result = v.safeParse(baselineFile, JSON.parse(text))
    return result.success ? result.output : null
  } catch {
    return null
  }
}

/** Prints a baseline with one line for each finding, sorted, so that git can compare and merge two versions of the file. */
export function printBaseline(known: readonly KnownFinding[]): string {
  const lines = known
    .toSorted((a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint))
    .map(({ fingerprint, path, rule, text }) => `    ${JSON.stringify({ fingerprint, path, rule, text })}`)
  return `{\n  "schemaVersion": ${VERSION},\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`
}

/** Which findings are new, and which known ones are gone. */
export function compareWith<Finding extends ReportedFinding>(
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
