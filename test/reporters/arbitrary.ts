import fc from 'fast-check'
import type { Finding } from '../../src/lint/finding.js'
import type { Checked } from '../../src/reporters/reporter.js'
import type { TextEdit } from '../../src/text/edit.js'
import { indexLines } from '../../src/text/lines.js'
import type { Range } from '../../src/text/range.js'
import { checked } from './checked.js'

/** What means something to some format or to the pages and logs that show it. */
const charged = fc.constantFrom(
  ...'\u0000\t\n\r\u000b\u001b\u007f\u0085\u2028\u2029\u202e\ufeff\ufffe\ud800\udfff'.split(''),
  ...'<>&"\'`*_~[](){}|\\#!$%^@:,;=+-/.?'.split(''),
  ...[
    '::',
    '%0A',
    '%25',
    '```',
    '~~~',
    '](',
    '<!--',
    '-->',
    '<br>',
    '</details>',
    '<script>',
    ']]>',
    '<![CDATA[',
    '&lt;',
    '&#10;',
  ],
  ...[
    '@lan',
    'a@b.vn',
    '#12',
    '!7',
    ':tada:',
    'https://a.vn/',
    'www.a.vn',
    '\n\n# A',
    '\n- ',
    '$x$',
    '[a]: /b',
    '$&',
    '../',
  ],
  ...['report', ' ', '  ', 'ô', 'ế', '🎤', '1'],
)

/** Text as bad as text can be, halves of characters included. */
export const anyText = fc.oneof(
  fc.array(charged, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** A path, relative or absolute, of segments that may hold anything that a file's name may. */
const anyPath = fc
  .tuple(fc.constantFrom('', '/', '../', '../../', './'), fc.array(anyText, { minLength: 1, maxLength: 3 }))
  .map(([start, names]) => start + names.map((name) => name.replaceAll(/[/\0]/g, '') || 'a').join('/'))

/** A text with every kind of line end, with or without a byte order mark. */
const anyDocument = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.array(fc.tuple(anyText, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 6 }),
  )
  .map(([mark, lines]) => mark + lines.flat().join(''))

const within = (text: string, start = 0): fc.Arbitrary<Range> =>
  fc
    .tuple(fc.integer({ min: start, max: text.length }), fc.integer({ min: start, max: text.length }))
    .map(([a, b]): Range => [Math.min(a, b), Math.max(a, b)])

/** Edits that do not overlap, in order. */
const anyEdits = (text: string): fc.Arbitrary<[TextEdit, ...TextEdit[]]> =>
  fc.tuple(within(text), anyText, fc.boolean(), anyText).map(([range, replacement, isSecond, other]) => {
    const first = { range, text: replacement }
    return isSecond ? [first, { range: [text.length, text.length], text: other }] : [first]
  })

const anyFinding = (path: string, text: string): fc.Arbitrary<Finding> =>
  fc
    .record(
      {
        rule: fc.oneof(fc.constantFrom('typo', 'missing-section', 'date-mismatch'), anyText),
        severity: fc.constantFrom('error' as const, 'warning' as const),
        message: anyText,
        range: within(text),
        data: fc.dictionary(anyText, fc.oneof(anyText, fc.integer(), fc.constant(null)), { maxKeys: 3 }),
        related: fc.array(fc.record({ path: anyPath, line: fc.integer({ min: 1, max: 99 }), message: anyText }), {
          minLength: 1,
          maxLength: 2,
        }),
        fix: fc.record({
          title: anyText,
          safety: fc.constantFrom('safe' as const, 'unsafe' as const),
          edits: anyEdits(text),
        }),
      },
      { requiredKeys: ['rule', 'severity', 'message', 'range'] },
    )
    .map((finding): Finding => {
      const lines = indexLines(text)
      const [start, end] = finding.range.map((offset) => lines.place(offset))
      if (!start || !end) throw new Error('a range has two ends')
      return { ...finding, path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
    })

/** A run with any findings in up to three files. */
export const anyChecked: fc.Arbitrary<Checked> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(anyPath, anyDocument), { maxLength: 3, selector: ([path]) => path }),
    fc.array(anyText, { maxLength: 2 }),
    fc.boolean(),
  )
  .chain(([files, failures, hasTexts]) => {
    const texts = new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    return fc
      .tuple(...[...texts].map(([path, text]) => fc.array(anyFinding(path, text), { maxLength: 4 })))
      .map((findings) =>
        checked(findings.flat(), {
          files: [...texts.keys()],
          failures,
          textOf: (path) => (hasTexts ? (texts.get(path) ?? null) : null),
        }),
      )
  })
