import { eventRuleIds } from '../rules/event-rule-ids.js'
import { rules } from '../rules/index.js'
import { unusedSuppression } from './unused-suppression.js'

/** Every name that a finding may have, and that settings may use. */
export const ruleIds: readonly string[] = [...rules.map(({ id }) => id), ...eventRuleIds, unusedSuppression.id]
