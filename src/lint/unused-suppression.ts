import type { Safety, Severity } from '../rules/rule.js'

/**
 * What is reported of comments that suppress nothing. No rule: it goes by what all the rules have found, but it is named,
 * listed and switched off like one.
 */
export const unusedSuppression: { readonly id: string; readonly severity: Severity; readonly fixes: Safety | 'never' } =
  {
    id: 'unused-suppression',
    severity: 'warning',
    fixes: 'never',
  }
