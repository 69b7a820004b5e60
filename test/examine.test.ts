import { expect, test } from 'vitest'
import { withEditsIf } from '../src/lint/examine.js'
import type { Finding } from '../src/lint/finding.js'
import { fixOnDemand } from '../src/rules/rule.js'

test('the edits of fixes are only computed on request', () => {
  let made = 0
  const fix = fixOnDemand({ title: 'Remove it', safety: 'safe' }, () => {
    made++
    return [{ range: [0, 1], text: '' }]
  })
  const place = { path: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 2, range: [0, 1] } as const
  const finding: Finding = { ...place, rule: 'typo', severity: 'error', message: 'Unexpected “a”.', fix }
  expect(withEditsIf(false, finding).fix).toEqual({ title: 'Remove it', safety: 'safe' })
  expect(made).toBe(0)
  expect(withEditsIf(true, finding).fix?.edits).toEqual([{ range: [0, 1], text: '' }])
})
