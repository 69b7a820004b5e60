import { docs } from '../rules/docs.js'
import { eventRules } from '../rules/event-rules.js'
import { rules } from '../rules/index.js'
import type { Safety, Severity } from '../rules/rule.js'
import { unusedSuppression } from './unused-suppression.js'
import unusedSuppressionDoc from './unused-suppression.md'

/** A rule, or what is listed like one, with its documentation in Markdown. */
export interface DocumentedRule {
  readonly id: string
  readonly severity: Severity
  readonly fixes: Safety | 'never'
  readonly doc: string
}

export const everyRule: readonly DocumentedRule[] = [
  ...[...rules, ...eventRules].map(({ id, severity, fixes }) => ({ id, severity, fixes, doc: docs[id] ?? '' })),
  { ...unusedSuppression, doc: unusedSuppressionDoc },
]

/** The first sentence of a doc: what the rule reports. */
export function leadOf(doc: string): string {
  return doc.split('\n\n')[1]?.replaceAll('\n', ' ').trim() ?? ''
}
