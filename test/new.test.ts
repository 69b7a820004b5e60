import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { folderWith } from './folder.js'
import { run } from './run.js'

/** The site of the fixtures, which has three events. */
function site(): string {
  const folder = folderWith()
  cpSync(fileURLToPath(new URL('../fixtures/site', import.meta.url)), folder, { recursive: true })
  return folder
}

const write = (cwd: string, name: string, ...args: string[]) => run(cwd, ['new', name, '--date', '2026-08-01', ...args])
const frontMatter = (path: string) => readFileSync(path, 'utf8').split('\n').slice(0, 9)
const events = 'content/4-EventParticipated'

/** The rules with findings in a folder. */
async function rulesFound(cwd: string, folder: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await run(cwd, ['check', folder, '--format', 'json', ...args])
  const { findings, summary } = JSON.parse(stdout)
  expect(summary.files).toBe(2)
  return [...new Set<string>(findings.map(({ rule }: { rule: string }) => rule))].sort()
}

describe('a new report', () => {
  test('is the next event with its translation, like the events before it', async () => {
    const folder = site()
    expect(await write(folder, 'Open Mesh Day')).toEqual({
      code: 0,
      stdout: `wrote ${events}/4.4-Event4/_index.md\nwrote ${events}/4.4-Event4/_index.vi.md\n`,
      stderr: `Fill in the sections; \`reportlint check ${events}/4.4-Event4\` says what is left to do.\n`,
    })
    const target = join(folder, events, '4.4-Event4')
    const own = ['date: 2026-08-01', 'weight: 4', 'chapter: false', 'pre: " <b> 4.4. </b> "', '---', '']
    expect(frontMatter(join(target, '_index.md'))).toEqual([
      '---',
      'title: "Event 4"',
      ...own,
      '# Summary Report: “Open Mesh Day”',
    ])
    expect(frontMatter(join(target, '_index.vi.md'))).toEqual([
      '---',
      'title: "Sự kiện 4"',
      ...own,
      '# Bài thu hoạch: “Open Mesh Day”',
    ])
    expect(readFileSync(join(target, '_index.md'), 'utf8')).toContain(
      '\n### Event Information\n\n- **Event name:** Open Mesh Day\n- **Date:** 2026-08-01\n\n<!-- the name, date and place',
    )
    // The report before it has its sections on level 3, and is Vietnamese alone.
    expect(readFileSync(join(target, '_index.vi.md'), 'utf8')).toContain('\n### Diễn Giả\n\n<!-- ')
    expect(await rulesFound(folder, `${events}/4.4-Event4`)).toEqual(['empty-section', 'empty-speakers'])
    expect((await write(folder, 'Another Day')).stdout).toContain('4.5-Event5/_index.md')
  })

  test.each([
    ['event-report', 'Speakers', 'Mục Tiêu Sự Kiện'],
    ['fcj', 'Event Experience', 'Danh Sách Diễn Giả'],
  ])('has the titles of %s, whatever the name of the event', async (schema, english, vietnamese) => {
    const names = [
      'Data & AI Day: C# *and* [F#] <2026>',
      'The “Mesh” \\ "Grid" Day',
      'Ngày hội dữ liệu lần thứ 3',
      'AWS Cloud Mastery Series #3: Generative AI, Agents and Databases for Every Engineer in Vietnam',
    ]
    for (const name of names) {
      const folder = site()
      expect(await write(folder, name, '--schema', schema), name).toMatchObject({ code: 0 })
      const target = `${events}/4.4-Event4`
      expect(await rulesFound(folder, target, '--schema', schema), name).toEqual(['empty-section', 'empty-speakers'])
      expect(readFileSync(join(folder, target, '_index.md'), 'utf8')).toContain(`\n### ${english}\n`)
      expect(readFileSync(join(folder, target, '_index.vi.md'), 'utf8')).toContain(`\n### ${vietnamese}\n`)
    }
  })

  test('uses the schema of the site by default', async () => {
    const folder = site()
    writeFileSync(join(folder, '.reportlintrc.yaml'), 'schema: fcj\n')
    await write(folder, 'Open Mesh Day')
    expect(readFileSync(join(folder, events, '4.4-Event4/_index.md'), 'utf8')).toContain('\n### Key Highlights\n')
  })

  test('is named after its event if the others are', async () => {
    const page = (title: string) =>
      `---\ntitle: ${title}\n---\n\n# Report: “Grid”\n\n### Speakers\n\n- **Lan Vu**\n\n### Agenda\n\n- 9:00\n`
    const folder = folderWith({
      'content/3-Events/3.2-Kick-off/_index.md': page('Kick-off'),
      'content/3-Events/3.2-Kick-off/_index.vi.md': page('Event 2'),
      'content/3-Events/3.10-Grid-Day/_index.md': page('Grid Day'),
      'content/3-Events/3.10-Grid-Day/_index.vi.md': page('Event 10'),
    })
    const target = '3-Events/3.11-Dem-hoi-Du-lieu-2026'
    expect((await write(join(folder, 'content'), 'Đêm hội Dữ liệu 2026')).stdout).toContain(
      `wrote ${target}/_index.md\n`,
    )
    expect(frontMatter(join(folder, 'content', target, '_index.md'))).toContain('title: "Đêm hội Dữ liệu 2026"')
    expect(frontMatter(join(folder, 'content', target, '_index.vi.md'))).toContain('title: "Event 11"')
    expect(readFileSync(join(folder, 'content', target, '_index.md'), 'utf8')).toContain('\n### Objectives\n')
  })

  test.each([
    ['of the page before it whose titles are headings', '**Mục tiêu**\n\n- Học\n'],
    ['of the English page, where the two before it differ', '## Mục tiêu\n\n- Học\n\n## Diễn giả\n\n- Lan\n'],
  ])('has the same section level in both languages: %s', async (_, vietnamese) => {
    const folder = folderWith({
      [`${events}/4.1-Event1/_index.md`]: '# Report: “Grid”\n\n#### Objectives\n\n- Learn\n\n#### Speakers\n\n- Lan\n',
      [`${events}/4.1-Event1/_index.vi.md`]: `# Bài thu hoạch: “Grid”\n\n${vietnamese}`,
    })
    await write(folder, 'Open Mesh Day')
    const page = (name: string) => readFileSync(join(folder, events, '4.2-Event2', name), 'utf8')
    expect(page('_index.md')).toContain('\n#### Objectives\n')
    expect(page('_index.vi.md')).toContain('\n#### Mục Tiêu Sự Kiện\n')
  })

  test('may be the first of a chapter, in a new folder', async () => {
    const folder = folderWith()
    const { code, stderr } = await write(folder, 'Open Mesh Day', '--in', 'content/4-EventParticipated')
    expect(code).toBe(0)
    expect(stderr).toMatch(/^The folder content\/4-EventParticipated was created\.\nFill in /)
    expect((await write(folder, 'Grid Day', '--in', 'content/4-EventParticipated')).stderr).toMatch(/^Fill in /)
    expect(frontMatter(join(folder, events, '4.1-Event1/_index.md'))).toContain('pre: " <b> 4.1. </b> "')
    await write(folder, 'Open Mesh Day', '--in', 'pages')
    expect(frontMatter(join(folder, 'pages/Event1/_index.md'))).toEqual(
      expect.not.arrayContaining([expect.stringContaining('pre:')]),
    )
  })

  test('may have a given number', async () => {
    const folder = site()
    expect((await write(folder, 'Open Mesh Day', '--number', '7')).stdout).toContain('4.7-Event7')
    expect((await write(folder, 'Grid Evening')).stdout).toContain('4.8-Event8')
  })
})

describe('the folder of a new report', () => {
  test.each(['.', 'content', events, `${events}/4.1-Event1`, 'static/images'])('is found from %s', async (cwd) => {
    const folder = site()
    expect((await write(join(folder, cwd), 'Open Mesh Day')).code).toBe(cwd === 'static/images' ? 2 : 0)
    expect(existsSync(join(folder, events, '4.4-Event4/_index.vi.md'))).toBe(cwd !== 'static/images')
  })

  test('is never a folder of pictures', async () => {
    const folder = site()
    mkdirSync(join(folder, 'static/images/4-Event/4.1-Event1'), { recursive: true })
    expect((await write(folder, 'Open Mesh Day')).stdout).toContain(`wrote ${events}/4.4-Event4`)
  })

  test('is never a chapter about events in programs', async () => {
    const folder = site()
    mkdirSync(join(folder, 'content/5-Workshop/5.4-EventBridge'), { recursive: true })
    expect((await write(folder, 'Open Mesh Day')).stdout).toContain(`wrote ${events}/4.4-Event4`)
  })

  test('must be given if there are several sites', async () => {
    const folder = folderWith({
      'a/content/4-Events/4.1-Event1/_index.md': '',
      'b/content/4-Events/4.1-Event1/_index.md': '',
    })
    const { code, stderr } = await write(folder, 'Open Mesh Day')
    expect(code).toBe(2)
    expect(stderr).toBe(
      'reportlint: several folders contain events (a/content/4-Events, b/content/4-Events): name one of them with --in\n',
    )
    expect((await write(join(folder, 'b'), 'Open Mesh Day')).stdout).toContain('wrote content/4-Events/4.2-Event2')
  })
})

describe('invalid arguments, after which nothing is written', () => {
  const everything = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort()

  test.each([
    [['new', 'Open Mesh Day'], /`reportlint new` needs --date <day>: the day of the event/],
    [['new', '--date', '2026-08-01'], /`reportlint new` needs <name>: the name of the event/],
    [['new', ' ', '--date', '2026-08-01'], /the name of the event is empty/],
    [['new', 'a\nb', '--date', '2026-08-01'], /contains a line break/],
    [['new', 'a {{< b >}}', '--date', '2026-08-01'], /Hugo would execute/],
    [['new', 'Day', '--date', '2026-02-30'], /--date takes a day as YYYY-MM-DD, not “2026-02-30”/],
    [['new', 'Day', '--date', '1/8/2026'], /--date takes a day as YYYY-MM-DD/],
    [['new', 'Day', '--date', '2026-08-01', '--number', '0'], /--number takes a number from 1 to 999, not “0”/],
    [['new', 'Day', '--date', '2026-08-01', '--number', '2'], /there is an event 2 already: content.*4\.2-Event2/],
    [['new', 'Day', '--date', '2026-08-01', '--schema', 'fjc'], /Did you mean “fcj”/],
    [['new', 'Day', '--date', '2026-08-01', '--in', 'hugo.toml'], /hugo\.toml.*: the folder could not be created/],
  ])('%j', async (args, message) => {
    const folder = site()
    const before = everything(folder)
    const { code, stdout, stderr } = await run(folder, args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('something went wrong')
    expect(everything(folder)).toEqual(before)
  })

  test('an existing file is never overwritten', async () => {
    const folder = folderWith({ 'pages/Event1/_index.vi.md': 'mine\n' })
    const { code, stderr } = await write(folder, 'Open Mesh Day', '--in', 'pages')
    expect(code).toBe(2)
    expect(stderr).toBe('reportlint: pages/Event1 is there already, so it was left unchanged\n')
    expect(everything(join(folder, 'pages'))).toEqual(['Event1', join('Event1', '_index.vi.md')])
    expect(readFileSync(join(folder, 'pages/Event1/_index.vi.md'), 'utf8')).toBe('mine\n')
  })

  test('an event is reported once, unless a number is asked for', async () => {
    const folder = site()
    await write(folder, 'Open Mesh Day')
    const before = everything(folder)
    expect(await write(folder, 'open  mesh day!')).toEqual({
      code: 2,
      stdout: '',
      stderr: `reportlint: there is a report on this event already: ${events}/4.4-Event4. --number 5 adds another one\n`,
    })
    expect(everything(folder)).toEqual(before)
    expect((await write(folder, 'Open Mesh Day', '--number', '5')).code).toBe(0)
    expect((await run(folder, ['new', 'Open Mesh Day', '--date', '2026-08-08'])).code).toBe(0)
  })
})
