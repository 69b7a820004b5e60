import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import type { ReportedFinding } from '../../src/lint/finding.js'
import { markdown } from '../../src/reporters/markdown.js'
import { summarize } from '../../src/reporters/summary.js'
import { printable } from '../../src/reporters/terminal.js'
import { repositoryPath } from '../../src/source/repository.js'
import { anyChecked } from './arbitrary.js'
import { checked, finding, fix } from './checked.js'

const reader = unified().use(remarkParse).use(remarkGfm)

/** A node and all nodes below it. */
function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesOf(child)
}

const textIn = (node: Nodes): string => [...nodesOf(node)].map((one) => (one.type === 'text' ? one.value : '')).join('')

/** HTML of the summary itself: without attributes except `open`, and with only text on a line. */
const OWN_HTML =
  /^(?:<br>|<\/?code>|<\/details>|<details(?: open)?>\n<summary><code>[^<>\n]*<\/code>[^<>\n]*<\/summary>)$/

/** The visible part of a text without blanks; control characters are spelled out. */
const seen = (text: string): string => printable(text).replace(/[\s\u200b]+/g, '')

describe('markdown', () => {
  test('has counts by rule, then the findings of each report', () => {
    const found = [
      finding({ path: 'b.md', fix: fix('safe'), related: [{ path: 'b.md', line: 2, message: 'here' }] }),
      finding({ path: 'b.md', line: 8, severity: 'warning', rule: 'other-rule', fix: fix('unsafe') }),
      finding({ path: 'c.md', related: [{ path: 'b.md', line: 2, message: 'there' }] }),
    ]
    expect(
      markdown(checked(found, { summary: summarize(found, 7, 2), failures: ['# d.md: the file is *empty*'] })),
    ).toBe(`## reportlint: 2 errors, 1 warning, not everything could be checked

7 reports checked, 2 other pages skipped.

**Could not be checked:**

- ❌ # d.md: the file is &#42;empty&#42;

| Rule | Errors | Warnings | With a fix |
|:--|--:|--:|--:|
| <code>some-rule</code> | 2 |  | 1 |
| <code>other-rule</code> |  | 1 | 1 |
| **all** | 2 | 1 | 2 |

<details>
<summary><code>content/b.md</code>: 1 error, 1 warning</summary>

| | Place | Finding | Rule |
|:--|:--|:--|:--|
| ❌ | 3:1 | Unexpected X, expected Y.<br>↳ line 2: here<br>🔧 fix: Mend it | <code>some-rule</code> |
| ⚠️ | 8:1 | Unexpected X, expected Y.<br>🔧 unsafe fix: Mend it | <code>other-rule</code> |

</details>

<details>
<summary><code>content/c.md</code>: 1 error</summary>

| | Place | Finding | Rule |
|:--|:--|:--|:--|
| ❌ | 3:1 | Unexpected X, expected Y.<br>↳ content/b.md, line 2: there | <code>some-rule</code> |

</details>

<code>reportlint fix --write</code> fixes 1 of them. <code>reportlint explain RULE</code> says why a rule exists.
`)
  })

  test('unfolds a single report', () => {
    expect(markdown(checked([finding()]))).toContain('<details open>')
  })

  test('shows only some of many findings of one rule in a report', () => {
    const many = Array.from({ length: 53 }, (_, index) => finding({ line: index + 1 }))
    const text = markdown(checked([...many, finding({ line: 99, rule: 'rare-rule' })]))
    expect(text).toContain('| ❌ | 10:1 |')
    expect(text).not.toContain('| ❌ | 11:1 |')
    expect(text).toContain('| | | … and 43 more like these | <code>some-rule</code> |')
    expect(text).toContain('| ❌ | 99:1 |')
    expect(text).toContain('| <code>some-rule</code> | 53 |')
  })

  test('never exceeds the limit of GitHub', () => {
    const many = Array.from({ length: 9000 }, (_, index) =>
      finding({ path: `${String(index).padStart(4, '0')}.md`, message: 'Điều này không đúng. '.repeat(9) }),
    )
    const text = markdown(checked(many, { failures: many.map(({ path }) => `${path}: no`) }))
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
    const shownFiles = text.split('<details>').length - 1
    expect(shownFiles).toBeGreaterThan(1000)
    expect(text).toContain(
      `\n… and ${9000 - shownFiles} findings in ${9000 - shownFiles} reports more than there is room for here.\n`,
    )
    expect(text).toContain('- … and 8950 more\n')
  })

  test.each([
    ['mentions', 'ask @lan or a@b.vn', 'ask @&#8203;lan or a@&#8203;b.vn'],
    ['numbers of issues', 'as in #12, !7 and $3', 'as in #&#8203;12, &#33;&#8203;7 and &#36;&#8203;3'],
    ['addresses', 'https://a.vn and www.b.vn', 'https:&#8203;//a.vn and www&#8203;.b.vn'],
    ['names of pictures', ':tada: at 10:30', ':&#8203;tada: at 10:30'],
    ['tags and references', '<b>&amp;', '&#60;b&#62;&#38;amp;'],
    ['cells', 'a | b\\|', 'a &#124; b&#92;&#124;'],
    ['lines', 'a\nb', 'a&#92;u000ab'],
  ])('escapes %s', (_, message, written) => {
    expect(markdown(checked([finding({ message })]))).toContain(`| 3:1 | ${written} |`)
  })

  test('escapes any text, and loses none of it', () => {
    fc.assert(
      fc.property(anyChecked, (run) => {
        const tree = reader.parse(markdown(run))
        for (const node of nodesOf(tree)) {
          if (node.type === 'html') expect(node.value).toMatch(OWN_HTML)
          else if (node.type === 'text') expect(node.value).not.toMatch(/@[^\u200b]|[#!$%&~^]\d|:\/\/|www\.|:[\w+-]+:/i)
          else
            expect([
              'root',
              'heading',
              'paragraph',
              'strong',
              'inlineCode',
              'list',
              'listItem',
              'table',
              'tableRow',
              'tableCell',
            ]).toContain(node.type)
        }
        const tables = tree.children.filter(({ type }) => type === 'table').slice(1)
        const rows = tables.flatMap((table) => [...nodesOf(table)].filter(({ type }) => type === 'tableRow').slice(1))
        expect(rows.map((row) => seen(textIn(row)))).toEqual(run.findings.map((one) => rowOf(one)))
        function rowOf({
          severity,
          line,
          column,
          message,
          rule,
          path,
          related = [],
          fix: offer,
        }: ReportedFinding): string {
          const others = related.map((other) => {
            const file = other.path === path ? '' : `${repositoryPath(other.path, run)}, `
            return `↳ ${file}line ${other.line}: ${other.message}`
          })
          const mend = offer ? `🔧 ${offer.safety === 'safe' ? 'fix' : 'unsafe fix'}: ${offer.title}` : ''
          return seen(
            [severity === 'error' ? '❌' : '⚠️', `${line}:${column}`, message, ...others, mend, rule].map(seen).join(''),
          )
        }
      }),
    )
  })
})
