import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Lint } from '../src/fix/converge.js'
import { fixText } from '../src/fix/fix-text.js'
import { lintReport } from '../src/lint/lint.js'
import { buildReport } from '../src/report/build.js'
import { referenceReader } from '../src/report/markdown-reader.js'
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

const messagesOn = (...titles: readonly string[]): string[] => {
  const text = `# Summary Report: “Grid Day”\n${titles.map((title) => `\n## ${title}\n\nA line.\n`).join('')}`
  const report = buildReport({ path: '_index.md', text }, schema)
  return lintReport(report, { schema, rules: [sectionOutOfOrder] }).map(({ message }) => message)
}

describe('sections with the same order', () => {
  test.each([
    [['Takeaways', 'Applying to Work', 'Questions']],
    [['Takeaways', 'Questions', 'Applying to Work']],
  ])('may have any order: %s', (titles) => {
    expect(messagesOn(...titles)).toEqual([])
  })

  test('come after the sections before both', () => {
    expect(messagesOn('Applying to Work', 'Questions', 'Takeaways')).toEqual([
      expect.stringContaining('“Takeaways”, expected it before “Applying to Work”'),
    ])
  })
})

const lint: Lint = (text) =>
  lintReport(buildReport({ path: '_index.md', text }, schema), { schema, rules: [sectionOutOfOrder, missingSection] })
const fixed = (text: string): string => {
  const result = fixText(text, lint, 'unsafe', referenceReader)
  if (result.state === 'refused') throw new Error(result.reason)
  return result.text
}

describe('a byte order mark', () => {
  test.each([
    ['moved', '## Takeaways\n\n- a\n\n## Objectives\n\n- b\n\n## Applying to Work\n\n- c\n'],
    ['added', '## Takeaways\n\n- a\n'],
  ])('stays first if a section is %s', (_, text) => {
    expect(fixed(text)).not.toBe(text)
    expect(fixed(`\uFEFF${text}`)).toBe(`\uFEFF${fixed(text)}`)
  })
})

describe('a moved section', () => {
  const facts = '## Event Information\n\n- a'
  const aims = '## Objectives\n\n- b'
  const people = '## Speakers\n\n- **Lan Vu**'
  const others = '## Highlights\n\nc\n\n## Takeaways\n\n- d'
  const last = '## Applying to Work\n\n- e'

  test.each(['\n', '\n\n', ''])('from the end of the text keeps its last line end: %j', (end) => {
    const text = [aims, people, others, last, facts + end].join('\n\n')
    expect(fixed(text)).toBe([facts, aims, people, others, last + end].join('\n\n'))
  })

  test.each(['\n', ''])('to the end of the text gets one line end: %j', (end) => {
    const text = [last, facts, aims, people, others + end].join('\n\n')
    expect(fixed(text)).toBe(`${[facts, aims, people, others, last].join('\n\n')}\n`)
  })

  test('keeps the line ends of the text', () => {
    const text = [last, facts, aims, people, `${others}\n`].join('\n\n')
    expect(fixed(text.replaceAll('\n', '\r\n'))).toBe(fixed(text).replaceAll('\n', '\r\n'))
  })
})

describe('a moved section among numbered ones', () => {
  test('is renumbered, and so are those that it passes', () => {
    const text = `## 1. Objectives\n\n- a\n\n## 2. Event Information\n\n- b\n\n### 2.1 Place\n\nc\n\n## 3. Speakers\n\n- **Lan Vu**

## 4. Highlights\n\n### 4.1 Maps\n\nd\n\n## 5. Takeaways\n\n- e\n\n## 6. Applying to Work\n\n- f\n`
    expect(
      fixed(text),
    ).toBe(`## 1. Event Information\n\n- b\n\n### 1.1 Place\n\nc\n\n## 2. Objectives\n\n- a\n\n## 3. Speakers\n\n- **Lan Vu**

## 4. Highlights\n\n### 4.1 Maps\n\nd\n\n## 5. Takeaways\n\n- e\n\n## 6. Applying to Work\n\n- f\n`)
  })

  test('keeps its number if that fits the new place', () => {
    const [aims, facts] = ['## 2. Objectives\n\n- a\n', '## 1. Event Information\n\n- b\n']
    const rest =
      '## 3. Speakers\n\n- **Lan Vu**\n\n## 4. Highlights\n\nc\n\n## 5. Takeaways\n\n- d\n\n## 6. Applying to Work\n\n- e\n'
    expect(fixed([aims, facts, rest].join('\n'))).toBe([facts, aims, rest].join('\n'))
  })

  test('is not moved if a link would lead to the wrong number', () => {
    const text = '## 1. Objectives\n\n- [who](#2-event-information)\n\n## 2. Event Information\n\n- b\n'
    const report = buildReport({ path: '_index.md', text }, schema)
    const [finding] = lintReport(report, { schema, rules: [sectionOutOfOrder] })
    expect([finding?.rule, finding?.fix]).toEqual(['section-out-of-order', undefined])
  })

  const TITLES = ['Event Information', 'Objectives', 'Speakers', 'Highlights', 'Takeaways', 'Applying to Work']
  const numberings = fc.constantFrom(
    (index: number) => `${index}. `,
    (index: number) => `**${index}\\.** `,
    (index: number) => `Part ${index}: `,
    (index: number) => `${'I II III IV V VI'.split(' ')[index - 1]}. `,
  )

  test('from any order, the numbers are consecutive afterwards, and every section keeps its text', () => {
    const anyOrder = fc.shuffledSubarray(TITLES, { minLength: 2 })
    fc.assert(
      fc.property(anyOrder, numberings, fc.constantFrom('\n', '\r\n'), (titles, numbered, eol) => {
        const section = (title: string, index: number): string =>
          `## ${numbered(index + 1)}${title}\n\n- **Words of ${title}**\n\n### Under ${title}\n\nMore.\n`
        const text = `# Summary Report: “Grid Day”\n\n${titles.map(section).join('\n')}`.replaceAll('\n', eol)
        const result = fixed(text)
        const headings = [...result.matchAll(/^## (.*?)\r?$/gm)].map(([, heading]) => heading)
        const plain = (heading = ''): string => heading.replace(/[*\\]/g, '')
        expect(headings.map(plain)).toEqual(TITLES.map((title, index) => plain(numbered(index + 1) + title)))
        for (const title of titles)
          expect(result).toContain(
            `${title}\n\n- **Words of ${title}**\n\n### Under ${title}\n\nMore.\n`.replaceAll('\n', eol),
          )
        expect(fixed(result)).toBe(result)
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 25) },
    )
  })
})
