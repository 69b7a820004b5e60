import { describe, expect, test } from 'vitest'
import { passagesOf } from '../src/events/passages.js'
import { lintReport } from '../src/lint/lint.js'
import { buildReport } from '../src/report/build.js'
import { emptySection } from '../src/rules/empty-section.js'
import { missingSection } from '../src/rules/missing-section.js'
import { builtInSchemas, loadSchema, parseSchema, SchemaError } from '../src/schema/load.js'
import { schemaPattern } from '../src/schema/pattern.js'

describe('schemas', () => {
  test('have the six standard sections in order', () => {
    const ordered = loadSchema('event-report').sections.filter(({ order }) => order !== null)
    expect(ordered.map(({ id }) => id)).toEqual([
      'event-information',
      'objectives',
      'speakers',
      'highlights',
      'takeaways',
      'applying-to-work',
    ])
    expect(ordered.every(({ required }) => required)).toBe(true)
  })

  test.each(Object.entries(builtInSchemas))('%s is read from its text like the built-in one', (name, text) => {
    expect(parseSchema(text, `${name}.yaml`)).toEqual(loadSchema(name))
  })

  test('a preset has only the differences', () => {
    const section = loadSchema('fcj').sections.find(({ id }) => id === 'objectives')
    expect(section?.title.vi).toBe('Mục Đích Của Sự Kiện')
    expect(section?.aliases).toEqual(loadSchema('event-report').sections.find(({ id }) => id === 'objectives')?.aliases)
  })

  test.each(['NFC', 'NFD'] as const)('words may be composed or decomposed: %s', (form) => {
    const yaml =
      'name: x\nextends: event-report\ntitles: { en: [Trip Report], vi: [Nhật Ký] }\nfillers: { en: [Grand], vi: [Đặc Sắc, Diễn Giả] }\n'
    const schema = parseSchema(yaml.normalize(form), 'x.yaml')
    const read = (text: string) => {
      const { eventName, sections } = buildReport({ path: '_index.md', text }, schema)
      return [eventName?.value, ...sections.map(({ id }) => id)]
    }
    expect(read('# Trip Report: Mesh Day\n\n## Grand Photos Grand\n')).toEqual(['Mesh Day', 'photos'])
    expect(read('# Nhật ký: Ngày hội Mesh\n\n## Hình ảnh đặc sắc\n')).toEqual(['Ngày hội Mesh', 'photos'])
    // What says nothing does not make a title its own that goes on behind it.
    expect(read('# Nhật ký: Ngày hội Mesh\n\n## Diễn giả thân thiện\n\n## Hình ảnh\n')).toContain(null)
  })

  describe('the schema gives sections their meaning, whatever their ids', () => {
    const readBy = (sections: string, text: string) =>
      buildReport({ path: '_index.md', text }, parseSchema(`name: x\nsections:\n${sections}`, 'x.yaml'))

    test('name and day of the event are read from the section with fields', () => {
      const { eventName, eventDate } = readBy(
        '  - { id: what, content: talks, order: 0, aliases: { en: [what] } }\n  - { id: facts, content: fields, order: 1 }\n',
        '## What\n\n**Event:** Grid Day\n\n**Date:** 03/12/2025\n\n## Facts\n\n- **Event:** Mesh Day\n- **Date:** 14/12/2025\n',
      )
      expect(eventName?.value).toBe('Mesh Day')
      expect(eventDate?.start).toBe('2025-12-14')
    })

    test.each([
      ['', ['what', 'mood']],
      [', mayBeOfATalk: true', ['what']],
    ])('a section that a talk may have does not count off the section level: {%s}', (key, ids) => {
      const { sections } = readBy(
        `  - { id: what, content: talks, order: 0 }\n  - { id: mood${key} }\n`,
        '## What\n\n### A talk\n\n#### Mood\n\nFine.\n',
      )
      expect(sections.map(({ id }) => id)).toEqual(ids)
    })
  })

  test.each([
    ['', true],
    [', quoted: true', false],
  ])('quoted sections do not count as the report’s own text: {%s}', (key, isOwn) => {
    const text = `## What\n\n${Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')}\n`
    const schema = parseSchema(`name: x\nsections:\n  - { id: what${key} }\n`, 'x.yaml')
    expect(passagesOf(buildReport({ path: '_index.md', text }, schema)) !== '').toBe(isOwn)
  })

  test('messages are complete for a section without a purpose', () => {
    const schema = parseSchema(
      'name: x\nsections:\n  - id: what\n    required: true\n  - id: why\n    aliases: { en: [why] }\n',
      'x.yaml',
    )
    const report = buildReport({ path: '_index.md', text: '# Grid Day\n\n## Why\n' }, schema)
    const found = lintReport(report, { schema, rules: [emptySection, missingSection] })
    expect(found.map(({ message }) => message)).toEqual([
      'Unexpected report without a section “what”, expected one with what its title says.',
      'Unexpected empty section “Why”, expected what its title says. Write it, or remove the heading.',
    ])
    expect(found[0]?.fix?.edits[0]?.text).toContain('## what\n\n<!-- what its title says -->\n')
  })

  test('no alias belongs to two sections', () => {
    const owners = new Map<string, string>()
    for (const { id, aliases } of loadSchema('event-report').sections)
      for (const alias of new Set([...aliases.en, ...aliases.vi])) {
        expect(owners.get(alias) ?? id, alias).toBe(id)
        owners.set(alias, id)
      }
  })

  test.each(['toString', 'constructor', '__proto__', 'my.yaml'])('%s is not a built-in schema', (name) => {
    expect(() => loadSchema(name)).toThrow(
      new SchemaError(`Unknown schema "${name}", expected event-report or fcj`, name, 1),
    )
  })

  test.each([
    ['name: x\nsections:\n  - id: a\n    requird: true\n', 4, /requird/],
    ['name: x\nsectoins:\n  - id: a\n', 2, /sectoins.*“sections”/],
    ['name: x\nsections:\n  - id: a\n    content: people!\n', 4, /content/],
    ['name: x\nleftovers:\n  - pattern: "("\n    kind: field\n', 3, /regular expression/],
    ['name: [x\n', 1, /^a “\[” is not closed$/],
    ['name: *nobody\n', 1, /“\*” needs quotation marks/],
    ['name: x\nextends: event-reprt\n', 2, /^extends: unknown schema “event-reprt”.*“event-report”\?$/],
    ['', 1, /^the key “name” is missing$/],
    ['name: ""\n', 1, /^name: unexpected “”, expected a string that is not empty$/],
    [
      'name: x\nextends: fcj\nsections:\n  - id: photos\n    title: { en: " ", vi: b }\n',
      5,
      /title\.en: unexpected “ ”/,
    ],
    ['name: x\nsections:\n  - id: a\n    title:\n      en: b\n      vi: "c\\nd"\n', 6, /of one line$/],
    [
      'name: x\nsections:\n  - id: a\n    aliases:\n      en:\n        - b\n        - ""\n',
      7,
      /en\[2\]: .* a string that is not empty$/,
    ],
    ['name: x\nsampleReport:\n  - x{0,9}\n', 3, /^sampleReport\[1\]: .* that does not match everywhere$/],
    ['name: x\nplaceholders:\n  dates: [1/1/2024]\n', 3, /^placeholders\.dates\[1\]: .* a day as YYYY-MM-DD$/],
    ['name: x\nsections:\n  - id: a\n  - id: b\n  - id: a\n', 5, /^sections\[3\]\.id: “a” appears twice/],
    [
      'name: x\nextends: fcj\nsections:\n  - id: a\n    servedBy: [photos, speeker]\n',
      5,
      /^sections\[1\]\.servedBy\[2\]: unexpected “speeker”, expected the id of another section\. Did you mean “speakers”\?$/,
    ],
    ['name: x\nsections:\n  - id: a\n    servedBy: [a]\n', 4, /servedBy\[1\]: unexpected “a”/],
    [
      'name: x\nextends: event-report\nsections:\n  - id: speakers\n    title: { en: OBJECTIVES, vi: Diễn Giả }\n',
      5,
      /^sections\[1\]\.title\.en: “OBJECTIVES” is the title of the section “objectives” already$/,
    ],
    [
      'name: x\nsections: [{ id: a, order: first }]\n',
      2,
      /^sections\[1\]\.order: unexpected “first”, expected a number$/,
    ],
  ])('errors have the line: %j', (text, line, message) => {
    expect(() => parseSchema(text, 'my.yaml')).toThrowError(message)
    try {
      parseSchema(text, 'my.yaml')
    } catch (error) {
      expect(error).toBeInstanceOf(SchemaError)
      expect((error as SchemaError).path).toBe('my.yaml')
      expect((error as SchemaError).line).toBe(line)
    }
  })
})

describe('a regular expression in a schema', () => {
  test.each([
    'to be (?:announced|confirmed)',
    '^diễn giả \\d{1,2}\\.$',
    '^what.$',
    '^\\\\.$',
    '^[^a-z]$',
    '^\\S$',
    '^\\W$',
    '^\\D{2}$',
    '^\\p{Lu}$',
    '^[💡] insert',
    'ΐ',
    String.raw`^\\S$`,
    String.raw`^\x41$`,
    '[A-Z]{2} \\d',
    '^[^A-Za-zÀ-ỹ]$',
    '^[A-z]$',
    '^Đ$',
    '(?<Mark>\\?)|(?<Letter>A)\\k<Letter>',
  ])('matches the same as with the flags `i` and `u`: %s', (source) => {
    const pattern = schemaPattern(source)
    const whole = new RegExp(source, 'iu')
    const texts = [
      'TO BE CONFIRMED',
      'Diễn giả 12.',
      'what?',
      'What💡',
      '\\💡',
      '💡',
      '💡💡',
      'a',
      'Đ',
      '7',
      '💡 Insert',
      'ΐ',
      '_',
      'AA',
      '\\\\S',
      'Đ Đ ß',
      '',
    ]
    expect(texts.map((text) => pattern.test(text))).toEqual(texts.map((text) => whole.test(text)))
    expect(texts.map((text) => pattern.search(text))).toEqual(texts.map((text) => text.search(whole)))
  })

  test('matches the letters of both languages in the same way', () => {
    const letters = [...'abcdefghijlmnopqrtuvwxyzàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ']
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('')
    for (const letter of letters)
      expect(all.match(new RegExp(letter, 'gi'))).toEqual(all.match(new RegExp(letter, 'giu')))
  })
})
