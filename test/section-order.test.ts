import { describe, expect, test } from 'vitest'
import type { Lint } from '../src/fix/converge.js'
import { mend } from '../src/fix/mend.js'
import { lintReport } from '../src/lint/lint.js'
import { buildReport } from '../src/report/build.js'
import { reading } from '../src/report/reading.js'
import { missingSection } from '../src/rules/missing-section.js'
import { sectionOutOfOrder } from '../src/rules/section-out-of-order.js'
import { parseSchema } from '../src/schema/load.js'

const schema = parseSchema(
  `name: spring
extends: event-report
sections:
  - id: questions
    order: 5
    aliases: { en: [questions] }
`,
  'spring.yaml',
)

const titlesOutOfOrder = (...titles: readonly string[]): string[] => {
  const text = `# Summary Report: “Grid Day”\n${titles.map((title) => `\n## ${title}\n\nA line.\n`).join('')}`
  const report = buildReport({ path: '_index.md', text }, schema)
  return lintReport(report, { schema, rules: [sectionOutOfOrder] }).map(({ message }) => message)
}

describe('sections of one order', () => {
  test.each([
    [['Takeaways', 'Applying to Work', 'Questions']],
    [['Takeaways', 'Questions', 'Applying to Work']],
  ])('stand as they come: %s', (titles) => {
    expect(titlesOutOfOrder(...titles)).toEqual([])
  })

  test('stand behind those that come before both', () => {
    expect(titlesOutOfOrder('Applying to Work', 'Questions', 'Takeaways')).toEqual([
      expect.stringContaining('“Takeaways”, expected it before “Applying to Work”'),
    ])
  })
})

describe('a byte order mark', () => {
  const lint: Lint = (text) =>
    lintReport(buildReport({ path: '_index.md', text }, schema), { schema, rules: [sectionOutOfOrder, missingSection] })
  const mended = (text: string): string => {
    const result = mend(text, lint, 'unsafe', reading)
    if (result.state === 'refused') throw new Error(result.reason)
    return result.text
  }

  test.each([
    ['moved', '## Takeaways\n\n- a\n\n## Objectives\n\n- b\n\n## Applying to Work\n\n- c\n'],
    ['added', '## Takeaways\n\n- a\n'],
  ])('stays first where a section is %s', (_, text) => {
    expect(mended(text)).not.toBe(text)
    expect(mended(`\uFEFF${text}`)).toBe(`\uFEFF${mended(text)}`)
  })
})
