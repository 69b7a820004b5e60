import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { lintReport } from '../src/lint/lint.js'
import { buildReport } from '../src/report/build.js'
import { invalidFrontMatter } from '../src/rules/invalid-front-matter.js'
import { missingDate } from '../src/rules/missing-date.js'
import { missingFrontMatter } from '../src/rules/missing-front-matter.js'
import { loadSchema } from '../src/schema/load.js'
import { type FrontMatter, readFrontMatter } from '../src/source/front-matter/front-matter.js'
import { displacedFrontMatter } from '../src/source/front-matter/unrecognized.js'
import { applyEdits } from '../src/text/edit.js'

function read(text: string): FrontMatter {
  const frontMatter = readFrontMatter(text)
  if (!frontMatter) throw new Error('no front matter')
  return frontMatter
}

/** The value of a key as written and as read. */
function readValue(text: string, key: string): [written: string, value: unknown] {
  const entry = read(text).entries.get(key)
  if (!entry) throw new Error(`no ${key}`)
  return [text.slice(...entry.value.range), entry.value.value]
}

function errorOf(text: string): [message: string, where: string] {
  const [error, ...more] = read(text).errors
  expect(more).toEqual([])
  if (!error) throw new Error('no error')
  return [error.message, text.slice(...error.range)]
}

const yaml = (body: string): string => `---\n${body}\n---\n\n# Report\n`

describe('the range of the front matter', () => {
  test.each([
    ['LF', '---\ntitle: Grid\n---\n# A'],
    ['CRLF', '---\r\ntitle: Grid\r\n---\r\n# A'],
    ['a lone CR', '---\rtitle: Grid\r---\r# A'],
    ['a byte order mark', '\uFEFF---\ntitle: Grid\n---\n'],
    ['blank lines before', '\uFEFF\n  \n---\ntitle: Grid\n---\n'],
    ['blanks after the fences', '---  \ntitle: Grid\n---\t \n'],
    ['no line end at the end', '---\ntitle: Grid\n---'],
    ['flow style', '---\n{title: Grid}\n---\n'],
    ['JSON in it', '---\n{"title": "Grid"}\n---\n'],
    ['TOML', '+++\ntitle = "Grid"\n+++\n'],
    ['TOML with CRLF', '+++\r\ntitle = "Grid"\r\n+++\r\n'],
  ])('%s', (_, text) => {
    const { range, body, closed, errors } = read(text)
    expect(text.slice(...range)).toMatch(/^(---|\+\+\+)[\s\S]*Grid[\s\S]*\1$/)
    expect(text.slice(...body)).not.toMatch(/---|\+\+\+/)
    expect({ closed, errors }).toEqual({ closed: true, errors: [] })
    expect(readValue(text, 'title')[1]).toBe('Grid')
  })

  test.each([
    ['no text', ''],
    ['a report', '# Report\n\n---\ntitle: no\n---\n'],
    ['a rule', '---\n# Report\n\nText.\n\n---\n'],
    ['a rule and nothing', '---'],
    ['a rule and a field far below', '---\n\n# Report\n\nDate: 4 June 2026\n'],
    ['four dashes', '----\ntitle: Grid\n----\n'],
    ['two words after the fence', '---title: Grid\ndate: x\n---\n'],
  ])('is null for %s', (_, text) => {
    expect(readFrontMatter(text)).toBeNull()
  })

  test('may be empty', () => {
    expect(read('---\n---\n')).toMatchObject({ closed: true, body: [4, 4], errors: [] })
  })

  test('is not closed by an indented fence in a block scalar', () => {
    expect(readValue(yaml('note: |\n  ---\n  b\ntitle: Grid'), 'title')[1]).toBe('Grid')
  })
})

describe('unclosed front matter', () => {
  const open = 'Unexpected end of the text inside the front matter, expected a closing “---” on a line of its own.'

  test.each([
    ['nothing follows', '---\ntitle: "Grid"\nweight: 2\n', '---\ntitle: "Grid"\nweight: 2'],
    ['the report follows', '---\ntitle: "Grid"\n\n# Report\n\nText.\n', '---\ntitle: "Grid"'],
    ['a heading follows at once', '---\ntitle: Grid\n# Report\n\n- a\n\n---\n\nmore\n', '---\ntitle: Grid'],
    [
      'a rule in the report looks like its end',
      '---\ntitle: Grid\n\n# Report\n\nText.\n\n---\n\nText.\n',
      '---\ntitle: Grid',
    ],
    ['the rule is far away', `---\ntitle: Grid\n\n# Report\n\n${'Text. '.repeat(5000)}\n\n---\n`, '---\ntitle: Grid'],
  ])('%s', (_, text, frontMatter) => {
    const { closed, range, entries } = read(text)
    expect(closed).toBe(false)
    expect(text.slice(...range)).toBe(frontMatter)
    expect(entries.size).toBe(0)
    expect(errorOf(text)).toEqual([open, '---'])
  })

  test('ends at a row of dashes, which was meant to close it', () => {
    const text = '---\n\ntitle: Grid\n---------\n\n# Report\n\n---\n\nText.\n'
    const message =
      'Unexpected row of 9 marks, expected “---” to close the front matter: Hugo shows the rest of the row on the page.'
    expect(errorOf(text)).toEqual([message, '---------'])
    expect(text.slice(...read(text).range)).toBe('---\n\ntitle: Grid\n---------')
    expect(read(text)).toMatchObject({ closed: true })
    expect(readValue(text, 'title')[1]).toBe('Grid')
  })

  test('does not include a later row of dashes', () => {
    expect(read('---\ntitle: Grid\n---\n---------\n')).toMatchObject({ closed: true, errors: [] })
  })

  test('ends at a row of dashes even if it cannot be read', () => {
    expect(read('---\ntitle: a: b\n-----\n\n# Report\n').errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('a value with a colon'),
      expect.stringContaining('row of 5 marks'),
    ])
  })

  test('does not end at a row of other characters', () => {
    expect(read('---\ntitle: Grid\n++++++\n\n# Report\n')).toMatchObject({ closed: false })
  })

  test('ends at a row of plus signs in TOML', () => {
    expect(readValue('+++\ntitle = "Grid"\n++++++\n\n# Report\n', 'title')[1]).toBe('Grid')
  })
})

describe('front matter in JSON', () => {
  const message =
    'Unexpected front matter in JSON, expected YAML or TOML: Hugo reads it, but nothing in it is checked here. Write it as YAML.'

  test.each([
    ['{ "title": "Grid" }\n# A\n', '{ "title": "Grid" }'],
    [
      '\uFEFF\r\n{\r\n\t"title": "Grid {1\\"}",\r\n\t"params": {"a": {}}\r\n}\r\n\r\n# A\r\n',
      '{\r\n\t"title": "Grid {1\\"}",\r\n\t"params": {"a": {}}\r\n}',
    ],
    ['{\n  "title": "Grid",\n\n# A\n', '{'],
    ['{"', '{'],
  ])('is detected but not read: %j', (text, frontMatter) => {
    const { format, range, entries } = read(text)
    expect([format, text.slice(...range), entries.size]).toEqual(['json', frontMatter, 0])
    expect(errorOf(text)).toEqual([message, '{'])
  })

  test.each([
    '{{< figure src="a.png" >}}\n',
    '{{% notice "a" %}}\n',
    '{title}\n',
    '# A\n\n{ "title": "Grid" }\n',
  ])('is not %j', (text) => expect(readFrontMatter(text)).toBeNull())

  test('gets no second front matter above it', () => {
    const path = 'content/4-Events/4.2-Event2/_index.md'
    const schema = loadSchema('event-report')
    const report = buildReport(
      { path, text: '{ "title": "Grid" }\n\n# Summary Report: “Grid Day”\n\n**Date:** 4 June 2026\n' },
      schema,
    )
    const found = lintReport(report, { schema, rules: [missingFrontMatter, missingDate, invalidFrontMatter] })
    expect(found.map(({ rule, fix }) => [rule, fix])).toEqual([['invalid-front-matter', undefined]])
  })
})

describe('front matter that is not at the start', () => {
  test.each([
    ['Translated.\n\n---\ntitle: Grid\n---\n# A\n', '---\ntitle: Grid\n---'],
    ['Translated.\r\n\r\n---\r\n\r\ntitle: Grid\r\n---\r\n', '---\r\n\r\ntitle: Grid\r\n---'],
    ['# A\n\n---\n\n+++\ntitle = "Grid"\n+++\n', '+++\ntitle = "Grid"\n+++'],
  ])('%j', (text, frontMatter) => {
    const range = displacedFrontMatter(text)
    expect(range && text.slice(...range)).toBe(frontMatter)
  })

  test.each([
    ['rules', '# A\n\n---\n\nDate: 4 June 2026\n\n---\n\ntext\n'],
    ['one below a rule, in sentences', '# A\n\n---\n\ntitle: Grid\n\nText and more text.\n\n---\n'],
    ['no closing fence', 'Translated.\n\n---\ntitle: Grid\n'],
    ['far below', `# A\n\n${'Text. '.repeat(200)}\n\n---\ntitle: Grid\n---\n`],
  ])('does not count: %s', (_, text) => {
    expect(displacedFrontMatter(text)).toBeNull()
  })
})

describe('values', () => {
  test.each([
    ['title: "Event 2"', 'title', '"Event 2"', 'Event 2'],
    ["title: 'It''s on'", 'title', "'It''s on'", "It's on"],
    ['date: 2025-02-30', 'date', '2025-02-30', '2025-02-30'],
    ['date: !!timestamp 2025-11-17', 'date', '2025-11-17', '2025-11-17'],
    ['time: 18:30', 'time', '18:30', '18:30'],
    ['chapter: no', 'chapter', 'no', 'no'],
    ['"date" : 2025-11-17 # day', 'date', '2025-11-17', '2025-11-17'],
    ['note: |\n  one\n  two\nb: c', 'note', '|\n  one\n  two', 'one\ntwo\n'],
    ['note: one\n  two\nb: c', 'note', 'one\n  two', 'one two'],
    ['title: Grid\u00A0', 'title', 'Grid\u00A0', 'Grid\u00A0'],
    ['a: &day 2025-11-17\ndate: *day', 'date', '*day', '2025-11-17'],
  ])('%s', (body, key, written, value) => {
    expect(readValue(yaml(body), key)).toEqual([written, value])
    const crlf = yaml(body).replaceAll('\n', '\r\n')
    expect(readValue(crlf, key)).toEqual([written.replaceAll('\n', '\r\n'), value])
  })

  test.each([
    'date:',
    'date: ',
    'date: # todo',
    'date:   # todo',
    '"date":',
    'title: x\ndate:',
    '{ title: x, date: , weight: 2 }',
    '{ date, title: x }',
    '{ date }',
  ])('have a range even if they are missing: %s', (body) => {
    const text = yaml(body)
    const { value, range } = read(text).entries.get('date')?.value ?? { value: 0, range: [0, 1] as const }
    expect(value).toBeNull()
    expect(range[0]).toBe(range[1])
    expect(text.slice(0, range[0])).toMatch(/"?date"?:? ?$/)
  })

  test('of TOML include dates and times as written', () => {
    const text =
      '+++\ntitle = "Grid"\ndate = 2025-11-17T08:30:00+07:00\nweight = 2\nat = 18:30:00\n[menu]\ntitle = "no"\n+++\n'
    expect(readValue(text, 'title')).toEqual(['"Grid"', 'Grid'])
    expect(readValue(text, 'date')).toEqual(['2025-11-17T08:30:00+07:00', '2025-11-17T08:30:00+07:00'])
    expect(readValue(text, 'weight')).toEqual(['2', 2])
    expect(readValue(text, 'at')).toEqual(['18:30:00', '18:30:00'])
  })

  test.each([
    ['plain', '---\nTitle: "Grid"\nPRE: "4.2"\n---\n'],
    ['YAML', '---\n{Title: "Grid", "PRE": "4.2"}\n---\n'],
    ['TOML', '+++\nTitle = "Grid"\nPRE = "4.2"\n+++\n'],
  ])('may have keys in upper case: %s', (_, text) => {
    expect(readValue(text, 'title')).toEqual(['"Grid"', 'Grid'])
    expect(readValue(text, 'pre')).toEqual(['"4.2"', '4.2'])
    expect(read(text).entries.get('pre')?.key.value).toBe('PRE')
  })

  test('are those of the first key if two differ only in case', () => {
    expect(readValue(yaml('date: 2025-11-17\nDate: 2025-11-18'), 'date')[1]).toBe('2025-11-17')
  })

  test('may have keys such as __proto__', () => {
    const { entries } = read(yaml('constructor: a\n__proto__: b'))
    expect([...entries.values()].map(({ key, value }) => [key.value, value.value])).toEqual([
      ['constructor', 'a'],
      ['__proto__', 'b'],
    ])
    expect(read(yaml('title: a')).entries.has('toString')).toBe(false)
  })
})

describe('errors', () => {
  test.each([
    ['title: Event 2: Grid', 'a value with a colon in it needs quotation marks around it.', 'Event 2: Grid'],
    ['title: "Grid\ndate: x', 'the quotation marks around this value do not match.', '"Grid'],
    ['title: "Grid\ndate: "x"', 'the quotation marks around this value do not match.', '"Grid'],
    ["title: 'It's on'", 'the quotation marks around this value do not match.', "'It's on'"],
    ['title: a\ntitle: b', 'this key appears twice: keep one.', 'title'],
    ['menu:\n\tmain: b', 'a tab cannot indent here, use spaces.', '\t'],
    ['title: a\n  date: b', 'this line is indented differently from its neighbours.', 'date: b'],
    [' title: a\ndate: b', 'this line is indented differently from its neighbours.', 'date: b'],
    [
      'title Grid\ndate: b',
      'this line is not “key: value”: is the colon missing, or the space after it?',
      'title Grid',
    ],
    ['title: [Event] 2', 'a value that starts with “[” needs quotation marks around it.', '[Event] 2'],
    ['title: **Grid**', 'a value that starts with “*” needs quotation marks around it.', '**Grid**'],
    ['title: @grid', 'a value that starts with “@” needs quotation marks around it.', '@grid'],
    ['date: `r Sys.Date()`', 'a value that starts with “`” needs quotation marks around it.', '`r Sys.Date()`'],
    ['title:a\ndate:b', 'expected lines of “key: value”, with a space after the colon.', 'title:a\ndate:b'],
    ['title: a\n...\ndate: b', 'it ends early, at a line of “...”: remove that line.', 'date: b'],
  ])('%s', (body, message, where) => {
    expect(errorOf(yaml(body))).toEqual([`Unexpected front matter: ${message}`, where])
    expect(read(yaml(body)).entries.size).toBe(0)
  })

  test.each([
    ['title = Grid', 'text needs quotation marks around it.', 'G'],
    ['a = 1\na = 2', 'this is not TOML (Defining a key multiple times is invalid).', 'a'],
  ])('%s', (body, message, where) => {
    expect(errorOf(`+++\n${body}\n+++\n`)).toEqual([`Unexpected front matter: ${message}`, where])
  })

  test('are the same after reading again', () => {
    const text = yaml('title: a: b')
    expect(readFrontMatter(text)).toEqual(readFrontMatter(text))
    expect(read(text).errors).toHaveLength(1)
  })
})

describe('front matter with a language', () => {
  const scope = globalThis as { wasRun?: boolean }
  afterEach(() => {
    delete scope.wasRun
  })

  test.each([
    'js',
    ' js',
    'JavaScript',
    'JS',
    'javascript',
    'coffee',
    'coffeescript',
    'json',
    'toml',
    'yaml',
    'cson',
    'php',
  ])('is neither executed nor read: ---%s', (word) => {
    const text = `---${word}\nglobalThis.wasRun = true\ntitle: x\n---\n# Report\n`
    const { language, entries, errors, closed } = read(text)
    expect({ language, size: entries.size, errors, closed }).toEqual({
      language: word.trim(),
      size: 0,
      errors: [],
      closed: true,
    })
    expect(scope.wasRun).toBeUndefined()
  })

  test('is not executed even if a value is tagged as code', () => {
    expect(readValue(yaml('title: !!js/function "globalThis.wasRun = true"'), 'title')[1]).toBe(
      'globalThis.wasRun = true',
    )
    expect(scope.wasRun).toBeUndefined()
  })

  test('is not executed if it is unclosed', () => {
    expect(read('---js\nglobalThis.wasRun = true\n')).toMatchObject({ language: 'js', closed: false })
    expect(scope.wasRun).toBeUndefined()
  })
})

describe('bounds', () => {
  const bomb = Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1},`.repeat(9)}]`).join(
    '\n',
  )

  test.each([
    ['long front matter', yaml(`a: ${'x'.repeat(17_000)}`), /17 KB, expected at most 16 KB/],
    ['aliases of aliases', yaml(bomb), /expand to more than/],
    ['nested flow', yaml(`a: ${'['.repeat(8000)}${']'.repeat(8000)}`), /nested too deeply/],
    ['nested lists', yaml(`${'- '.repeat(8000)}\na: b`), /nested too deeply/],
    ['nested TOML', `+++\na = ${'{a='.repeat(3000)}1${'}'.repeat(3000)}\n+++\n`, /nested too deeply/],
    ['a text without end', `---\na: b\n${'x\n'.repeat(2_000_000)}`, /expected a closing/],
  ])('%s is an error', (_, text, message) => {
    expect(errorOf(text)[0]).toMatch(message)
  })
})

const pieces = fc.constantFrom(
  ...[
    '---',
    '+++',
    '---js',
    '\n',
    '\r\n',
    '\r',
    '\ntitle: ',
    '\ndate: ',
    '\n- ',
    '\n  x: ',
    '"',
    "'",
    ': ',
    '# T',
    '\t',
    ' ',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!x ',
    '|',
    '>',
    '%',
    '@',
    '`',
    '...',
    '----',
    ' = ',
    '\uFEFF',
    '\u00A0',
    'é',
    '😀',
    '\\',
    '2025-01-02',
  ],
)

test('any text is read without an exception, with valid ranges', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 16 }), fc.boolean(), (parts, isClosed) => {
      const text = `---\n${parts.join('')}${isClosed ? '\n---\n' : ''}`
      const frontMatter = readFrontMatter(text)
      if (!frontMatter) return
      const { range, body, entries, errors } = frontMatter
      const lies = ([start, end]: readonly [number, number], [from, to]: readonly [number, number]) =>
        expect(start >= from && start <= end && end <= to).toBe(true)
      lies(range, [0, text.length])
      lies(body, range)
      for (const error of errors) lies(error.range, [0, text.length])
      for (const { key, value } of entries.values()) {
        lies(key.range, body)
        lies(value.range, [key.range[1], body[1]])
      }
      if (errors.some(({ instead }) => instead === undefined)) expect(entries.size).toBe(0)
    }),
    { numRuns: 2000 },
  )
})

test('replacing the range of a value changes that value and nothing else', () => {
  const plain = fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/)
  const value = fc.oneof(
    plain,
    plain.map((text) => `"${text}"`),
    plain.map((text) => `'${text}'`),
    fc.constant('2025-11-17'),
  )
  fc.assert(
    fc.property(value, value, value, fc.constantFrom('\n', '\r\n'), (first, second, third, eol) => {
      const text = ['---', `title: ${first}`, `date: ${second} # day`, `pre: ${third}`, '---', ''].join(eol)
      const range = read(text).entries.get('date')?.value.range ?? [0, 0]
      const edited = applyEdits(text, [{ range, text: '"new"' }])
      expect(edited).toBe(['---', `title: ${first}`, 'date: "new" # day', `pre: ${third}`, '---', ''].join(eol))
    }),
  )
})
