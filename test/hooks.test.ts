import { readFileSync } from 'node:fs'
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Edited } from '../src/hooks/edited.js'
import { addToLefthook } from '../src/hooks/lefthook.js'
import { addToLintStaged, removeFromLintStaged } from '../src/hooks/lint-staged.js'
import { addToPreCommit } from '../src/hooks/pre-commit.js'
import { addToHook, HUSKY_LINES, PLAIN_LINES, removeFromHook } from '../src/hooks/shell.js'
import { removeAdded } from '../src/hooks/yaml-block.js'

type Remove = (text: string) => Edited | { readonly state: 'changed'; readonly text: null }

/** Adds the hook, and verifies that nothing else changes, that it is added only once, and that it can be removed. */
function added(text: string, add: (text: string) => Edited, remove: Remove): string {
  const edited = add(text)
  if (edited.state !== 'changed') throw new Error(`not added: ${JSON.stringify(edited)}`)
  expect(add(edited.text)).toEqual({ state: 'same' })
  expect(remove(edited.text)).toEqual({ state: 'changed', text })
  expect(remove(text)).toEqual({ state: 'same' })
  return edited.text
}

/** The same text with the line ends of Windows, and without the last one. */
const variants = (text: string): string[] => [text, text.replaceAll('\n', '\r\n'), text.trimEnd()]

describe('pre-commit', () => {
  const hook = {
    id: 'reportlint',
    name: 'reportlint',
    entry: 'reportlint check --reports-only',
    language: 'node',
    additional_dependencies: ['reportlint@1.2.3'],
    types: ['markdown'],
    require_serial: true,
  }
  const add = (text: string) => addToPreCommit(text, '1.2.3')

  test.each([
    ['indented', 'repos:\n  - repo: https://example.org/hooks\n    rev: v1\n    hooks:\n      - id: trailing\n'],
    ['not indented', 'repos:\n- repo: meta\n  hooks:\n  - id: identity\n'],
    [
      'with comments and more below',
      `# ours\nrepos:\n    - repo: meta   # fast\n      hooks: [{id: identity}]   # all\n    # the end\n\nci:\n    skip: [identity]\n`,
    ],
    [
      'with a local one',
      'fail_fast: true\nrepos:\n  - repo: local\n    hooks:\n      - id: mine\n        name: "my hook"\n        entry: x\n        language: system\n',
    ],
  ])('%s', (_, text) => {
    for (const variant of variants(text)) {
      const result = added(variant, add, removeAdded)
      const before = parse(variant)
      expect(parse(result)).toEqual({ ...before, repos: [...before.repos, { repo: 'local', hooks: [hook] }] })
      for (const line of variant.split(/\r?\n/)) expect(result.split(/\r?\n/)).toContain(line)
      expect(result.includes('\r\n')).toBe(variant.includes('\r\n'))
    }
  })

  test('is recognised if it is there already', () => {
    expect(
      add('repos:\n  - repo: https://example.org/reportlint\n    rev: v1\n    hooks:\n      - id: reportlint\n'),
    ).toEqual({ state: 'same' })
  })

  test('leaves later additions of the user when it is removed', () => {
    const edited = add('repos:\n  - repo: meta\n    hooks: [{id: identity}]\n')
    const more = `${edited.state === 'changed' && edited.text}  - repo: meta\n    hooks: [{id: check-hooks-apply}]\n`
    expect(removeAdded(more)).toEqual({
      state: 'changed',
      text: 'repos:\n  - repo: meta\n    hooks: [{id: identity}]\n  - repo: meta\n    hooks: [{id: check-hooks-apply}]\n',
    })
  })

  test.each([
    '',
    'repos: []\n',
    'repos:\n',
    'repos: [{repo: meta, hooks: [{id: identity}]}]\n',
    'repos: a: b\n',
    '- a\n',
  ])('is refused if there is no line to add it after: %j', (text) => {
    const edited = add(text)
    expect(edited).toMatchObject({ state: 'refused', lines: expect.arrayContaining(['    - id: reportlint']) })
  })
})

describe('lefthook', () => {
  const command = { glob: '*.{md,markdown}', run: 'npx --no-install reportlint check --staged' }

  test.each([
    ['empty', '', { 'pre-commit': { commands: { reportlint: command } } }],
    ['comments alone', '# see https://example.org\n#\n', { 'pre-commit': { commands: { reportlint: command } } }],
    [
      'another hook',
      'pre-push:\n  commands:\n    test:\n      run: npm test\n',
      { 'pre-push': { commands: { test: { run: 'npm test' } } }, 'pre-commit': { commands: { reportlint: command } } },
    ],
    [
      'commands',
      'pre-commit:\n  parallel: true\n  commands:\n    # first\n    lint:\n      run: npm run lint # all\n\npre-push:\n  parallel: true\n',
      {
        'pre-commit': { parallel: true, commands: { lint: { run: 'npm run lint' }, reportlint: command } },
        'pre-push': { parallel: true },
      },
    ],
    [
      'jobs',
      'pre-commit:\n  jobs:\n    - name: lint\n      run: npm run lint\n',
      {
        'pre-commit': {
          jobs: [
            { name: 'lint', run: 'npm run lint' },
            { name: 'reportlint', ...command },
          ],
        },
      },
    ],
    [
      'neither',
      'pre-commit:\n  parallel: true\n',
      { 'pre-commit': { parallel: true, commands: { reportlint: command } } },
    ],
  ])('%s', (_, text, expected) => {
    for (const variant of variants(text)) {
      const result = added(variant, (given) => addToLefthook(given, 'lefthook.yml'), removeAdded)
      expect(parse(result)).toEqual(expected)
      for (const line of variant.split(/\r?\n/)) expect(result.split(/\r?\n/)).toContain(line)
    }
  })

  test.each([
    'pre-commit: {parallel: true}\n',
    '{}\n',
    '{"pre-push": {"commands": {"test": {"run": "npm test"}}}}\n',
    '{"pre-commit": {"commands": {"lint": {"run": "npm run lint"}}}}\n',
    '[pre-commit.commands.lint]\nrun = "npm run lint"\n',
    'min_version = "1.0.0"\n',
    'pre-commit:\n',
    '- a\n',
    'a: b: c\n',
  ])('is refused if there is no line to add it after: %j', (text) => {
    expect(addToLefthook(text, 'lefthook.yml')).toMatchObject({
      state: 'refused',
      lines: expect.arrayContaining([expect.stringContaining('reportlint:')]),
    })
  })
})

describe('lefthook in another format: the lines to add by hand are in that format', () => {
  const command = { glob: '*.{md,markdown}', run: 'npx --no-install reportlint check --staged' }

  /** The lines that are to be added by hand, as TOML. */
  function linesFor(text: string): string {
    const edited = addToLefthook(text, 'lefthook.toml')
    if (edited.state !== 'refused') throw new Error(`not refused: ${edited.state}`)
    return edited.lines.join('\n')
  }

  test.each([
    ['', { commands: { reportlint: command } }],
    ['[pre-commit.commands.lint]\nrun = "x"\n', { commands: { lint: { run: 'x' }, reportlint: command } }],
    ['[[pre-commit.jobs]]\nrun = "x"\n', { jobs: [{ run: 'x' }, { name: 'reportlint', ...command }] }],
  ])('TOML: %j', (text, hook) => {
    const whole = `${text}\n${linesFor(text)}\n`
    expect(getStaticTOMLValue(parseTOML(whole))).toEqual({ 'pre-commit': hook })
    expect(addToLefthook(whole, 'lefthook.toml')).toEqual({ state: 'same' })
  })

  test('JSON', () => {
    for (const text of ['', '{}', '// none yet\n{}', '{"pre-commit": {"parallel": true}}']) {
      const edited = addToLefthook(text, 'lefthook.jsonc')
      if (edited.state !== 'refused') throw new Error(`not refused: ${edited.state}`)
      expect(JSON.parse(`{${edited.lines.join('\n')}}`)).toEqual({
        'pre-commit': { commands: { reportlint: command } },
      })
    }
  })
})

describe('lint-staged', () => {
  const ours = 'reportlint check --reports-only'

  test.each([
    ['{}', { '*.md': ours }],
    ['{ }', { '*.md': ours }],
    ['{"*.js": "eslint"}', { '*.js': 'eslint', '*.md': ours }],
    ['{\n  "*.js": "eslint",\n  "*.css": ["a", "b"]\n}\n', { '*.js': 'eslint', '*.css': ['a', 'b'], '*.md': ours }],
    ['{\n  "*.md": "prettier --write"\n}\n', { '*.md': [ours, 'prettier --write'] }],
    [
      '{\n  "*.md": ["prettier --write"],\n  "*.js": "eslint"\n}\n',
      { '*.md': ['prettier --write', ours], '*.js': 'eslint' },
    ],
    ['{\n  "*.md": [\n    "prettier --write",\n    "x"\n  ]\n}\n', { '*.md': ['prettier --write', 'x', ours] }],
    ['{ "*.md": [] }\n', { '*.md': [ours] }],
    ['"*.js": eslint --fix # quick\n', { '*.js': 'eslint --fix', '*.md': ours }],
    ["'*.md': prettier --write # all\n'*.js': eslint\n", { '*.md': [ours, 'prettier --write'], '*.js': 'eslint' }],
    [
      '"*.md":\n  - prettier --write\n  # - other\n"*.js": eslint\n',
      { '*.md': ['prettier --write', ours], '*.js': 'eslint' },
    ],
  ])('%j', (text, expected) => {
    for (const variant of variants(text)) {
      expect(
        parse(
          added(
            variant,
            (own) => addToLintStaged(own),
            (own) => removeFromLintStaged(own),
          ),
        ),
      ).toEqual(expected)
    }
  })

  test('in package.json changes nothing else', () => {
    const text = '{\n\t"name": "site",\n\t"lint-staged": {\n\t\t"*.js": "eslint"\n\t},\n\t"x": [ 1,2 ]\n}\n'
    const section = 'lint-staged'
    const result = added(
      text,
      (own) => addToLintStaged(own, section),
      (own) => removeFromLintStaged(own, section),
    )
    expect(result).toBe(text.replace('"eslint"', `"eslint",\n\t\t"*.md": "${ours}"`))
  })

  test('leaves later additions when it is removed', () => {
    const text = `{ "*.md": "${ours}", "*.js": "eslint" }`
    expect(removeFromLintStaged(text)).toEqual({ state: 'changed', text: '{ "*.js": "eslint" }' })
  })

  test.each([
    '"*.md": echo {a,b}\n',
    '[]',
    '{ "*.md": { "a": 1 } }',
    '{ "*.md": null }',
    'a: b: c',
  ])('is refused in %j', (text) => {
    expect(addToLintStaged(text)).toMatchObject({
      state: 'refused',
      lines: [`"*.md": "${ours}"`],
    })
  })
})

describe('a hook', () => {
  const add = (text: string | null) => addToHook(text, PLAIN_LINES)

  test('is created, and removed again', () => {
    const edited = add(null)
    expect(edited).toMatchObject({ state: 'changed', text: expect.stringMatching(/^#!\/bin\/sh\n# reportlint: begin/) })
    expect(removeFromHook(edited.state === 'changed' ? edited.text : '')).toEqual({ state: 'changed', text: null })
  })

  test.each([
    '#!/bin/sh\nnpm test\nexit 0\n',
    '#!/usr/bin/env bash\nset -e\n\nexec npm test\n',
    'npm test\n',
    '\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpx lint-staged\n',
  ])('keeps its lines after ours: %j', (text) => {
    for (const variant of variants(text)) {
      const result = added(variant, add, removeFromHook)
      const lines = result.split(/\r?\n/)
      const own = variant.split(/\r?\n/)
      expect(lines.filter((line) => own.includes(line) || line === '')).toEqual(expect.arrayContaining(own))
      expect(lines.indexOf('# reportlint: end')).toBeLessThan(lines.lastIndexOf(own.filter(Boolean).at(-1) ?? ''))
      if (text.startsWith('#!')) expect(lines[0]).toBe(own[0])
    }
  })

  test('is left unchanged if it runs the program already', () => {
    expect(addToHook('npx reportlint check content\n', HUSKY_LINES)).toEqual({ state: 'same' })
  })

  test('is left unchanged if it is not a shell script', () => {
    expect(add('#!/usr/bin/env python3\nprint()\n')).toMatchObject({ state: 'refused' })
  })
})

test('docs/hooks.md shows the written lines', () => {
  const doc = readFileSync(new URL('../docs/hooks.md', import.meta.url), 'utf8')
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const fences = [...doc.matchAll(/^```(yaml|json|sh)\n([\s\S]*?)^```$/gm)].map(([, , body = '']) => body)
  const shown = (words: string): unknown => parse(fences.find((body) => body.includes(words)) ?? '')
  const textOf = (edited: Edited): string => (edited.state === 'changed' ? edited.text : '')

  const [, ours] = parse(textOf(addToPreCommit('repos:\n  - repo: meta\n    hooks: []\n', version))).repos
  expect(shown('repo: local')).toEqual({ repos: [ours] })
  const jobs = textOf(addToLefthook('pre-commit:\n  jobs:\n    - run: x\n', 'lefthook.yml'))
  expect(shown('# lefthook.yml')).toEqual({ 'pre-commit': { jobs: [parse(jobs)['pre-commit'].jobs[1]] } })
  expect(shown('"lint-staged"')).toEqual({ 'lint-staged': parse(textOf(addToLintStaged('{}'))) })
  expect(fences.find((body) => body.startsWith('# .husky/pre-commit'))).toBe(
    `# .husky/pre-commit\n${HUSKY_LINES.join('\n')}\n`,
  )

  const hooks = parse(readFileSync(new URL('../.pre-commit-hooks.yaml', import.meta.url), 'utf8'))
  const named = shown('/reportlint\n    rev:') as { repos: { hooks: { id: string }[] }[] }
  const ids = hooks.map(({ id }: { id: string }) => id)
  expect(named.repos[0]?.hooks.map(({ id }) => id).sort()).toEqual(ids.sort())
})
