import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Files, folderWith } from './folder.js'
import { run as runIn } from './run.js'

/* The day of an event in a report that does not give it, known from other pages. */
const run = (cwd: string, args: string) => runIn(cwd, args, { env: { XDG_CACHE_HOME: join(cwd, '.cache') } })

interface Content {
  /** Lines of the front matter. */
  readonly frontMatter?: string
  /** What the text says of the day. */
  readonly body?: string
}

const page = ({ frontMatter = 'date: 2026-03-14', body = '' }: Content = {}): string =>
  `---\ntitle: "Event 1"\n${frontMatter}\n---\n\n# Summary Report: “Grid Day: Sharing the Load”\n\n${body}\n`

const at = (site: string, name = '_index.md', folder = '4.1-Event1'): string =>
  `${site}/content/4-EventParticipated/${folder}/${name}`

const list = (day: string): string =>
  `---\ntitle: "Events"\n---\n\n| Event | Date |\n|---|---|\n| [Grid Day: Sharing the Load](4.1-Event1/) | ${day} |\n`

/** The findings on the date of `path`. */
async function dated(cwd: string, path: string, args = '.') {
  const { stdout } = await run(cwd, `check --format json ${args}`)
  const all: { path: string; rule: string; message: string; related?: unknown[]; fix?: object }[] =
    JSON.parse(stdout).findings
  return all
    .filter((finding) => finding.path === path && finding.rule.endsWith('-date'))
    .map(({ rule, message, related = [], fix }) => ({ rule, message, related, fix }))
}

const SET = { title: 'Set the date to 2026-03-14', safety: 'unsafe' }

describe('the day that most sites give', () => {
  const asked = at('a')
  const others = { [at('b')]: page(), [at('c')]: page({ body: '**Date:** March 14, 2026' }) }

  test.each([
    [
      'weight: 1',
      'missing-date',
      'Unexpected front matter without a date',
      '---\ntitle: "Event 1"\ndate: 2026-03-14\nweight: 1\n---',
    ],
    [
      'date: ""',
      'missing-date',
      'Unexpected empty date in the front matter',
      '---\ntitle: "Event 1"\ndate: "2026-03-14"\n---',
    ],
    [
      'date:',
      'missing-date',
      'Unexpected empty date in the front matter',
      '---\ntitle: "Event 1"\ndate: 2026-03-14\n---',
    ],
    [
      'date: "`r Sys.Date()`"',
      'placeholder-date',
      'Unexpected date "`r Sys.Date()`" from the template',
      '---\ntitle: "Event 1"\ndate: "2026-03-14"\n---',
    ],
    [
      'date: 2024-01-01T00:00:00+07:00',
      'placeholder-date',
      'Unexpected date 2024-01-01T00:00:00+07:00 from the template',
      '---\ntitle: "Event 1"\ndate: 2026-03-14T00:00:00+07:00\n---',
    ],
    [
      'date: "next spring"',
      'invalid-date',
      'Unexpected date "next spring", which Hugo cannot read',
      '---\ntitle: "Event 1"\ndate: "2026-03-14"\n---',
    ],
  ])('replaces %s', async (frontMatter, rule, found, fixed) => {
    const cwd = folderWith({ ...others, [asked]: page({ frontMatter }) })
    const [finding, ...rest] = await dated(cwd, asked)
    expect(finding).toEqual({
      rule,
      message: `${found}, expected 2026-03-14 as 2 of 2 sites with a report on this event say.`,
      related: [
        { path: at('b'), line: 3, message: 'here it is 2026-03-14' },
        { path: at('c'), line: 8, message: 'here it is 2026-03-14' },
      ],
      fix: SET,
    })
    expect(rest).toEqual([])
    const { stderr } = await run(
      cwd,
      'fix . --write --unsafe --rule missing-date --rule placeholder-date --rule invalid-date',
    )
    expect(stderr).toContain('Set the date to 2026-03-14')
    expect(readFileSync(join(cwd, asked), 'utf8').slice(0, fixed.length)).toBe(fixed)
    expect(await dated(cwd, asked)).toEqual([])
  })
})

test('no day is offered by a single site, or without a clear majority', async () => {
  const open = 'expected the day of the event'
  const alone = folderWith({ [at('a')]: page({ frontMatter: 'date: ""' }), [at('b')]: page() })
  expect((await dated(alone, at('a')))[0]).toMatchObject({ message: expect.stringContaining(open), fix: undefined })
  const split = folderWith({
    [at('a')]: page({ frontMatter: 'date: ""' }),
    [at('b')]: page(),
    [at('c')]: page(),
    [at('d')]: page({ frontMatter: 'date: 2026-03-21' }),
  })
  expect((await dated(split, at('a')))[0]).toMatchObject({ message: expect.stringContaining(open), fix: undefined })
})

test('the registry of events takes precedence over the sites', async () => {
  const cwd = folderWith({
    [at('a')]: page({ frontMatter: 'date: ""' }),
    [at('b')]: page(),
    [at('c')]: page(),
    'events.yaml': 'events: [{ name: "Grid Day: Sharing the Load", date: 2026-03-15 }]\n',
  })
  expect((await dated(cwd, at('a')))[0]).toMatchObject({
    message: 'Unexpected empty date in the front matter, expected 2026-03-15 as the registry of events says.',
    fix: { title: 'Set the date to 2026-03-15', safety: 'unsafe' },
  })
})

test('a day in the text of the report takes precedence over other reports', async () => {
  const cwd = folderWith({
    [at('a')]: page({ frontMatter: 'date: ""', body: '**Date:** March 14, 2026' }),
    [at('b')]: page(),
    [at('c')]: page(),
  })
  expect((await dated(cwd, at('a')))[0]).toMatchObject({
    message: 'Unexpected empty date in the front matter, expected 2026-03-14, the day on line 8.',
    fix: { safety: 'safe' },
  })
})

test('of two readings of an ambiguous day, the one that others give is offered', async () => {
  const body = '**Date:** 03/04/2026'
  const given = (frontMatter: string) =>
    folderWith({
      [at('a')]: page({ frontMatter: 'date: ""', body }),
      ...Object.fromEntries(['b', 'c', 'd'].map((site) => [at(site), page({ frontMatter })])),
    })
  expect((await dated(given('date: 2026-03-04'), at('a')))[0]?.fix).toEqual({
    title: 'Set the date to 2026-03-04',
    safety: 'unsafe',
  })
  expect((await dated(given('date: 2026-04-03'), at('a')))[0]?.fix).toEqual({
    title: 'Set the date to 2026-04-03',
    safety: 'unsafe',
  })
})

test('if the text is ambiguous, the front matter gets the day that others give', async () => {
  const cwd = folderWith({
    [at('a')]: page({ frontMatter: 'date: 2026-05-01', body: '**Date:** 03/04/2026' }),
    ...Object.fromEntries(['b', 'c', 'd'].map((site) => [at(site), page({ frontMatter: 'date: 2026-04-03' })])),
  })
  const { stdout } = await run(cwd, 'check . --format json --rule date-mismatch event-date-conflict')
  const [finding, ...others] = JSON.parse(stdout).findings
  expect(finding).toMatchObject({
    rule: 'date-mismatch',
    message:
      'Unexpected date 2026-05-01 in the front matter, expected 2026-04-03 as 3 of 3 sites with a report on this event say.',
    fix: { title: 'Set the date to 2026-04-03', safety: 'unsafe' },
  })
  expect(others).toEqual([])
})

test('pages with the sample of the template are about no event', async () => {
  const speakers = '## Speakers\n\n- **Lan Vo** – Engineer, Gridworks\n- **Oscar Lind** – Architect, Gridworks'
  const sample = page({ frontMatter: 'date: ""', body: speakers }).replace(
    'Grid Day: Sharing the Load',
    'GenAI-powered App-DB Modernization',
  )
  const body = `**Date:** March 14, 2026\n\n${speakers}`
  const cwd = folderWith({
    [at('a')]: sample,
    [at('b')]: page({ body }),
    [at('c')]: page({ body }),
    [at('c', '_index.vi.md')]: sample,
    [at('d')]: page({ body }),
  })
  expect((await dated(cwd, at('a')))[0]?.fix).toBeUndefined()
})

describe('within a site', () => {
  const empty = page({ frontMatter: 'date: ""' })

  test.each([
    [
      'its translation',
      { [at('a', '_index.vi.md')]: page({ body: '**Thời gian:** 14/03/2026' }) },
      'its translation says',
    ],
    ['the index page', { [at('a', '_index.md', '.')]: list('March 14, 2026') }, 'the index page says'],
  ])('the day that %s gives is offered, even if one report is checked', async (_, others, who) => {
    const cwd = folderWith({ [at('a')]: empty, ...others })
    for (const args of ['.', at('a')])
      expect((await dated(cwd, at('a'), args))[0]).toMatchObject({
        message: `Unexpected empty date in the front matter, expected 2026-03-14 as ${who}.`,
        fix: SET,
      })
  })

  test('no day is offered if translation and index page disagree', async () => {
    const cwd = folderWith({
      [at('a')]: empty,
      [at('a', '_index.vi.md')]: page(),
      [at('a', '_index.md', '.')]: list('March 15, 2026'),
    })
    expect((await dated(cwd, at('a')))[0]?.fix).toBeUndefined()
  })

  test('a day in the front matter of a translation that other pages share does not count', async () => {
    const cwd = folderWith({
      [at('a')]: empty,
      [at('a', '_index.vi.md')]: page(),
      [at('a', '_index.md', '4.2-Event2')]: page().replace('Grid Day', 'Mesh Night'),
    })
    expect((await dated(cwd, at('a')))[0]?.fix).toBeUndefined()
  })
})

describe('the day on an index page', () => {
  const SAMPLE = 'GenAI-powered App-DB Modernization workshop'
  const others = Object.fromEntries(['b', 'c', 'd'].map((site) => [at(site), page()]))
  const listed = at('a', '_index.md', '.')
  const undated = page({ frontMatter: 'date: ""' })

  test('takes precedence if the day is far from that of others: the page may be about another event', async () => {
    const fixOf = async (files: Files) =>
      (await dated(folderWith({ ...others, [at('a')]: undated, ...files }), at('a')))[0]?.fix
    expect(await fixOf({ [listed]: list('March 13, 2026') })).toEqual(SET)
    const summer = { [listed]: list('June 20, 2026') }
    expect(await fixOf(summer)).toEqual({ ...SET, title: 'Set the date to 2026-06-20' })
    expect(await fixOf({ ...summer, [at('a', '_index.vi.md', '.')]: list('14/03/2026') })).toBeUndefined()
  })

  test('is ignored for the sample event of the template', async () => {
    const sample = list('June 20, 2026').replace('Grid Day: Sharing the Load', SAMPLE)
    const known = folderWith({ ...others, [at('a')]: undated, [listed]: sample })
    expect((await dated(known, at('a')))[0]?.fix).toEqual(SET)
    const unknown = folderWith({ [at('a')]: undated, [listed]: sample })
    expect((await dated(unknown, at('a')))[0]?.fix).toBeUndefined()
  })

  test('is not offered to a page that does not name its event', async () => {
    const nameless = undated.replace('Summary Report: “Grid Day: Sharing the Load”', 'Summary Report')
    const cwd = folderWith({ [at('a')]: nameless, [listed]: list('March 14, 2026') })
    expect((await dated(cwd, at('a')))[0]?.fix).toBeUndefined()
  })

  test('of the sample event is replaced together with its name', async () => {
    const sample = list('June 20, 2026').replace('Grid Day: Sharing the Load', SAMPLE)
    const offered = async (content: Content) => {
      const { stdout } = await run(
        folderWith({ [at('a')]: page(content), [listed]: sample }),
        'fix . --unsafe --rule index-mismatch',
      )
      return stdout.split('\n').filter((line) => /^\+\| /.test(line))
    }
    expect(await offered({ body: '**Date:** March 14, 2026' })).toEqual([
      '+| [Grid Day: Sharing the Load](4.1-Event1/) | March 14, 2026 |',
    ])
    expect(await offered({ frontMatter: 'date: ""' })).toEqual([])
  })
})

test('suppressing the comparison also suppresses the offered day', async () => {
  const comment = '<!-- reportlint-disable-file event-date-conflict -->'
  const cwd = folderWith({
    [at('a')]: page({ frontMatter: 'date: ""', body: comment }),
    [at('b')]: page(),
    [at('c')]: page(),
  })
  expect((await dated(cwd, at('a')))[0]?.fix).toBeUndefined()
})
