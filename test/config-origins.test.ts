import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../src/config/config.js'
import { everyRule } from '../src/lint/every-rule.js'
import { builtInSchemas, parseSchema } from '../src/schema/load.js'
import { folderWith } from './folder.js'
import { goodReport } from './good-report.js'
import { run } from './run.js'

async function effective(cwd: string, args: string) {
  const { code, stdout, stderr } = await run(cwd, `config --format json ${args}`)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

const cascade = {
  '.reportlintrc.yaml': `# for all classes
schema: fcj
rules:
  typo: off
  mojibake: warning
exclude: [drafts/]
glossary: [GridDB]
overrides:
  - files: "*.vi.md"
    rules:
      missing-image: off
`,
  'class/package.json': `{
  "name": "class",
  "reportlint": {
    "rules": { "mojibake": "error" },
    "include": ["*.md"],
    "overrides": [
      { "files": ["b.*"], "rules": { "typo": "error" } },
      { "files": ["b.vi.md"], "rules": { "typo": ["warning", {}] } }
    ]
  }
}
`,
  'class/site/.reportlintrc.json': '{\n  "$schema": "x",\n  "glossary": "MeshDB"\n}\n',
  'class/site/a.md': '',
  'class/site/b.vi.md': '',
  'alone/.reportlintrc.yml': 'root: true\n',
  'alone/a.md': '',
}

describe('config FILE', () => {
  test('shows for every value which configuration or override it comes from', async () => {
    const folder = folderWith(cascade)
    const { rules, ...rest } = await effective(folder, 'class/site/b.vi.md')
    const at = (path: string, line: number) => ({ from: 'file', path, line })
    expect(rest).toEqual({
      schemaVersion: 1,
      path: 'class/site/b.vi.md',
      configurations: ['.reportlintrc.yaml', 'class/package.json', 'class/site/.reportlintrc.json'],
      taken: true,
      schema: { value: 'fcj', origin: at('.reportlintrc.yaml', 2) },
      include: [{ value: '*.md', origin: at('class/package.json', 5) }],
      exclude: [{ value: 'drafts/', origin: at('.reportlintrc.yaml', 6) }],
      glossary: [
        { value: 'GridDB', origin: at('.reportlintrc.yaml', 7) },
        { value: 'MeshDB', origin: at('class/site/.reportlintrc.json', 3) },
      ],
    })
    expect(Object.keys(rules)).toEqual(everyRule.map(({ id }) => id))
    expect(rules.mojibake).toEqual({ value: 'error', origin: at('class/package.json', 4) })
    expect(rules.typo).toEqual({ value: 'warning', origin: at('class/package.json', 8) })
    expect(rules['missing-image']).toEqual({ value: 'off', origin: at('.reportlintrc.yaml', 11) })
    expect(rules['missing-section']).toEqual({ value: 'error', origin: { from: 'built-in' } })
  })

  test('applies overrides to the files that they name', async () => {
    const { rules } = await effective(folderWith(cascade), 'class/site/a.md')
    expect(rules.typo).toMatchObject({ value: 'off', origin: { path: '.reportlintrc.yaml', line: 4 } })
    expect(rules['missing-image']).toMatchObject({ value: 'error', origin: { from: 'built-in' } })
  })

  test('stops searching at a configuration with root: true', async () => {
    const folder = folderWith(cascade)
    expect(await effective(folder, 'alone')).toMatchObject({
      path: 'alone/_index.md',
      configurations: ['alone/.reportlintrc.yml'],
      schema: { value: 'event-report', origin: { from: 'built-in' } },
      exclude: [],
      rules: { typo: { value: 'warning', origin: { from: 'built-in' } } },
    })
  })

  test('lets the command line win', async () => {
    const folder = folderWith({ ...cascade, 'other.yaml': 'rules:\n  typo: error\n' })
    const { schema, configurations, rules } = await effective(
      folder,
      'class/site/a.md --config other.yaml --schema event-report --rule typo mojibake',
    )
    expect(schema).toEqual({ value: 'event-report', origin: { from: 'command-line' } })
    expect(configurations).toEqual(['other.yaml'])
    expect(rules.typo).toEqual({ value: 'error', origin: { from: 'file', path: 'other.yaml', line: 2 } })
    expect(rules.mojibake).toEqual({ value: 'error', origin: { from: 'built-in' } })
    expect(rules['missing-section']).toEqual({ value: 'off', origin: { from: 'command-line' } })
  })

  test('shows the settings that check uses', async () => {
    const folder = folderWith({
      '.reportlintrc.yaml': 'rules: { invalid-front-matter: warning }\nexclude: [drafts/]\n',
      'site/.reportlintrc.yaml': 'rules: { typo: off }\n',
      'site/a.md': '---\ntitle: "A\n---\n\n# Report: “Mesh”\n',
      'drafts/a.md': '---\ntitle: "A\n---\n\n# Report: “Mesh”\n',
    })
    const checked = await run(folder, 'check --format json')
    expect(checked.stderr).toBe('')
    const { findings } = JSON.parse(checked.stdout)
    expect((await effective(folder, 'drafts/a.md')).taken).toBe(false)
    const { rules, taken } = await effective(folder, 'site/a.md')
    expect(taken).toBe(true)
    expect(findings).not.toEqual([])
    for (const { path, rule, severity } of findings) {
      expect(path).toBe('site/a.md')
      expect(severity).toBe(rules[rule].value)
    }
    expect(findings.find(({ rule }: { rule: string }) => rule === 'invalid-front-matter').severity).toBe('warning')
  })

  test('prints text', async () => {
    const folder = folderWith(cascade)
    const { stdout } = await run(folder, 'config class/site/b.vi.md')
    expect(stdout).toMatch(
      /^class\/site\/b\.vi\.md\n {2}configurations: \.reportlintrc\.yaml, class\/package\.json, class\/site\/\.reportlintrc\.json\n\n {2}schema +fcj +\.reportlintrc\.yaml:2\n/,
    )
    expect(stdout).toMatch(/^ {2}mojibake +error +class\/package\.json:4$/m)
    expect(stdout).toMatch(/^ {2}missing-section +error +built-in$/m)
    expect((await run(folder, 'config alone')).stdout).not.toContain('skipped')
    expect((await run(folderWith({ ...cascade, 'drafts/a.md': '' }), 'config drafts/a.md')).stdout).toContain(
      'skipped when its folder is checked',
    )
  })

  test('says whether and why a check of the folder skips the file', async () => {
    const folder = folderWith({
      '.gitignore': 'public/\n',
      '.reportlintrc.yaml': 'exclude: drafts/\n',
      'a.md': goodReport,
      'drafts/a.md': goodReport,
      'public/a.md': goodReport,
      'node_modules/a/readme.md': goodReport,
      'notes.txt': 'Notes\n',
      'front-matter.txt': goodReport,
    })
    symlinkSync(join(folder, 'a.md'), join(folder, 'link.md'))
    const { stdout: found } = await run(folder, 'check --format json --rule missing-section')
    expect(JSON.parse(found).summary.files).toBe(2)
    for (const [path, why] of [
      ['a.md', null],
      ['front-matter.txt', null],
      ['.', null],
      ['drafts/a.md', 'of include and exclude'],
      ['drafts', 'of include and exclude'],
      ['public/a.md', 'git ignores it'],
      ['node_modules/a/readme.md', 'in node_modules'],
      ['link.md', 'it is a link'],
      ['notes.txt', 'nor .txt with front matter'],
      ['.reportlintrc.yaml', 'it is neither .md nor .markdown'],
    ] as const) {
      expect(JSON.parse((await run(folder, `config ${path} --format json`)).stdout).taken, path).toBe(why === null)
      const { stdout } = await run(folder, `config ${path}`)
      if (why === null) expect(stdout, path).not.toContain('skipped')
      else expect(stdout, path).toMatch(new RegExp(`^ {2}skipped when its folder is checked, because .*${why}`, 'm'))
    }
  })

  test('reports errors', async () => {
    const folder = folderWith({ 'a/.reportlintrc.yaml': 'rules:\n  tpyo: off\n', 'a/r.md': '', 'r.md': '' })
    const failing = async (args: string) => {
      const { code, stdout, stderr } = await run(folder, args)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      return stderr
    }
    expect(await failing('config a/r.md')).toBe(
      'reportlint: a/.reportlintrc.yaml:2: unknown rule “tpyo”. Did you mean “typo”?\n',
    )
    expect(await failing('config absent.md')).toBe('reportlint: absent.md: there is no such file or folder\n')
    expect(await failing('config r.md --schema fjc')).toContain('Did you mean “fcj”?')
    expect(await failing('config r.md --rule tpyo')).toContain('Did you mean “typo”?')
  })
})

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const REPLACEMENTS: readonly Json[] = [
  null,
  3,
  true,
  'x',
  '(',
  '',
  ' ',
  './a',
  '*.{a,b}',
  [],
  {},
  ['x'],
  [3],
  { en: ['x'] },
  ['off'],
  ['off', {}],
]

/** Mistakes in a value: another value, an additional key, or a missing one. */
function* mutations(value: Json): Generator<Json> {
  yield* REPLACEMENTS
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield value.toSpliced(index, 1)
      yield value.toSpliced(index, 0, 3)
      for (const changed of mutations(item)) yield value.toSpliced(index, 1, changed)
    }
  } else if (value !== null && typeof value === 'object') {
    yield { ...value, unheard: 'of' }
    for (const [key, item] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key))
      for (const changed of mutations(item)) yield { ...value, [key]: changed }
    }
  }
}

/** Compares whether the JSON Schema and the program accept variations of the examples. */
function compare(examples: readonly Json[], validate: ValidateFunction, load: (text: string) => unknown) {
  const seen = new Map<string, boolean>()
  for (const example of examples) {
    expect(validate(example), JSON.stringify(validate.errors)).toBe(true)
    for (const mutation of mutations(example)) seen.set(JSON.stringify(mutation), validate(mutation))
  }
  const different = [...seen].filter(([text, valid]) => {
    try {
      load(text)
      return !valid
    } catch {
      return valid
    }
  })
  expect(different.slice(0, 5)).toEqual([])
  const verdicts = [...seen.values()]
  return { valid: verdicts.filter(Boolean).length, invalid: verdicts.filter((valid) => !valid).length }
}

describe('JSON Schemas', () => {
  const ajv = new Ajv({ strict: true, strictTuples: false, allowUnionTypes: true })
  addFormats.default(ajv)
  const published = (name: string) => fileURLToPath(new URL(`../schemas/${name}`, import.meta.url))

  test.each([
    ['config --json-schema', 'config.schema.json'],
    ['schema --json-schema', 'schema.schema.json'],
  ])('`%s` prints the published %s', async (command, name) => {
    const { code, stdout } = await run(tmpdir(), command)
    expect(code).toBe(0)
    if (process.env.UPDATE_FIXTURES === '1' && name === 'config.schema.json') writeFileSync(published(name), stdout)
    expect(existsSync(published(name))).toBe(true)
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(published(name), 'utf8')))
  })

  test('that of configurations accepts and refuses the same as the program', () => {
    const validate = ajv.compile(JSON.parse(readFileSync(published('config.schema.json'), 'utf8')))
    const knownRules = new Set(everyRule.map(({ id }) => id))
    const examples: Json[] = [
      parse(cascade['.reportlintrc.yaml']),
      JSON.parse(cascade['class/package.json']).reportlint,
      JSON.parse(cascade['class/site/.reportlintrc.json']),
      { root: true, schema: 'schemas/own.YAML', include: 'content/', rules: { typo: ['error', null] } },
      { schema: null, rules: null, include: null, exclude: null, glossary: null, overrides: null, root: null },
      null,
    ]
    const { valid, invalid } = compare(examples, validate, (text) => parseConfig(text, 'x.json', knownRules))
    expect(valid).toBeGreaterThan(100)
    expect(invalid).toBeGreaterThan(200)
  })

  test('that of schemas accepts and refuses the same as the program', () => {
    const validate = ajv.compile(JSON.parse(readFileSync(published('schema.schema.json'), 'utf8')))
    for (const text of Object.values(builtInSchemas)) {
      expect(validate(parse(text, { schema: 'core' })), JSON.stringify(validate.errors)).toBe(true)
    }
    const words = { en: ['one'], vi: ['một'] }
    const section = {
      id: 'own-part',
      required: true,
      order: 2,
      content: 'people',
      servedBy: ['agenda'],
      mayBeNested: false,
      mayBeOfATalk: true,
      quoted: true,
      title: { en: 'Own', vi: 'Riêng' },
      purpose: { en: 'own', vi: 'riêng' },
      aliases: words,
      weakAliases: words,
      parts: words,
      words,
      fields: words,
    }
    const examples: Json[] = [
      {
        name: 'own',
        extends: 'fcj',
        sections: [{ id: 'agenda', order: null }, section],
        fillers: words,
        titles: words,
      },
      {
        name: 'own',
        placeholders: { dates: ['2024-01-01'], weakDates: ['2024-01-02'], texts: ['tb[acd]'], people: ['names?'] },
        leftovers: [{ pattern: 'to do', kind: 'todo', within: 40 }],
        glossary: ['GridDB'],
      },
    ]
    const { valid, invalid } = compare(examples, validate, (text) => {
      try {
        parseSchema(text, 'x.json')
      } catch (error) {
        // A JSON Schema cannot compare two places of a file.
        if (!/expected the id of another section|appears twice|is the title of the section/.test(`${error}`))
          throw error
      }
    })
    expect(valid).toBeGreaterThan(50)
    expect(invalid).toBeGreaterThan(300)
  })
})
