import { expect, test } from 'vitest'
import { lintReport } from '../src/lint/lint.js'
import { anchorOf, linkedAnchors } from '../src/markdown/anchors.js'
import { buildReport } from '../src/report/build.js'
import { headingVariant } from '../src/rules/heading-variant.js'
import { typo } from '../src/rules/typo.js'
import { loadSchema } from '../src/schema/load.js'

const schema = loadSchema('event-report')
const fixes = (text: string) =>
  lintReport(buildReport({ path: '_index.md', text }, schema), { schema, rules: [headingVariant, typo] }).map(
    ({ fix }) => fix?.title ?? null,
  )

const page = (link: string) => `# Report: Grid Day\n\n${link}\n\n## Event Objectives\n\n- a\n\n## Kubenetes\n\nb\n`

test.each([
  ['[there](#event-objectives) [k](#kubenetes)'],
  ['[there](#event-objectives "up") [k](#Kubenetes)'],
  ['[there][o] [k][k]\n\n[o]: #event-objectives\n[k]: #kubenetes'],
  ['<a href="#event-objectives">there</a> <a class=x href=#kubenetes>k</a>'],
])('a heading that the page links to keeps its words: %s', (link) => {
  expect(fixes(page(link))).toEqual([null, null])
})

test.each([
  ['Key Takeaways & Lessons Learned', '#key-takeaways--lessons-learned'],
  ['Key Takeaways & Lessons Learned', '#key-takeaways-lessons-learned'],
  ['🎯 Key Lessons', '#-key-lessons'],
  ['Key_Lessons', '#key_lessons'],
  ['Key Lessons', '#key-lessons-1'],
  ['Bài học rút ra', '#b%C3%A0i-h%E1%BB%8Dc-r%C3%BAt-ra'],
])('“%s” is the target of %s', (title, url) => {
  const { tree } = buildReport({ path: '_index.md', text: `[there](${url})\n` }, schema)
  expect(linkedAnchors(tree)).toContain(anchorOf(title))
})

test('a linked heading with punctuation between its words keeps its words, too', () => {
  const text =
    '# Report: Grid Day\n\nSee [this](#key-takeaways--lessons-learned).\n\n## Key Takeaways & Lessons Learned\n\n- a\n'
  expect(fixes(text)).toEqual([null])
})

test('a link to another page does not protect a heading', () => {
  expect(fixes(page('[there](other/#event-objectives)'))).toEqual([
    'Rename the heading to “Objectives”',
    'Correct “Kubenetes” to “Kubernetes”',
  ])
})
