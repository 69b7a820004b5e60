import type { Finding } from '../lint/finding.js'

export interface Summary {
  readonly files: number
  /** Files in folders that are no event reports. */
  readonly passedOver: number
  readonly errors: number
  readonly warnings: number
  /** Findings that offer a fix, safe or unsafe. */
  readonly fixable: number
}

export function summarize(findings: readonly Finding[], files: number, passedOver: number): Summary {
  return {
    files,
    passedOver,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    fixable: findings.filter(({ fix }) => fix !== undefined).length,
  }
}

/** "1 file", "3 files". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
