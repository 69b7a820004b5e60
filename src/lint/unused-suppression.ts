import type { Safety, Severity } from '../rules/rule.js'

/**
 * The id for findings about comments that suppress nothing. This is not a rule, because it depends on the findings of all rules, but
 * it is listed and configured like one.
 */
export const unusedSuppression: { readonly id: string; readonly severity: Severity; readonly fixes: Safety | 'never' } =
  {
    id: 'unused-suppression',
    severity: 'warning',
    fixes: 'never',
  }
