import type { ReportedFinding } from '../lint/finding.js'

/** How many findings there are of each severity. */
export interface Tally {
  readonly errors: number
  readonly warnings: number
  /** Findings that offer a fix, safe or unsafe. */
  readonly fixable: number
}

export interface Summary extends Tally {
  readonly files: number
  /** Files in the checked folders that are no event reports. */
  readonly passedOver: number
}

export function summarize(findings: readonly ReportedFinding[], files: number, passedOver: number): Summary {
  return { files, passedOver, ...tally(findings) }
}

export function tally(findings: readonly ReportedFinding[]): Tally {
  return {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    fixable: findings.filter(({ fix }) => fix !== undefined).length,
  }
}

/** "1 file", "3 files". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** "5 reports checked, 2 other pages skipped". */
export function extent({ files, passedOver }: Pick<Summary, 'files' | 'passedOver'>): string {
  return `${counted(files, 'report')} checked${passedOver > 0 ? `, ${counted(passedOver, 'other page')} skipped` : ''}`
}

/** Without a number: failures are of all kinds, and one of them may concern many reports. */
export const INCOMPLETE = 'not everything could be checked'

/**
 * "2 errors, 1 warning"; "nothing to report" if there are none.
 * @param failures what could not be processed
 */
export function outcome(
  { errors, warnings }: Pick<Tally, 'errors' | 'warnings'>,
  failures: readonly string[] = [],
): string {
  const parts = [
    errors > 0 ? counted(errors, 'error') : null,
    warnings > 0 ? counted(warnings, 'warning') : null,
    failures.length > 0 ? INCOMPLETE : null,
  ]
  return parts.filter(Boolean).join(', ') || 'nothing to report'
}
