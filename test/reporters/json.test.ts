import { describe, expect, test } from 'vitest'
import { json } from '../../src/reporters/json.js'
import { summarize } from '../../src/reporters/summary.js'
import { checked, finding, fix } from './checked.js'

describe('json', () => {
  test('has exactly the documented keys', () => {
    const all = finding({
      data: { section: 'speakers' },
      related: [{ path: 'b.md', line: 2, message: 'here' }],
      fix: fix('unsafe'),
    })
    const text = json(checked([all, finding()], { summary: summarize([all, finding()], 1, 4) }))
    const place = { line: 3, column: 1, endLine: 3, endColumn: 2 }
    const own = { path: 'a.md', rule: 'some-rule', severity: 'error', message: 'Unexpected X, expected Y.' }
    expect(JSON.parse(text)).toEqual({
      schemaVersion: 1,
      findings: [
        {
          ...own,
          ...place,
          data: { section: 'speakers' },
          related: [{ path: 'b.md', line: 2, message: 'here' }],
          fix: { title: 'Mend it', safety: 'unsafe' },
        },
        { ...own, ...place },
      ],
      summary: { files: 1, passedOver: 4, errors: 2, warnings: 0, fixable: 1 },
    })
    expect(text.endsWith('}\n')).toBe(true)
  })

  test('is a document even without findings', () => {
    expect(JSON.parse(json(checked([])))).toMatchObject({ findings: [], summary: { files: 0 } })
  })
})
