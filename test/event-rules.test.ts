import { describe, expect, test } from 'vitest'
import { parseRegistry } from '../src/config/registry.js'
import { digestOf } from '../src/events/digest.js'
import { converge } from '../src/fix/converge.js'
import type { Finding } from '../src/lint/finding.js'
import { lintTogether } from '../src/lint/together.js'
import type { Source } from '../src/report/bind.js'
import { buildReport } from '../src/report/build.js'
import { docs } from '../src/rules/docs.js'
import type { EventRule } from '../src/rules/event-rule.js'
import { eventRules } from '../src/rules/event-rules.js'
import { loadSchema } from '../src/schema/load.js'
import { fencesOf } from './doc-fences.js'
import { strongestFix } from './strongest-fix.js'

/** An example in a doc: consecutive pages, the findings in them, and the fixed pages. */
interface Example {
  readonly pages: Source[]
  registry: string
  /** Lines `PATH:line:column message`; where it is empty, the pages must be clean. */
  findings: string
  /** By path; a page that is not there stays as it is. */
  readonly fixed: Map<string, string>
}

/** ```` ```yaml input=events.yaml ````, ```` ```md input=PATH ```` in a row, ```` ```findings ````, ```` ```md fixed=PATH ````. */
function examplesOf(doc: string): Example[] {
  const examples: Example[] = []
  for (const { info, body, goesOn } of fencesOf(doc)) {
    if (!goesOn) examples.push({ pages: [], registry: '', findings: '', fixed: new Map() })
    const example = examples.at(-1) as Example
    const [, kind, path = ''] = /^(md input|md fixed|yaml input)=(\S+)$/.exec(info) ?? []
    if (kind === 'md input') example.pages.push({ path, text: body })
    else if (kind === 'md fixed') example.fixed.set(path, body)
    else if (kind === 'yaml input' && path === 'events.yaml') example.registry = body
    else if (info === 'findings') example.findings = body.trimEnd()
    else throw new Error(`a fence that means nothing: ${info}`)
  }
  return examples
}

const schema = loadSchema('event-report')

function lint(pages: readonly Source[], rule: EventRule, registry: string): Finding[] {
  const digests = pages.map((page) => digestOf(buildReport(page, schema), schema))
  const found = lintTogether(digests, { rules: [rule], registry: parseRegistry(registry, 'events.yaml') })
  // An answer completes a finding of the report's own rules, and is never reported itself.
  return found.filter(({ answer }) => answer === undefined)
}

/** The pages after all fixes, one by one, each compared with the others as fixed so far. */
function fixAll(pages: readonly Source[], rule: EventRule, registry: string): Source[] {
  const fixed = [...pages]
  for (const [index, { path, text }] of pages.entries()) {
    const lintPage = (tried: string) =>
      lint(fixed.with(index, { path, text: tried }), rule, registry).filter((finding) => finding.path === path)
    const result = converge(text, lintPage, 'unsafe')
    if (result.state === 'refused') throw new Error(result.reason)
    fixed[index] = { path, text: result.text }
  }
  return fixed
}

describe.each(eventRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const examples = examplesOf(docs[id] ?? '')

  test('has an example with findings, and one without', () => {
    expect(examples.some(({ findings }) => findings !== '')).toBe(true)
    expect(examples.some(({ findings }) => findings === '')).toBe(true)
  })

  test('declares the strongest fix in its examples', () => {
    expect(strongestFix(examples.flatMap(({ pages, registry }) => lint(pages, rule, registry)))).toBe(rule.fixes)
  })

  for (const [index, example] of examples.entries())
    for (const [name, eol] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const)
      test(`example ${index + 1} with ${name}`, () => {
        const written = (text: string): string => text.replaceAll('\n', eol)
        const pages = example.pages.map(({ path, text }) => ({ path, text: written(text) }))
        const findings = lint(pages, rule, example.registry)
        expect(
          findings.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`).join('\n'),
        ).toBe(example.findings)

        const fixed = fixAll(pages, rule, example.registry)
        expect(fixed).toEqual(
          pages.map(({ path, text }) => ({
            path,
            text: written(example.fixed.get(path) ?? text.replaceAll(eol, '\n')),
          })),
        )
        expect(fixAll(fixed, rule, example.registry)).toEqual(fixed)
        if (example.fixed.size === 0) expect(findings.filter(({ fix }) => fix)).toEqual([])
      })
})
