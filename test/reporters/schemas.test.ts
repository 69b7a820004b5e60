import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { json } from '../../src/reporters/json.js'
import { run } from '../run.js'
import { anyChecked } from './arbitrary.js'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const cases = at('fixtures/cases')
const folders = [
  at('fixtures/site'),
  ...readdirSync(cases)
    .map((name) => join(cases, name, 'input'))
    .filter((folder) => existsSync(folder)),
]

/** The published schema allows additional keys. These tests do not, because all printed keys must be described. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const own = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return typeof own.properties === 'object' && Array.isArray(own.required)
    ? { ...own, additionalProperties: false }
    : own
}

function validatorOf(command: string, isClosed = true) {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
  addFormats.default(ajv)
  const schema = JSON.parse(readFileSync(at(`schemas/${command}.schema.json`), 'utf8'))
  return ajv.compile(isClosed ? (closed(schema) as object) : schema)
}

/** The output of a command for a folder; null if it fails there. */
async function outputOf(command: string, folder: string): Promise<Record<string, unknown[]> | null> {
  const { stdout } = await run(folder, [command, '--format', 'json'])
  return stdout === '' ? null : JSON.parse(stdout)
}

describe.each([
  ['check', 'findings'],
  ['inspect', 'reports'],
  ['events', 'events'],
])('the schema of %s', (command, list) => {
  test('describes everything in the output', async () => {
    const validate = validatorOf(command)
    let items = 0
    for (const folder of folders) {
      const output = await outputOf(command, folder)
      if (output === null) continue
      expect(validate(output), `${folder}: ${JSON.stringify(validate.errors, null, 2)}`).toBe(true)
      items += output[list]?.length ?? 0
    }
    expect(items).toBeGreaterThan(3)
  })

  test('refuses other data', async () => {
    const validate = validatorOf(command, false)
    const output = await outputOf(command, at('fixtures/site'))
    expect(validate(output)).toBe(true)
    expect(validate({ ...output, [list]: [{}] })).toBe(false)
    expect(validate({ ...output, schemaVersion: 2 })).toBe(false)
    expect(validate({ [list]: [] })).toBe(false)
    expect(validate({ ...output, later: 'added' })).toBe(true)
  })
})

test('the data of findings is documented', async () => {
  const { definitions } = JSON.parse(readFileSync(at('schemas/check.schema.json'), 'utf8'))
  const described = Object.keys(definitions.data.properties)
  const found = new Set<string>()
  for (const folder of folders) {
    const { findings } = (await outputOf('check', folder)) as { findings: { data?: object }[] }
    for (const { data = {} } of findings) for (const key of Object.keys(data)) found.add(key)
  }
  expect([...found].filter((key) => !described.includes(key))).toEqual([])
  expect([...found]).toEqual(expect.arrayContaining(['section', 'word', 'expected']))
})

test('findings with any text conform to the schema', () => {
  const validate = validatorOf('check')
  fc.assert(
    fc.property(anyChecked, (run) => {
      // Every rule has a name of its own, something to say, and its data.
      const findings = run.findings.map(({ data: _, fix, related, ...finding }) => ({
        ...finding,
        rule: 'some-rule',
        message: `Unexpected ${finding.message}`,
        ...(related && { related: related.map((other) => ({ ...other, message: `as ${other.message}` })) }),
        ...(fix && { fix: { ...fix, title: `Rename ${fix.title}` } }),
      }))
      const output = JSON.parse(json({ ...run, findings }))
      expect(validate(output), JSON.stringify(validate.errors)).toBe(true)
      expect(output.findings).toMatchObject(findings.map(({ message, path }) => ({ message, path })))
    }),
  )
})
