import { describe, expect, test } from 'vitest'
import { converge } from '../src/fix/converge.js'
import { everyRule } from '../src/lint/every-rule.js'
import type { Finding } from '../src/lint/finding.js'
import { lintReport } from '../src/lint/lint.js'
import { unusedSuppression } from '../src/lint/unused-suppression.js'
import { buildReport } from '../src/report/build.js'
import { docs } from '../src/rules/docs.js'
import { eventRules } from '../src/rules/event-rules.js'
import { rules } from '../src/rules/index.js'
import { loadSchema } from '../src/schema/load.js'
import { intendedPicture } from '../src/source/site/intended-picture.js'
import type { RightAddress } from '../src/source/site/right-address.js'
import { FENCE, fencesOf } from './doc-fences.js'
import { strongestFix } from './strongest-fix.js'

/** An example in a doc: an input, the findings in it, and the fixed text. An input without findings must be clean. */
interface Example {
  readonly path: string
  readonly input: string
  readonly findings: string
  readonly fixed: string | null
  readonly images: readonly string[] | null
}

const schema = loadSchema('event-report')

/** Only the rule of the doc is on. For `unused-suppression`, all rules are. */
function checkerOf(id: string, { path, images }: Example): (text: string) => Finding[] {
  const others = id === unusedSuppression.id ? [] : rules.filter((other) => other.id !== id)
  const severities = Object.fromEntries(others.map((other) => [other.id, 'off' as const]))
  const hasImage = (url: string) =>
    images === null ? null : images.includes(url) || (meantAmong(images, url) ?? false)
  return (text) =>
    lintReport(buildReport({ path, text }, schema, hasImage), { schema, rules, severities }).filter(
      ({ rule }) => rule === id,
    )
}

/** The pictures that wrong addresses mean, by wrong address. */
function meantAmong(images: readonly string[], url: string): RightAddress | null {
  const segments = (address: string): string[] => address.split('/').filter((segment) => segment !== '')
  const intended = intendedPicture([url], segments(url), new Map(images.map((image) => [image, segments(image)])))
  return intended && { url: intended.file, certain: intended.certain }
}

/** Fences of one backtick run: ```` ```md input=PATH images=a.jpg,b.jpg ````, ```` ```findings ````, ```` ```md fixed ````. */
function examplesOf(doc: string): Example[] {
  const examples: Example[] = []
  for (const { info, body } of fencesOf(doc)) {
    const last = examples.at(-1)
    const [, path = '_index.md'] = /^md input(?:=(\S+))?/.exec(info) ?? []
    if (info.startsWith('md input')) {
      const images = /\bimages=(\S*)/.exec(info)?.[1]?.split(',') ?? null
      examples.push({ path, input: body, findings: '', fixed: null, images })
    } else if (info === 'findings' && last) examples[examples.length - 1] = { ...last, findings: body.trimEnd() }
    else if (info === 'md fixed' && last) examples[examples.length - 1] = { ...last, fixed: body }
    else throw new Error(`a fence that means nothing: ${info}`)
  }
  return examples
}

const shown = (findings: readonly Finding[]): string =>
  findings.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n')

test('every rule is documented, and every doc is of a rule', () => {
  expect(Object.keys(docs).sort()).toEqual([...rules, ...eventRules].map(({ id }) => id).sort())
})

test.each(everyRule)('the doc of $id has all its parts', ({ id, doc }) => {
  expect(doc).toMatch(new RegExp(`^# ${id}\\n\\n[A-Z][^\\n]*(?:\\n[^\\n]+)*[.]\\n\\n## Why\\n`))
  expect(doc.replace(FENCE, '').match(/^## .*$/gm)).toEqual(['## Why', '## Examples', '## Fix'])
})

const acrossReports = new Set(eventRules.map(({ id }) => id))
const onOneReport = everyRule.filter(({ id }) => !acrossReports.has(id))

describe.each(onOneReport.map((rule) => [rule.id, rule] as const))('%s', (id, { doc, fixes }) => {
  const examples = examplesOf(doc)

  test('has an example with findings, and one without', () => {
    expect(examples.some(({ findings }) => findings !== '')).toBe(true)
    expect(examples.some(({ findings }) => findings === '')).toBe(true)
  })

  test('declares the strongest fix in its examples', () => {
    expect(strongestFix(examples.flatMap((example) => checkerOf(id, example)(example.input)))).toBe(fixes)
  })

  for (const [index, example] of examples.entries())
    for (const [name, eol] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const)
      test(`example ${index + 1} with ${name}`, () => {
        const lint = checkerOf(id, example)
        const input = example.input.replaceAll('\n', eol)
        const findings = lint(input)
        expect(shown(findings)).toBe(example.findings)

        const result = converge(input, lint, 'unsafe')
        if (result.state === 'refused') throw new Error(result.reason)
        expect(result.text).toBe((example.fixed ?? example.input).replaceAll('\n', eol))
        if (example.fixed === null) expect(findings.filter(({ fix }) => fix)).toEqual([])
        const again = converge(result.text, lint, 'unsafe')
        expect(again).toMatchObject({ state: 'converged', text: result.text, passes: [] })
      })
})
