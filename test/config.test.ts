import { describe, expect, test } from 'vitest'
import { parseConfig } from '../src/config/config.js'
import { ConfigError } from '../src/source/checked-yaml.js'

const known = new Set(['typo', 'missing-section', 'empty-speakers'])
const read = (text: string, section?: string) => parseConfig(text, '.reportlintrc.yaml', known, section)

/** Line and message of the error in a configuration. */
function errorOf(text: string, section?: string): string {
  try {
    read(text, section)
  } catch (error) {
    if (error instanceof ConfigError) return `${error.line}: ${error.message}`
    throw error
  }
  return 'none'
}

describe('a configuration', () => {
  test('may have every key, in YAML', () => {
    const config = read(`# The class of spring
$schema: https://example.org/config.schema.json
root: true
schema: fcj
rules:
  typo: off
  missing-section: [error]
  empty-speakers: [warning, {}]
include: content/
exclude: [drafts/, "*.old.md"]
glossary: [GridDB]
score: { typo: 0.5 }
overrides:
  - files: "*.vi.md"
    rules: { typo: warning }
  - files: [a/, b/]
`)
    expect(config).toEqual({
      path: '.reportlintrc.yaml',
      root: true,
      schema: 'fcj',
      rules: { typo: 'off', 'missing-section': 'error', 'empty-speakers': 'warning' },
      include: ['content/'],
      exclude: ['drafts/', '*.old.md'],
      glossary: ['GridDB'],
      score: { typo: 0.5 },
      overrides: [
        { files: ['*.vi.md'], rules: { typo: 'warning' } },
        { files: ['a/', 'b/'], rules: {} },
      ],
    })
  })

  test('may be JSON, or under a key of package.json', () => {
    expect(read('{"schema": "fcj", "rules": {"typo": "off"}}')).toMatchObject({ schema: 'fcj', rules: { typo: 'off' } })
    const manifest = '{"name": "site", "reportlint": {"rules": {"typo": "error"}}}'
    expect(read(manifest, 'reportlint').rules).toEqual({ typo: 'error' })
  })

  test.each([
    [''],
    ['# nothing yet\n'],
    ['null'],
    ['{}'],
    ['rules:\nexclude:\nschema:\noverrides:\n'],
  ])('is empty: %j', (text) => {
    expect(read(text)).toEqual({
      path: '.reportlintrc.yaml',
      root: false,
      schema: null,
      rules: {},
      include: [],
      exclude: [],
      glossary: [],
      score: {},
      overrides: [],
    })
  })

  test('may name a schema by its path, which is not read yet', () => {
    expect(read('schema: ../schemas/Spring.YML').schema).toBe('../schemas/Spring.YML')
  })

  test('is data only: tags create nothing else', () => {
    expect(errorOf('schema: !!js/function "function () { throw 1 }"')).toContain('unknown schema')
    expect(errorOf('{"__proto__": {"polluted": true}}')).toMatch(/^1: unknown key “__proto__”, expected one of /)
  })
})

describe('errors name the line, the key and the closest known name', () => {
  test.each([
    ['schema: fcj\nruls:\n  typo: off', '2: unknown key “ruls”. Did you mean “rules”?'],
    [
      'wrning: 3',
      '1: unknown key “wrning”, expected one of $schema, root, schema, rules, include, exclude, glossary, overrides, score',
    ],
    ['overrides:\n  - files: a\n    rule: {}', '3: unknown key “overrides[1].rule”. Did you mean “rules”?'],
    ['overrides:\n  - rules: {}', '2: the key “overrides[1].files” is missing'],
    [
      'overrides: { files: a }',
      '1: overrides: unexpected mapping, expected a list of mappings with the keys files and rules',
    ],
    ['rules:\n  typo: off\n  mising-section: off', '3: unknown rule “mising-section”. Did you mean “missing-section”?'],
    ['overrides:\n  - files: a\n    rules:\n      tpyo: off', '4: unknown rule “tpyo”. Did you mean “typo”?'],
    [
      'rules:\n\n  typo: eror',
      '3: rules.typo: unexpected “eror”, expected off, warning or error. Did you mean “error”?',
    ],
    ['rules:\n  typo: 2', '2: rules.typo: unexpected 2, expected off, warning or error'],
    ['rules:\n  typo: []', '2: rules.typo: unexpected list, expected off, warning or error'],
    [
      'rules:\n  typo:\n    - warning\n    - { words: 3 }',
      '4: rules.typo: unexpected options, expected warning alone: this rule has none',
    ],
    ['rules: { typo: [off, 3] }', '1: rules.typo: unexpected options, expected off alone: this rule has none'],
    [
      'overrides:\n  - files: a\n    rules:\n      typo: [off, {}, {}]',
      '4: overrides[1].rules.typo: unexpected options, expected off alone: this rule has none',
    ],
    ['root: no', '1: root: unexpected “no”, expected true or false'],
    ['$schema: 3', '1: $schema: unexpected 3, expected the address of a JSON Schema'],
    ['rules: typo', '1: rules: unexpected “typo”, expected a mapping of rules to off, warning or error'],
    ['exclude: { a: b }', '1: exclude: unexpected mapping, expected a list of strings'],
    ['glossary: 3', '1: glossary: unexpected 3, expected a list of strings'],
    ['glossary:\n  - A\n  - 3', '3: glossary[2]: unexpected 3, expected a string, in quotation marks'],
    ['schema: 3', '1: schema: unexpected 3, expected the name of a schema, or its path'],
    [
      'rules: {}\nschema: fjc',
      '2: schema: unknown schema “fjc”, expected event-report, fcj or the path of a .yaml file. Did you mean “fcj”?',
    ],
    ['rules:\n  constructor: off', '2: unknown key “rules.constructor”'],
    ['overrides:\n  - files: a\n    rules: { __proto__: off }', '3: unknown key “overrides[1].rules.__proto__”'],
    ['score: { prototype: 3 }', '1: unknown key “score.prototype”'],
    ['- a', '1: unexpected list, expected a mapping of keys to values'],
    ['off', '1: unexpected “off”, expected a mapping of keys to values'],
    ['ab '.repeat(50), `1: unexpected “${'ab '.repeat(20).trimEnd()}…”, expected a mapping of keys to values`],
  ])('%j', (text, error) => {
    expect(errorOf(text)).toBe(error)
  })

  test.each([
    ['./drafts/', '“/drafts/”'],
    ['!./a.md', '“!/a.md”'],
    ['../b/', 'one for files in the folder of this file, or below'],
    ['..', 'one for files in the folder of this file, or below'],
    ['', 'the name of a file or folder, or a glob such as “*.old.md”'],
    ['.', 'the name of a file or folder, or a glob such as “*.old.md”'],
    ['./', 'the name of a file or folder, or a glob such as “*.old.md”'],
    ['drafts\\old', 'a “/” between folders'],
    ['*.{md,txt}', 'a glob for each: braces mean nothing here'],
  ])('a glob that matches nothing, although other programs understand it: %j', (glob, expected) => {
    const written = JSON.stringify(glob)
    const complaint = `unexpected “${glob}”, expected ${expected}`
    expect(errorOf(`exclude:\n  - a/\n  - ${written}`)).toBe(`3: exclude[2]: ${complaint}`)
    expect(errorOf(`include: ${written}`)).toBe(`1: include[1]: ${complaint}`)
    expect(errorOf(`overrides:\n  - files: ${written}`)).toBe(`2: overrides[1].files[1]: ${complaint}`)
  })

  test.each([
    '.hidden/',
    '..odd.md',
    '/drafts/',
    '**/old/*.md',
    'a\\ ',
    '\\#1.md',
    '*.[mM]d',
    '{a}',
  ])('a glob that may match something: %j', (glob) =>
    expect(read(`exclude: ${JSON.stringify(glob)}`).exclude).toEqual([glob]))

  test.each([
    ['exclude: *.old.md', '1: a value that begins with “*” needs quotation marks around it'],
    ['rules: {}\nexclude:\n  - drafts/\n  - *.md', '4: a value that begins with “*” needs quotation marks around it'],
    ['exclude: [a, *.md]', '1: a value that begins with “*” needs quotation marks around it'],
    ['glossary: [@home]', '1: a value that begins with “@” needs quotation marks around it'],
    ['glossary: ["\\d"]', '1: a backslash between "…" means something else: write \'…\' around this value'],
    ['rules: {}\nrules: {}', '2: the key “rules” appears twice: keep one'],
    ['{ "root": true,\n  "root": true }', '2: the key “root” appears twice: keep one'],
    ['root: true\n---\nroot: true', '2: a second line of “---” begins another document: remove it'],
    ['rules:\n\ttypo: off', '2: a tab cannot indent: use spaces'],
    ['rules:\n  typo: off\n mojibake: off', '3: this line is indented differently from those beside it'],
    ['overrides:\n  - files: a\n   rules: {}', '3: this line is indented differently from those beside it'],
    ['rules:\n  typo: off\n  - mojibake', '3: a list item is among keys'],
    [
      'a: b: c',
      '1: a value with a colon in it needs quotation marks around it, and a key below another key needs a line of its own',
    ],
    ['root: true\nexclude: [a, b\n\n', '2: a “[” is not closed'],
    ['exclude:\n  - a\n  - [a\n', '3: a “[” is not closed'],
    ['exclude: [a\nrules: {}', '2: a “[” is not closed'],
    ['rules: { typo: off', '1: a “{” is not closed'],
    ['{\n  "root": true\n', '1: a “{” is not closed'],
    ['schema: "fcj\nroot: true\n', '1: a quotation mark is not closed'],
    ['{\n  // ours\n  "root": true }', '2: “//” does not start a comment here: remove it'],
    ['{ "root": true, // ours\n  "schema": "fcj" }', '1: “//” does not start a comment here: remove it'],
    ['/* ours */\n{ "root": true }', '1: “/*” does not start a comment here: remove it'],
    ["root: true\nschema: 'fcj", '2: a quotation mark is not closed'],
    [
      'root: true\n<<<<<<< HEAD\nschema: fcj\n=======\nschema: event-report\n>>>>>>> other\n',
      '2: git left the markers of a merge conflict here',
    ],
  ])('syntax errors are explained in the terms of the user: %j', (text, error) => {
    expect(errorOf(text)).toBe(error)
  })

  test('the line in a package.json is that in the file', () => {
    expect(errorOf('{\n  "reportlint": {\n    "rules": {\n      "tpyo": "off"\n    }\n  }\n}', 'reportlint')).toBe(
      '4: unknown rule “tpyo”. Did you mean “typo”?',
    )
  })

  test('aliases without an anchor, or too many of them', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `k${i}: &k${i} [${i === 0 ? 'x' : `*k${i - 1}, `.repeat(9)}]`)
    expect(errorOf(levels.join('\n'))).toBe('1: Excessive alias count indicates a resource exhaustion attack')
    const round = `rules: { typo: [off, &a [${'*a, '.repeat(50)}]] }`
    expect(errorOf(round)).toContain('unexpected options')
    expect(errorOf('a: &a [*a]\nschema: [&x y, *z]')).toContain('needs quotation marks')
  })
})
