/**
 * The ids of the rules across reports, for code that need not load the rules, and what each rule needs. `site`: the pages around a
 * report, which every run reads. `sites`: the reports of other sites, which a run has only if it was asked for them.
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

/** The rules that only compare the passages of reports, and do not depend on what reports say of events. */
export const passageRuleIds: readonly string[] = ['copied-text'] satisfies (keyof typeof eventRuleReach)[]

/** The rules that may find that a day which a report gives is wrong. */
export const disputingRuleIds: readonly string[] = [
  'event-date-conflict',
  'index-mismatch',
  'translation-mismatch',
] satisfies (keyof typeof eventRuleReach)[]
