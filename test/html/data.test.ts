import { describe, expect, test } from 'vitest'
import type { Examined } from '../../src/lint/examine.js'
import type { Finding } from '../../src/lint/finding.js'
import { collectPageData } from '../../src/reporters/html/collect.js'
import { excerptsOf } from '../../src/reporters/html/excerpts.js'
import { html } from '../../src/reporters/html/html.js'
import { hunksOf } from '../../src/reporters/html/hunks.js'
import { align, differenceOf } from '../../src/reporters/html/page/align.js'
import { modelOf } from '../../src/reporters/html/page/build-model.js'
import { addressOf, parseRoute } from '../../src/reporters/html/page/route.js'
import type { PageData } from '../../src/reporters/html/page-data.js'
import { sectionStates } from '../../src/reporters/html/section-states.js'
import { shareTexts } from '../../src/reporters/html/texts.js'
import { applyEdits } from '../../src/text/edit.js'
import { folderWith } from '../folder.js'
import { goodReport } from '../good-report.js'
import { checked, finding } from '../reporters/checked.js'
import { run } from '../run.js'

describe('the changes of a fix, line by line', () => {
  test('a changed word shows the line before and after', () => {
    expect(hunksOf('a\nb c\nd\n', [{ range: [4, 5], text: 'x' }])).toEqual([{ line: 2, removed: 1, added: ['b x'] }])
  })

  test('new lines are inserted before their line', () => {
    expect(hunksOf('a\nb\n', [{ range: [2, 2], text: 'x\n\n' }])).toEqual([{ line: 2, removed: 0, added: ['x', ''] }])
    expect(hunksOf('a\r\n', [{ range: [3, 3], text: 'x\r\n' }])).toEqual([{ line: 2, removed: 0, added: ['x'] }])
  })

  test('removed lines have no replacement', () => {
    expect(hunksOf('a\nb\nc\n', [{ range: [2, 4], text: '' }])).toEqual([{ line: 2, removed: 1, added: [] }])
  })

  test('distant edits are separate changes, edits on one line are one', () => {
    const text = 'one\ntwo\nthree\nfour\nfive six\n'
    const edits = [
      { range: [19, 23] as const, text: '5' },
      { range: [0, 3] as const, text: '1' },
      { range: [24, 27] as const, text: '6' },
    ]
    expect(applyEdits(text, edits)).toBe('1\ntwo\nthree\nfour\n5 6\n')
    expect(hunksOf(text, edits)).toEqual([
      { line: 1, removed: 1, added: ['1'] },
      { line: 5, removed: 1, added: ['5 6'] },
    ])
  })

  test('an edit may end within a line end', () => {
    expect(hunksOf('a\r\nb', [{ range: [0, 2], text: 'x\r' }])).toEqual([{ line: 1, removed: 1, added: ['x'] }])
  })

  test('an edit that changes nothing is not a change', () => {
    expect(hunksOf('a\nb\n', [{ range: [0, 1], text: 'a' }])).toEqual([])
  })
})

describe('the lines that are shown', () => {
  const shown = (text: string | null, show: (excerpts: ReturnType<typeof excerptsOf>) => void) => {
    const texts = shareTexts()
    const excerpts = excerptsOf(text)
    show(excerpts)
    return excerpts.runs(texts).map(([first, ...own]) => [first, ...own.map((each) => texts.all[each])])
  }
  const ten = Array.from({ length: 10 }, (_, at) => `line ${at + 1}`).join('\n')

  test('are those around the places, each once', () => {
    const runs = shown(ten, (excerpts) => {
      excerpts.show(9, 9)
      excerpts.show(2, 2)
      excerpts.show(3, 3)
    })
    expect(runs).toEqual([
      [1, 'line 1', 'line 2', 'line 3', 'line 4', 'line 5'],
      [7, 'line 7', 'line 8', 'line 9', 'line 10'],
    ])
  })

  test('are none without the text', () => {
    expect(shown(null, (excerpts) => excerpts.show(1, 3))).toEqual([])
  })

  test('are cut if they are long, never within a character', () => {
    const line = `${'a'.repeat(1499)}🎤d`
    expect(shown(line, (excerpts) => excerpts.show(1, 1))).toEqual([[1, `${'a'.repeat(1499)}…`]])
  })
})

test('a section is present, elsewhere, empty, missing, or not required', () => {
  const outline = {
    sections: ['objectives', 'speakers', 'highlights', 'takeaways', 'agenda'].map((value) => ({ value })),
    missing: ['applying-to-work'],
    empty: ['speakers', 'agenda'],
  }
  const found = (rule: string, data: Finding['data']) => finding({ rule, ...(data && { data }) })
  const findings = [
    found('merged-section', { section: 'highlights', sections: ['highlights', 'takeaways'] }),
    found('typo', { section: 'objectives' }),
  ]
  const ids = ['objectives', 'speakers', 'highlights', 'takeaways', 'applying-to-work', 'agenda', 'photos']
  expect(sectionStates({ digest: { outline }, findings } as unknown as Examined, ids)).toBe('pbeemb-')
  expect(sectionStates(null, ids)).toBe('???????')
})

describe('the state of a section does not depend on the enabled rules', () => {
  const page = (title: string): string => `4-EventParticipated/4.${title}/_index.md`
  const files = {
    [page('1-Event1')]: goodReport,
    [page('2-Event2')]: goodReport
      .replace(/## Takeaways[\s\S]*/, '')
      .replace('**Lan Pham** – Engineer, Gridworks', 'TBD'),
    [page('3-Event3')]: goodReport.replace('- A grid is a promise\n', ''),
    [page('4-Event4')]: goodReport.replace('- A grid is a promise', 'Coming soon...'),
    [page('5-Event5')]: goodReport.replace(
      /- \*\*Date:.*/,
      '- **Date:** 2025-11-29\n\n<!-- the name, date and place of the event, and your role -->',
    ),
    'notes.md': '# Notes\n\nWords about nothing.\n',
  }
  const statesIn = async (args: string): Promise<Record<string, string>> => {
    const { stdout } = await run(folderWith(files), `check --format html --no-cache ${args}`)
    const data: PageData = JSON.parse(/id="data">(.*)<\/script>/.exec(stdout)?.[1] ?? '')
    return Object.fromEntries(data.reports.map(({ path, states }) => [data.strings[path], states]))
  }

  test('a report with sections missing is never complete', async () => {
    const all = await statesIn('.')
    expect(Object.values(all).map((states) => states.replace(/[-pe]/g, ''))).toEqual(['', 'bmm', 'b', 'b', 'b'])
    expect(await statesIn('. --rule typo')).toEqual(all)
  })

  test('the state is unknown for a page that is not a report', async () => {
    expect(Object.values(await statesIn('notes.md'))).toEqual([expect.stringMatching(/^\?+$/)])
  })
})

describe('the data of the page', () => {
  const text = '# A\n\n## B\n\ntext\n'
  const run = checked(
    [
      finding({
        line: 3,
        endLine: 3,
        fix: { title: 'Rename it', safety: 'safe', edits: [{ range: [5, 9], text: '## C' }] },
      }),
      finding({
        path: 'c/b.md',
        rule: 'other',
        severity: 'warning',
        related: [{ path: 'a.md', line: 1, message: 'here' }],
      }),
    ],
    { textOf: () => text, weights: { error: 5, warning: 1, other: 0.5 } },
  )

  test('has all findings', () => {
    const data = collectPageData(run)
    const model = modelOf(JSON.parse(JSON.stringify(data)))
    expect(
      model.findings.map(({ rule, severity, line, points, report }) => [report.path, rule, severity, line, points]),
    ).toEqual([
      ['a.md', 'some-rule', 'error', 3, 5],
      ['c/b.md', 'other', 'warning', 3, 0.5],
    ])
    const [first, second] = model.findings
    expect(first?.fix).toEqual({
      title: 'Rename it',
      safe: true,
      hunks: [{ line: 3, removed: 1, added: ['## C'], more: 0 }],
    })
    expect([1, 3, 5, 6, 7].map((line) => first?.report.lineAt(line))).toEqual(['# A', '## B', 'text', null, null])
    expect(second?.related).toEqual([{ report: first?.report, path: 'a.md', line: 1, message: 'here' }])
    expect(model.reports.map(({ score }) => score)).toEqual([95, 99.5])
    expect(data.strings).toHaveLength(new Set(data.strings).size)
  })

  test('has page names relative to the site', () => {
    const paths = ['a', 'b'].map((site) => `data/${site}/content/4-EventParticipated/4.1-Event1/_index.md`)
    const { pages } = modelOf(collectPageData(checked([], { files: paths })))
    expect(pages.map(({ site, name }) => [site.name, name])).toEqual([
      ['a', '4.1-Event1'],
      ['b', '4.1-Event1'],
    ])
  })

  test.each([
    ['content', 'site'],
    ['../content', 'lan'],
    ['/home/lan/site/content', 'site'],
    ['../binh/content', 'binh'],
  ])('names the site in the current folder after the folder: %s', (content, name) => {
    const files = [`${content}/4-EventParticipated/4.1-Event1/_index.md`]
    expect(collectPageData(checked([], { files, cwd: '/home/lan/site' })).sites).toEqual([{ name, score: 100 }])
  })

  test('has the first lines of long findings, and all removed lines of long changes', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `line ${at + 1}\n`)
    const long = finding({ line: 1, endLine: 30 })
    const shown = (...found: (typeof long)[]): number[] => {
      const [report] = modelOf(collectPageData(checked(found, { textOf: () => lines.join('') }))).reports
      return lines.flatMap((_, at) => (report?.lineAt(at + 1) === null ? [] : at + 1))
    }
    expect(shown(long)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const edit = { range: [lines[0]?.length ?? 0, lines.slice(0, 12).join('').length], text: '' } as const
    const fix = { title: 'Remove them', safety: 'unsafe', edits: [edit] } as const
    expect(shown({ ...long, endLine: 1, fix })).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  })

  test('cannot end the script element or contain comments', () => {
    const hostile = html(checked([finding({ message: '</script><!-- <script>' })]))
    const [data = '', rest = ''] = hostile.slice(hostile.indexOf('id="data">') + 10).split('</script>')
    expect(JSON.stringify(JSON.parse(data).strings)).toContain('</script><!-- <script>')
    expect(data).not.toContain('<')
    // The page's own script has no such thing in it either.
    expect(rest.replace(/^\n<script>/, '')).not.toMatch(/<!--|<script|<\/script/i)
    expect(hostile.endsWith('</script>\n</body>\n</html>\n')).toBe(true)
  })
})

describe('texts side by side', () => {
  test('similar lines are aligned', () => {
    expect(align(['a', 'b', 'c'], ['a', 'c', 'd'])).toEqual([
      [0, 0],
      [1, null],
      [2, 1],
      [null, 2],
    ])
    expect(align(['a', 'x', 'c'], ['a', 'y', 'c'])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
    expect(align([], ['a'])).toEqual([[null, 0]])
  })

  test('the difference of two lines', () => {
    expect(differenceOf('date: 2024', 'date: 2025')).toEqual([9, 0])
    expect(differenceOf('## Key Highlights', '## Highlights')).toEqual([3, 10])
    expect(differenceOf('aa', 'aaa')).toEqual([2, 0])
    expect(differenceOf('🎤', '🎥')).toEqual([0, 0])
  })
})

test('addresses are parsed and printed consistently; invalid ones lead nowhere', () => {
  expect(addressOf('report/3', { finding: 2, rule: '', event: null })).toBe('#report/3?finding=2')
  const { view, numbers, query } = parseRoute('#report/3?finding=2')
  expect([view, numbers, query.get('finding')]).toEqual(['report', [3], '2'])
  expect(parseRoute('').view).toBe('overview')
  expect(parseRoute('#site/__proto__').numbers).toEqual([-1])
})
