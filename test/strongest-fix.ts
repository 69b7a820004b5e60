import type { Finding } from '../src/lint/finding.js'
import type { ReportRule } from '../src/rules/rule.js'

/** The safety that a rule with these findings must declare. */
export function strongestFix(findings: readonly Finding[]): ReportRule['fixes'] {
  const safeties = findings.flatMap(({ fix }) => fix?.safety ?? [])
  return safeties.find((safety) => safety === 'unsafe') ?? safeties[0] ?? 'never'
}
