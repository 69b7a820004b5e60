/**
 * The rules across reports by their ids, for who needs no more of them than their names, and what each goes by: the pages
 * around a report, which every run reads, or the reports of other sites, of which a run has those that it was asked for.
 */
export const eventRuleReach = {
  'copied-text': 'sites',
  'duplicate-event-number': 'site',
  'event-date-conflict': 'sites',
  'index-mismatch': 'site',
  'speaker-conflict': 'sites',
  'translation-mismatch': 'site',
} as const satisfies Readonly<Record<string, 'site' | 'sites'>>

export const eventRuleIds: readonly string[] = Object.keys(eventRuleReach)

/** Those that go by the passages of reports, and by nothing that reports say of events. */
export const passageRuleIds: readonly string[] = ['copied-text'] satisfies (keyof typeof eventRuleReach)[]

/** Those that may say of a day which a report gives that it is wrong. */
export const disputingRuleIds: readonly string[] = [
  'event-date-conflict',
  'index-mismatch',
  'translation-mismatch',
] satisfies (keyof typeof eventRuleReach)[]
