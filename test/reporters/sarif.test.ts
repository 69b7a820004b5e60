import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyRule } from '../../src/lint/every-rule.js'
import type { Finding } from '../../src/lint/finding.js'
import type { Checked } from '../../src/reporters/reporter.js'
import { sarif } from '../../src/reporters/sarif.js'
import { applyEdits } from '../../src/text/edit.js'
import { run } from '../run.js'
import { anyChecked } from './arbitrary.js'
import { checked, finding, fix } from './checked.js'

/** The schema of the standard (errata 01), as in Microsoft's validator. */
const standard = JSON.parse(readFileSync(new URL('./sarif-2.1.0.schema.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
const validate = ajv.compile(standard)

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

interface Artifact {
  readonly uri: string
  readonly uriBaseId?: string
}

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly message: { readonly text: string }
  readonly locations: [{ readonly physicalLocation: { readonly artifactLocation: Artifact; readonly region: Region } }]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly fixes?: [
    {
      readonly artifactChanges: [
        {
          readonly replacements: {
            readonly deletedRegion: Region
            readonly insertedContent?: { readonly text: string }
          }[]
        },
      ]
    },
  ]
}

/** Asserts that a log conforms to the standard. @returns its only run */
function runOf(run: Checked) {
  const log = JSON.parse(sarif(run))
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
  return log.runs[0] as {
    readonly tool: { readonly driver: { readonly rules: { readonly id: string; readonly help?: { text: string } }[] } }
    readonly originalUriBaseIds: Readonly<Record<string, Artifact>>
    readonly invocations: unknown[]
    readonly results: Result[]
  }
}

/** Reads a region according to the standard: without the byte order mark, with the line ends that the run declares. */
function offsetsOf(text: string, region: Region): [number, number] {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const starts = [mark, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)]
  const offset = (line: number, column: number): number => (starts[line - 1] ?? Number.NaN) + column - 1
  return [offset(region.startLine, region.startColumn), offset(region.endLine, region.endColumn)]
}

describe('sarif', () => {
  const text = '# One\r\n## 🎤 Two\r\nthree\r\n'
  const at = text.indexOf('Two')
  const full = finding({
    path: '4.1-Event1/ô hay.md',
    rule: 'date-mismatch',
    line: 2,
    column: 7,
    endLine: 2,
    endColumn: 10,
    range: [at, at + 3],
    data: { expected: '2025-11-17', actual: null },
    related: [{ path: '/srv/x y.md', line: 7, message: 'see [here](1)' }],
    fix: { title: 'Rename it', safety: 'safe', edits: [{ range: [at, at + 5], text: '' }] },
  })

  test('has all data of findings', () => {
    const { results, tool, invocations, originalUriBaseIds } = runOf(checked([full], { textOf: () => text }))
    const artifactLocation = { uri: 'content/4.1-Event1/%C3%B4%20hay.md', uriBaseId: '%SRCROOT%' }
    expect(originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///home/lan/site/' } })
    expect(invocations).toEqual([{ executionSuccessful: true }])
    expect(results).toEqual([
      {
        ruleId: 'date-mismatch',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'Unexpected X, expected Y.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation,
              region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 10 },
            },
          },
        ],
        relatedLocations: [
          {
            id: 1,
            message: { text: 'see [here] (1)' },
            physicalLocation: { artifactLocation: { uri: 'file:///srv/x%20y.md' }, region: { startLine: 7 } },
          },
        ],
        fixes: [
          {
            description: { text: 'Rename it' },
            artifactChanges: [
              {
                artifactLocation,
                replacements: [{ deletedRegion: { startLine: 2, startColumn: 7, endLine: 3, endColumn: 1 } }],
              },
            ],
          },
        ],
        partialFingerprints: {
          'reportlint/v2': expect.stringMatching(/^[0-9a-f]{40}$/),
          primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{40}$/),
        },
        properties: { data: { expected: '2025-11-17', actual: null }, fix: 'safe' },
      },
    ])
    expect(tool.driver.rules).toEqual([
      {
        id: 'date-mismatch',
        shortDescription: { text: 'The front matter and the text give different dates.' },
        fullDescription: { text: expect.stringMatching(/^The date in the front matter .* first\.$/) },
        help: { text: expect.stringContaining('## Fix'), markdown: expect.stringContaining('```md input') },
        defaultConfiguration: { level: 'error' },
        properties: { 'problem.severity': 'error', fixes: 'unsafe' },
      },
    ])
  })

  test('accepts the root of the disk as a base', () => {
    const { originalUriBaseIds } = runOf(checked([full], { cwd: '/', root: '/' }))
    expect(originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///' } })
  })

  test('has each rule once, with its documentation', () => {
    const findings = [...everyRule, ...everyRule].map(({ id }) => finding({ rule: id }))
    const { tool, results } = runOf(checked(findings))
    const { rules } = tool.driver
    expect(rules.map(({ id }) => id)).toEqual(everyRule.map(({ id }) => id).toSorted())
    for (const { id, help, ...rest } of rules) {
      expect(help?.text, id).not.toBe('')
      expect(rest, id).toMatchObject({
        shortDescription: { text: expect.stringMatching(/\.$/) },
        fullDescription: { text: expect.stringMatching(/^(?!#)[^\n]{20,1000}$/) },
      })
    }
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId)
  })

  test('has every rule of the program', async () => {
    const { stdout: listed } = await run('/', 'rules --format json')
    const ids: string[] = JSON.parse(listed).rules.map(({ id }: { id: string }) => id)
    expect(everyRule.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  })

  test('has failures as notifications of the run', () => {
    const { invocations } = runOf(checked([], { failures: ['b.md:1: the file is empty'] }))
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: 'b.md:1: the file is empty' } }],
      },
    ])
  })

  test('has a whole line as the place if only the line is known', () => {
    const [result] = runOf(checked([finding({ line: 3, range: [0, 0] })], { textOf: () => text })).results
    expect(result?.locations[0].physicalLocation.region.startLine).toBe(3)
  })

  test('has places but no fixes without the text', () => {
    const [result] = runOf(checked([full, finding({ fix: fix('safe') })])).results
    expect(result?.locations[0].physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 7,
      endLine: 2,
      endColumn: 10,
    })
    expect(result?.fixes).toBeUndefined()
  })

  test('is valid for any findings, with correct places, fixes and addresses', () => {
    fc.assert(
      fc.property(anyChecked, (run) => {
        const { results, originalUriBaseIds } = runOf(run)
        expect(results).toHaveLength(run.findings.length)
        expect(new Set(results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).size).toBe(
          results.length,
        )
        for (const [index, result] of results.entries()) {
          const { 'reportlint/v2': own, primaryLocationLineHash: readByGitHub } = result.partialFingerprints
          expect(readByGitHub).toBe(own)
          const one = run.findings[index] as Finding
          expect(result.message.text.replaceAll('] (', '](')).toBe(one.message.replaceAll('] (', ']('))
          expect(result.message.text).not.toContain('](')
          const { artifactLocation, region } = result.locations[0].physicalLocation
          const base = artifactLocation.uriBaseId && originalUriBaseIds[artifactLocation.uriBaseId]?.uri
          expect(fileURLToPath(new URL(artifactLocation.uri, base))).toBe(absolute(one.path))
          const source = run.textOf(one.path)
          if (source === null) continue
          expect(offsetsOf(source, region)).toEqual(one.range.map((offset) => afterMark(source, offset)))
          expect(edited(source, result)).toBe(
            one.fix && applyEdits(source.replace(/^\uFEFF/, ''), moved(one.fix, source)),
          )
        }
      }),
    )
  })
})

const afterMark = (text: string, offset: number): number => (text.startsWith('\uFEFF') ? Math.max(1, offset) : offset)

/** The fix as edits of the text without its byte order mark, which SARIF ignores. */
function moved({ edits }: NonNullable<Finding['fix']>, text: string) {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  return edits.map(({ range: [start, end], text: replacement }) => ({
    range: [Math.max(0, start - mark), Math.max(0, end - mark)] as const,
    text: replacement,
  }))
}

function edited(text: string, { fixes }: Result): string | undefined {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const edits = fixes?.[0].artifactChanges[0].replacements.map(({ deletedRegion, insertedContent }) => {
    const [start, end] = offsetsOf(text, deletedRegion)
    return { range: [start - mark, end - mark] as const, text: insertedContent?.text ?? '' }
  })
  return edits && applyEdits(text.slice(mark), edits)
}

/** The path of a file, resolved by `.` and `..` only. Lone surrogates cannot occur in a URL. */
function absolute(path: string): string {
  return resolve('/home/lan/site/content', path).replace(/\p{Cs}/gu, '\ufffd')
}
