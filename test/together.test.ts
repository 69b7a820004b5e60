import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { disputingRuleIds, eventRuleIds } from '../src/rules/event-rule-ids.js'
import { eventRules } from '../src/rules/event-rules.js'
import { type Files, folderWith, writeIn } from './folder.js'
import { run as runIn } from './run.js'

/* Rules across reports in the whole program: what is read, reported and cached. */
const run = (cwd: string, args: string, env: Record<string, string> = {}) =>
  runIn(cwd, args, { env: { XDG_CACHE_HOME: join(cwd, '.cache'), ...env } })

/** The findings, as `path:line rule`. */
async function found(cwd: string, args: string): Promise<string[]> {
  const { stdout, stderr } = await run(cwd, `check --format json ${args}`)
  expect(stderr).toBe('')
  return JSON.parse(stdout).findings.map(
    ({ path, line, rule }: { path: string; line: number; rule: string }) => `${path}:${line} ${rule}`,
  )
}

const DAYS = { 29: 'November 29, 2025', 22: 'November 22, 2025' }

interface Page {
  readonly day?: keyof typeof DAYS
  readonly number?: number
  readonly comment?: string
  readonly speaker?: string
}

/** A report without findings of its own. */
const page = ({ day = 29, number = 1, comment = '', speaker = 'Lan Pham' }: Page = {}): string => `---
title: "Event ${number}"
date: 2025-11-${day}
weight: ${number}
pre: " <b> 4.${number}. </b> "
---

# Summary Report: “Grid Day: Sharing the Load”

## Event Information

${comment}
- **Date:** ${DAYS[day]}

## Objectives

- Learn how the load is shared

## Speakers

- **${speaker}** – Engineer, Gridworks

## Highlights

- A grid is a promise

## Takeaways

- Measure first

## Applying to Work

- Draw our own load
`

const at = (site: string, name = '_index.md', event = '4.1-Event1'): string =>
  `${site}/content/4-EventParticipated/${event}/${name}`

/** Four sites on one event; the third gives another day. */
const fourSites = (third: Page = {}): Files => ({
  [at('a')]: page(),
  [at('b')]: page(),
  [at('c')]: page({ day: 22, ...third }),
  [at('d')]: page(),
})
const conflict = `${at('c')}:13 event-date-conflict`

describe('comparing reports', () => {
  test('finds the same with any options for threads, cache and rules', async () => {
    const folder = folderWith(fourSites())
    for (const options of ['.', '. --jobs 2', '. --no-cache', '--rule event-date-conflict'])
      expect(await found(folder, options), options).toEqual([conflict])
    expect(await run(folder, 'check')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('expected 2025-11-29'),
    })
  })

  test('respects the configured severities', async () => {
    const folder = folderWith(fourSites())
    const configured = async (rules: string, path = '.reportlintrc.yaml') => {
      writeIn(folder, { [path]: rules })
      return run(folder, 'check --format compact')
    }
    expect((await configured('rules: { event-date-conflict: off }\n')).stdout).not.toContain('2025-11-22')
    expect((await configured('rules: { event-date-conflict: warning }\n')).stdout).toMatch(/:13:13: warning/)
    await configured('')
    expect((await configured('rules: { event-date-conflict: off }\n', 'c/.reportlintrc.yaml')).code).toBe(0)
    expect(await configured('rules: { event-date-conflct: off }\n')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean “event-date-conflict”?'),
    })
  })

  test('reports only the wanted files, and reads their neighbours', async () => {
    const folder = folderWith({
      [at('a')]: page(),
      [at('a', '_index.vi.md')]: page({ day: 22 }),
      [at('b')]: page(),
    })
    expect(await found(folder, `${at('a')} --rule translation-mismatch`)).toEqual([
      `${at('a')}:3 translation-mismatch`,
      `${at('a')}:13 translation-mismatch`,
    ])
    expect(await found(folder, `./${at('a')} --rule translation-mismatch`)).toHaveLength(2)
    expect(await found(folder, `${at('a')} --rule translation-mismatch --reports-only`)).toHaveLength(2)
    expect(await found(folder, `${dirname(at('a'))} --rule translation-mismatch`)).toEqual([
      `${at('a', '_index.vi.md')}:3 translation-mismatch`,
      `${at('a', '_index.vi.md')}:13 translation-mismatch`,
    ])
    expect(await found(folder, `${at('b')}`)).toEqual([])
    expect((await run(folder, `check ${at('a')}`)).stdout).toContain('1 report checked')
    writeIn(folder, { '.reportlintrc.yaml': 'exclude: ["*.vi.md"]\n' })
    expect(await found(folder, `${at('a')}`)).toEqual([])
  })

  test('reads other events of the section as neighbours', async () => {
    const second = at('a', '_index.md', '4.2-Event2')
    const folder = folderWith({ [at('a')]: page(), [second]: page({ day: 22 }) })
    expect(await found(folder, `${second} --rule duplicate-event-number`)).toEqual([
      `${second}:5 duplicate-event-number`,
    ])
  })

  test('reports on an index page in a folder only what differs from its pages', async () => {
    const index = 'a/content/4-EventParticipated/_index.md'
    const entry = (day: string) =>
      `---\ntitle: "Events"\n---\n\n## Teh list\n\n### [Event 1](4.1-Event1/)\n\n- **Event Name:** Grid Day: Sharing the Load\n- **Date:** ${day}\n`
    const folder = folderWith({ [at('a')]: page(), [index]: entry(DAYS[29]) })
    expect(await found(folder, '.')).toEqual([])
    writeIn(folder, { [index]: entry(DAYS[22]) })
    expect(await found(folder, '.')).toEqual([expect.stringMatching(`^${index}:\\d+ index-mismatch$`)])
    expect((await run(folder, 'check')).stdout).toContain('1 report checked, 1 other page skipped')
    writeIn(folder, { [index]: `${entry(DAYS[22])}\n<!-- reportlint-disable-file index-mismatch -->\n` })
    expect(await found(folder, '.')).toEqual([])
  })

  test.each([
    ['as the registry does', 'AWS Community Day Vietnam', '2025-11-23', true],
    ['as the registry does, but for what says nothing', 'AWS Community Day in Vietnam: Report', '2025-11-23', true],
    ['otherwise', 'AWS Community Day', '2025-11-23', false],
    ['as another event of a series', 'AWS Community Day Vietnam', '2025-11-22', false],
  ])('a common name means the registered event within a week: a report with the name %s', async (_, name, day, isFound) => {
    const folder = folderWith({
      [at('a')]: page().replace('Grid Day: Sharing the Load', name),
      'events.yaml': `events: [{ name: "AWS Community Day Vietnam", date: ${day} }]\n`,
    })
    expect(await found(folder, '.')).toEqual(isFound ? [`${at('a')}:13 event-date-conflict`] : [])
  })

  test('uses a registry of events even for a single report', async () => {
    const folder = folderWith({
      [at('a')]: page(),
      'events.yaml': 'events: [{ name: "Grid Day: Sharing the Load", date: 2025-11-22 }]\n',
    })
    expect(await found(folder, '.')).toEqual([`${at('a')}:13 event-date-conflict`])
    writeIn(folder, { 'events.yaml': 'events: [{ nam: "Grid Day" }]\n' })
    expect(await run(folder, 'check')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^reportlint: .*events\.yaml:1: /),
    })
  })

  test('ignores unreadable neighbours', async () => {
    const folder = folderWith({ [at('a')]: page(), [at('a', '_index.vi.md')]: '\0' })
    expect(await run(folder, `check ${at('a')}`)).toMatchObject({ code: 0, stderr: '' })
  })

  test('has the ids of the rules', () => {
    expect([...eventRuleIds].sort()).toEqual(eventRules.map(({ id }) => id).sort())
  })
})

describe('comments', () => {
  const disable = (rule: string): string => `<!-- reportlint-disable-next-line ${rule} -->`

  test.each(['event-date-conflict', ''])('suppress findings, and are not unused then: %s', async (rule) => {
    const folder = folderWith(fourSites({ comment: disable(rule) }))
    expect(await found(folder, '.')).toEqual([])
    expect(await found(folder, '--rule unused-suppression --rule event-date-conflict')).toEqual([])
    expect(await found(folder, '--rule unused-suppression')).toEqual([])
  })

  test('are reported as unused only if the run saw all reports that they may concern', async () => {
    const unused = (site: string) => `${at(site)}:12 unused-suppression`
    const folder = folderWith({
      ...fourSites({ day: 29, comment: disable('event-date-conflict') }),
      [at('b')]: page({ comment: disable('translation-mismatch') }),
    })
    expect(await found(folder, '.')).toEqual([unused('b'), unused('c')])
    // With other reports in the run it may be right.
    expect(await found(folder, 'c')).toEqual([])
    expect(await found(folder, `${at('a')} ${at('b')} ${at('c')}`)).toEqual([unused('b')])
  })

  test('with an unknown rule are reported', async () => {
    const folder = folderWith(fourSites({ day: 29, comment: disable('event-date-conflct') }))
    expect((await run(folder, 'check')).stdout).toContain('such as “event-date-conflict”')
  })
})

describe('staged', () => {
  const git = (cwd: string, ...args: string[]): string =>
    execFileSync('git', args, {
      cwd,
      env: { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' },
    }).toString()

  test('neighbours come from the index', async () => {
    const folder = folderWith({ [at('a')]: page(), [at('a', '_index.vi.md')]: page({ day: 22 }) })
    rmSync(join(folder, '.git'))
    git(folder, 'init', '-q')
    git(folder, 'add', '.')
    git(folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'first')
    // On the disk the two agree; in the index they do not.
    writeIn(folder, { [at('a')]: `${page()}\nOne line more.\n`, [at('a', '_index.vi.md')]: page() })
    git(folder, 'add', at('a'))
    const staged = async () => {
      const { stdout } = await run(folder, 'check --staged --format json --rule translation-mismatch', {
        PATH: process.env.PATH ?? '',
      })
      return JSON.parse(stdout).findings.map(({ path, line }: Record<string, unknown>) => `${path}:${line}`)
    }
    expect(await staged()).toEqual([`${at('a')}:3`, `${at('a')}:13`])
    git(folder, 'add', '.')
    expect(await staged()).toEqual([])
  })
})

describe('fix', () => {
  const contents = (folder: string): Files =>
    Object.fromEntries(['a', 'b', 'c'].map((site) => [site, readFileSync(join(folder, at(site)), 'utf8')]))

  test('writes what most reports say only with --unsafe', async () => {
    const folder = folderWith(fourSites())
    expect((await run(folder, 'fix')).stdout).toBe('')
    const { code, stdout } = await run(folder, 'fix --unsafe')
    expect(code).toBe(1)
    expect(stdout).toContain('+++ b/c/')
    expect(contents(folder)).toEqual({ a: page(), b: page(), c: page({ day: 22 }) })
  })

  test.each([
    ['', '; reports were not compared with each other, which needs --unsafe'],
    [
      ' --rule event-date-conflict copied-text',
      '; copied-text and event-date-conflict were not checked, which needs --unsafe',
    ],
    [' --rule typo', ''],
  ])('says without --unsafe which rules were not checked:%s', async (rules, unseen) => {
    const { stderr } = await run(folderWith(fourSites()), `fix${rules}`)
    expect(stderr).toBe(`nothing to fix${unseen}\n`)
  })

  describe('remaining findings', () => {
    const index = 'c/content/4-EventParticipated/_index.md'
    const list = `---\ntitle: "Events"\n---\n\n### [Event 1](4.1-Event1/)\n\n- **Event Name:** Grid Day: Sharing the Load\n- **Date:** Friday, November 21, 2025\n`
    /** Corrected, the third report contradicts the page that lists it. */
    const files = { ...fourSites(), [index]: list }

    test('are those in the written files', async () => {
      const folder = folderWith(files)
      const stdin = Readable.from(['a\n', 'a\n', 'a\n'])
      const { stderr } = await runIn(folder, 'fix --interactive --unsafe', { stdin })
      expect(stderr).toMatch(/ fixed; left: 1 finding that only the author can fix \(see `reportlint check`\)\n$/)
      expect(await found(folder, '.')).toEqual([expect.stringMatching(`^${index}:\\d+ index-mismatch$`)])
    })

    test('are those of a check afterwards', async () => {
      const folder = folderWith({ ...files, [at('d')]: page().replace('Lan Pham', 'TBD') })
      const { stderr } = await run(folder, 'fix --write --unsafe')
      const findings = await found(folder, '.')
      expect(findings).not.toEqual([])
      expect(stderr).toContain(`; left: ${findings.length} finding`)
    })

    test('are a forecast in a dry run, if reports depend on each other', async () => {
      const other = at('c', '_index.vi.md')
      const folder = folderWith({ ...files, [at('a')]: `${page()}\n## Speakers\n`, [other]: page({ day: 22 }) })
      expect((await run(folder, 'fix --unsafe')).stderr).toContain('; left as the other reports are now: ')
    })
  })

  test('a second run changes nothing, and a fix is not evidence for other reports', async () => {
    const files = { ...fourSites({ speaker: 'Pham Lan' }), [at('e')]: page() }
    const whole = folderWith(files)
    await run(whole, 'fix --unsafe --write')
    const once = contents(whole)
    expect(once.c).toBe(page({ speaker: 'Lan Pham' }))
    const alone = folderWith(files)
    await run(alone, 'fix --unsafe --write c')
    // By itself it is on an event of its own: only what was asked for counts, and the files near it.
    expect(contents(alone).c).toBe(files[at('c')])
    expect(await run(whole, 'fix --unsafe --write')).toMatchObject({ stderr: expect.stringContaining('nothing') })
    expect(contents(whole)).toEqual(once)
    expect(await found(whole, '.')).toEqual([])
  })

  test('an index page is corrected by its pages only', async () => {
    const index = 'a/content/4-EventParticipated/_index.md'
    const list = (day: string) =>
      `---\ntitle: "Events"\n---\n\n## Teh list\n\n### [Event 1](4.1-Event1/)\n\n- **Event Name:** Grid Day: Sharing the Load\n- **Date:** ${day}\n`
    const folder = folderWith({ ...fourSites({ day: 29 }), [index]: list('22/11/2025') })
    await run(folder, 'fix --unsafe --write')
    expect(readFileSync(join(folder, index), 'utf8')).toBe(list('29/11/2025'))
  })
})

describe('fixing a page by the index pages that list it', () => {
  const section = 'a/content/4-EventParticipated'
  const listed = (day: string) =>
    `---\ntitle: "Events"\n---\n\n### [Event 1](4.1-Event1/)\n\n- **Event Name:** Grid Day: Sharing the Load\n- **Date:** ${day}\n`
  /** A page whose only day came with the template. */
  const dayless = page()
    .replace('2025-11-29', '2025-09-09')
    .replace('- **Date:** November 29, 2025', '- **Place:** Amber Building')

  test('a day from the template is replaced by that of the list', async () => {
    const folder = folderWith({ [at('a')]: dayless, [`${section}/_index.md`]: listed('22/11/2025') })
    await run(folder, 'fix --unsafe --write --rule index-mismatch')
    expect(readFileSync(join(folder, at('a')), 'utf8')).toBe(dayless.replace('2025-09-09', '2025-11-22'))
    expect(await found(folder, '.')).toEqual([])
  })

  test('lists that differ are ignored', async () => {
    const folder = folderWith({
      [at('a')]: dayless,
      [`${section}/_index.md`]: listed('22/11/2025'),
      [`${section}/_index.vi.md`]: listed('29/11/2025'),
    })
    expect((await run(folder, 'fix --unsafe')).stdout).toBe('')
    // Each of the lists has something to say.
    const finding = `${at('a')}:3 index-mismatch`
    expect(await found(folder, '--rule index-mismatch')).toEqual([finding, finding])
  })
})

describe('days that fixes write', () => {
  const index = 'c/content/4-EventParticipated/_index.md'
  const list = (day: string, folder = '4.1-Event1') =>
    `---\ntitle: "Events"\n---\n\n### [Event 1](${folder}/)\n\n- **Event Name:** Grid Day: Sharing the Load\n- **Date:** ${day}\n`
  const information = '## Event Information\n\n\n- **Date:** November 29, 2025\n\n'
  /** Without the section on the event; `date` in its front matter is all that it has of a day. */
  const bare = (date: string): string => page().replace('2025-11-29', date).replace(information, '')
  const fixed = async (files: Files, path = at('c')): Promise<string> => {
    const folder = folderWith(files)
    await run(folder, 'fix --unsafe --write')
    return readFileSync(join(folder, path), 'utf8')
  }

  test.each([
    '2024-01-01',
    '2025-09-09',
    '2025-12-04',
  ])('the day %s in the front matter is not written into the text', async (date) => {
    const files = { [at('c')]: bare(date) }
    const text = await fixed(files)
    expect(text).toContain('## Event Information\n\n- **Event name:** Grid Day: Sharing the Load\n\n<!-- ')
    expect(text).not.toContain('**Date:**')
  })

  test('the day of the template is not copied to other pages', async () => {
    const files = { [at('c')]: bare('2024-01-01'), [at('d')]: bare('2024-01-01'), [at('e')]: bare('2024-01-01') }
    expect(await fixed({ ...files, [index]: list('22/11/2025') }, index)).toBe(list('22/11/2025'))
  })

  test('a fix by the majority is not undone by the day in the front matter', async () => {
    const text = await fixed({ ...fourSites(), [at('c')]: bare('2025-11-22') })
    expect(text).toContain('date: 2025-11-29')
    expect(text).not.toContain('2025-11-22')
  })

  test('the front matter does not get a day that other sites dispute', async () => {
    const wrong = (date: string, day: string) => page().replace('2025-11-29', date).replace('November 29, 2025', day)
    // The text is corrected first, and the front matter by it.
    expect(await fixed({ ...fourSites(), [at('c')]: wrong('2024-01-01', '22/11/2025') })).toBe(
      wrong('2025-11-29', '29/11/2025'),
    )
    // The weekday of another day goes with it: only the author can correct it.
    const [right, doubtful] = [wrong('2025-11-29', 'Friday, November 21, 2025'), wrong('2025-09-09', '22-23/11/2025')]
    expect(await fixed({ ...fourSites(), [at('c')]: right })).toBe(right)
    expect(await fixed({ ...fourSites(), [at('c')]: doubtful })).toBe(doubtful)
  })

  /** The text gives another year than its translation. */
  const slip = page().replace('November 29, 2025', 'November 29, 2023')

  test('the front matter does not get a day that its translation disputes', async () => {
    expect(await fixed({ [at('c')]: page(), [at('c', '_index.vi.md')]: slip }, at('c', '_index.vi.md'))).toBe(slip)
  })

  describe('a disputed day is not written', () => {
    const templated = slip.replace('date: 2025-11-29', 'date: 2024-01-01')
    const wrong = page({ day: 22 }).replace('date: 2025-11-22', 'date: 2024-01-01')
    const twins = { [at('c')]: page(), [at('c', '_index.vi.md')]: templated }
    const config = { '.reportlintrc.yaml': `rules:\n${disputingRuleIds.map((id) => `  ${id}: off\n`).join('')}` }
    const cases: [what: string, files: Files, path: string][] = [
      ['by its translation', twins, at('c', '_index.vi.md')],
      ['by the other sites', { ...fourSites(), [at('c')]: wrong }, at('c')],
      ['by rules that are off', { ...twins, ...config }, at('c', '_index.vi.md')],
    ]
    test.each(cases)('%s', async (_, files, path) => {
      const folder = folderWith(files)
      const text = files[path]
      for (const args of ['', '--rule placeholder-date -- .']) {
        const { stdout } = await run(folder, `check --format json ${args}`)
        const findings = JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule === 'placeholder-date')
        expect(findings, args).toEqual([expect.not.objectContaining({ fix: expect.anything() })])
        expect(findings[0].message).toMatch(/ Other pages dispute \d{4}-11-\d\d: find out first which day is right\.$/)
        await run(folder, `fix --write ${args}`)
        expect(readFileSync(join(folder, path), 'utf8'), args).toBe(text)
      }
      await run(folder, 'fix --write --unsafe --rule placeholder-date -- .')
      expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
    })

    test('a message about the front matter mentions that the day is disputed', async () => {
      const weekday = page({ day: 22 })
        .replace('date: 2025-11-22', 'date: 2025-11-29')
        .replace('November', 'Monday, November')
      const folder = folderWith({ ...fourSites(), [at('c')]: weekday })
      const { stdout } = await run(folder, 'check --format json --rule date-mismatch -- .')
      expect(JSON.parse(stdout).findings.map(({ message }: { message: string }) => message)).toEqual([
        'Unexpected date 2025-11-29 in the front matter, expected 2025-11-22 as on line 13. Other pages have 2025-11-29 as well: it is probably 2025-11-22 that is wrong.',
      ])
      const another = folderWith({ ...fourSites(), [at('c')]: weekday.replace('date: 2025-11-29', 'date: 2025-11-21') })
      const answer = await run(another, 'check --format json --rule date-mismatch -- .')
      expect(JSON.parse(answer.stdout).findings.map(({ message }: { message: string }) => message)).toEqual([
        'Unexpected date 2025-11-21 in the front matter, expected 2025-11-22 as on line 13. Other pages dispute 2025-11-22: find out first which day is right.',
      ])
    })

    test('for a named file, a staged one, and standard input', async () => {
      const folder = folderWith({ ...twins, ...config })
      const path = at('c', '_index.vi.md')
      await run(folder, `fix --write --rule placeholder-date -- ${path}`)
      expect(readFileSync(join(folder, path), 'utf8')).toBe(templated)
      expect((await runIn(folder, `fix --stdin-filename ${path}`, { stdin: Readable.from([templated]) })).stdout).toBe(
        templated,
      )
      rmSync(join(folder, '.git'), { force: true, recursive: true })
      for (const args of [
        ['init', '-q'],
        ['add', '.'],
      ])
        execFileSync('git', args, { cwd: folder })
      expect((await run(folder, 'fix --staged --rule placeholder-date')).stdout).toBe('')
    })

    test('rules that are off do not report the dispute', async () => {
      expect(await found(folderWith({ ...twins, ...config }), '.')).toEqual([
        `${at('c', '_index.vi.md')}:3 placeholder-date`,
        `${at('c', '_index.vi.md')}:8 wrong-language`,
      ])
    })

    test('an undisputed day is written', async () => {
      const text = page().replace('date: 2025-11-29', 'date: 2024-01-01')
      const folder = folderWith({ ...fourSites(), [at('d')]: text })
      await run(folder, 'fix --write')
      expect(readFileSync(join(folder, at('d')), 'utf8')).toBe(page())
    })
  })

  test('a suppressed dispute does not count', async () => {
    const comment = '<!-- reportlint-disable-next-line event-date-conflict -->'
    const text = page({ day: 22, comment }).replace('date: 2025-11-22', 'date: 2024-01-01')
    expect(await fixed({ ...fourSites(), [at('c')]: text })).toBe(page({ day: 22, comment }))
  })

  test('the day of an event is the one in the original reports, not in fixed ones', async () => {
    const dayless = page().replace('2025-11-29', '2025-09-09').replace(information, '')
    const copied = dayless.replace('2025-09-09', '2025-11-22')
    const other = copied.replace('Grid Day: Sharing the Load', 'Storage Night').replaceAll('4.1', '4.2')
    const sites = ['e', 'f', 'g'].flatMap((site) => [
      [at(site), copied],
      [at(site, '_index.md', '4.2-Event2'), other],
    ])
    // That day is in the front matter of several pages of each site, and counts for none of them.
    const files = { [at('c')]: dayless, [index]: list('29/11/2025'), ...Object.fromEntries(sites) }
    expect(await fixed(files)).toContain('date: 2025-11-29')
  })
})

describe('the cache', () => {
  /** As many reports as are worth remembering, on one event. */
  const many = (): Files => Object.fromEntries(Array.from({ length: 24 }, (_, index) => [at(`s${index + 10}`), page()]))
  const last = at('s33')
  const cacheFiles = (folder: string): string[] =>
    readdirSync(join(folder, '.cache/reportlint'))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(folder, '.cache/reportlint', name))
  /** What has just been written is read again anyway: the files are made older than that. */
  const age = (folder: string, ...paths: string[]): void => {
    for (const path of paths) utimesSync(join(folder, path), new Date(0), new Date(Number(paths.length)))
  }

  test('finds the same as without a cache', async () => {
    const folder = folderWith(many())
    expect(await found(folder, '.')).toEqual([])
    expect(await found(folder, '.')).toEqual([])
    writeIn(folder, { [last]: page({ day: 22 }) })
    for (const time of ['first', 'second', 'third'])
      expect(await found(folder, '.'), time).toEqual([`${last}:13 event-date-conflict`])
    // The other reports are unchanged, but are compared with the registry now.
    writeIn(folder, { 'events.yaml': 'events: [{ name: "Grid Day: Sharing the Load", date: 2025-11-22 }]\n' })
    expect(await found(folder, '.')).toHaveLength(23)
    rmSync(join(folder, 'events.yaml'))
    expect(await found(folder, '.')).toEqual([`${last}:13 event-date-conflict`])
    writeIn(folder, { [last]: page() })
    expect(await found(folder, '.')).toEqual([])
  })

  test('reuses the comparison if the digests are the same', async () => {
    const wrong = page({ day: 22 })
    const folder = folderWith({ ...many(), [last]: wrong })
    expect(await found(folder, '.')).toEqual([`${last}:13 event-date-conflict`])
    writeIn(folder, { [last]: `${wrong}- Everybody saw the DepOps talk\n` })
    for (const time of ['first', 'second'])
      expect(await found(folder, '.'), time).toEqual([`${last}:13 event-date-conflict`, `${last}:34 typo`])
    writeIn(folder, { [last]: page({ day: 22, comment: '\n' }) })
    expect(await found(folder, '.')).toEqual([`${last}:14 event-date-conflict`])
  })

  test('does not use results of neighbours as results of a check', async () => {
    const pages = ['4.1-Event1', '4.2-Event2', '4.3-Event3', '4.4-Event4', '4.5-Event5']
    const file = (folder: string): string => `content/4-Events/${folder}/_index.md`
    const report = '---\ntitle: "Event"\n---\n\nEverybody saw the DepOps talk in the hall.\n'
    const folder = folderWith(Object.fromEntries(pages.map((name) => [file(name), report])))
    age(folder, ...pages.map(file))
    const rules = '--rule typo --rule duplicate-event-number'
    for (const name of [...pages, ...pages])
      expect(await found(folder, `${file(name)} ${rules}`), name).toEqual([`${file(name)}:5 typo`])
    expect(await found(folder, `. ${rules}`)).toHaveLength(pages.length)
  })

  test('notices added and removed reports', async () => {
    const folder = folderWith({ ...many(), [at('s33', '_index.vi.md')]: page() })
    age(folder, ...Object.keys(many()))
    expect(await found(folder, '--rule translation-mismatch')).toEqual([])
    writeIn(folder, { [at('s12', '_index.vi.md')]: page({ number: 2 }) })
    expect(await found(folder, '--rule translation-mismatch')).toHaveLength(1)
    rmSync(join(folder, at('s12', '_index.vi.md')))
    expect(await found(folder, '--rule translation-mismatch')).toEqual([])
  })

  test.each([
    ['empty', () => ''],
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['of somebody else', () => '{"entries": [1, 2]}\n[]\n\t\t\t\n'],
    ['without its tabs', (text: string) => text.replaceAll('\t', ' ')],
  ])('ignores a file that is %s', async (_, damage) => {
    const files = { ...many(), [last]: page({ day: 22 }) }
    const folder = folderWith(files)
    const before = await found(folder, '.')
    expect(cacheFiles(folder)).toHaveLength(3)
    for (const which of [0, 1, 2]) {
      const file = cacheFiles(folder)[which] ?? ''
      writeFileSync(file, damage(readFileSync(file, 'utf8')))
      expect(await found(folder, '.')).toEqual(before)
      // With the other reports known, these have to be held against a new one.
      writeIn(folder, { [at('s20')]: page({ day: 22 }) })
      expect(await found(folder, '.')).toHaveLength(2)
      writeIn(folder, files)
    }
  })

  test('is used for listing events', async () => {
    const folder = folderWith(many())
    const { stdout } = await run(folder, 'events')
    expect(stdout).toContain('24 reports')
    expect((await run(folder, 'events')).stdout).toBe(stdout)
    expect(await found(folder, '.')).toEqual([])
  })

  test('allows concurrent runs', async () => {
    const folder = folderWith({ ...many(), [last]: page({ day: 22 }) })
    const runs = await Promise.all([found(folder, '.'), found(folder, '.'), found(folder, '. --jobs 2')])
    for (const one of runs) expect(one).toEqual([`${last}:13 event-date-conflict`])
    expect(await found(folder, '.')).toEqual([`${last}:13 event-date-conflict`])
  })
})
