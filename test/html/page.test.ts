import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PageData } from '../../src/reporters/html/page-data.js'
import { sharedFolder, writeIn } from '../folder.js'
import { goodReport } from '../good-report.js'
import { run } from '../run.js'
import { HOSTILE, writeClass } from './made-up.js'

/* The page in a browser, opened from the disk. */
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))
if (!executablePath) console.warn('chromium is not installed: the page is not looked at, and these tests are skipped')

const folder = sharedFolder()
const file = join(folder, 'report.html')
let browser: Browser
const open: Page[] = []

async function makePage(cwd: string, output: string, paths: readonly string[] = ['.']): Promise<number> {
  const args = ['check', ...paths, '--format', 'html', '--jobs', '1', '--output', output]
  return (await run(cwd, args, { env: { XDG_CACHE_HOME: join(folder, 'cache') } })).code
}

beforeAll(async () => {
  if (!executablePath) return
  const reports = join(folder, 'class')
  writeClass(reports, { sites: 8 })
  const hostile = join(reports, '<b>eve<b>-1/content/4-EventParticipated/4.1-Event1/_index.md')
  mkdirSync(dirname(hostile), { recursive: true })
  writeFileSync(hostile, HOSTILE)
  expect(await makePage(reports, file)).toBe(1)
  browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}, 120_000)

afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close()
})

afterAll(async () => {
  await browser?.close()
})

/** Opens a view of the page. Browser errors and network requests fail the test. */
async function visit(place: string, options: BrowserContextOptions = {}, path = file): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  open.push(page)
  page.on('console', (message) => expect.soft(message.text(), 'the console is quiet').toBe(''))
  page.on('pageerror', (error) => expect.soft(error.message, 'no error is thrown').toBe(''))
  page.on('request', (request) => expect.soft(request.url(), 'nothing is fetched').toContain(pathToFileURL(path).href))
  await page.goto(`${pathToFileURL(path)}${place}`)
  await page.waitForSelector('main h1')
  return page
}

const dataIn = (path: string): PageData =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(readFileSync(path, 'utf8'))?.[1] ?? '')

const focused = (page: Page): Promise<string> =>
  page.evaluate("document.activeElement?.className + ': ' + document.activeElement?.textContent")

const texts = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allTextContents()

/** Every kind of view, with content. */
async function everyPlace(): Promise<string[]> {
  const page = await visit('#copies')
  const copy = await page.locator('main tbody a.shared').first().getAttribute('href')
  expect(copy).toMatch(/^#copy\/\d+\/\d+$/)
  return [
    '#overview',
    '#reports',
    '#reports?group=event',
    '#report/0',
    '#events',
    '#event/0',
    '#copies',
    copy as string,
    '#scores',
    '#site/0',
    '#findings',
    '#nowhere',
  ]
}

describe.runIf(executablePath)('the page', () => {
  test('shows the totals at the top', async () => {
    const page = await visit('')
    const { reports, sites, events } = dataIn(file)
    const tiles = await texts(page, '.tiles a')
    expect(tiles.slice(0, 3)).toEqual([`${reports.length} reports`, `${sites.length} sites`, `${events.length} events`])
    expect([reports.length, sites.length]).toEqual([81, 9])
    const complete = reports.filter(({ states }) => !/[mb]/.test(states)).length
    expect(tiles[3]).toBe(`${complete} complete`)
    expect(complete).toBeGreaterThan(5)
    expect(await texts(page, 'section:has(h2:text("Most common deviations")) tbody th')).toContain('missing-section')
  })

  test('uses the singular for one', async () => {
    const reports = join(folder, 'one')
    writeIn(reports, {
      'content/4-EventParticipated/4.1-Event1/_index.md': goodReport.replace('Learn how', 'Learn  recieve'),
    })
    const one = join(folder, 'one.html')
    await makePage(reports, one)
    const page = await visit('', {}, one)
    expect(await texts(page, '.tiles a')).toEqual(['1 report', '1 site', '1 event', '1 complete', '1 finding'])
    expect(await texts(page, '.spread figcaption')).toEqual(['1 report: 99'])
  })

  test.each(['toString', 'constructor', '__proto__'])('ignores an invalid address: %s', async (name) => {
    for (const place of [`#${name}`, `#reports?sort=${name}`, `#scores?sort=${name}`]) {
      const page = await visit(place)
      expect(await page.locator('main h1').textContent()).toBe(
        place.startsWith('#reports') ? 'Reports' : place.startsWith('#scores') ? 'Scores' : 'Event reports',
      )
    }
  })

  test('links to the worst reports, disputed events and copies from the start', async () => {
    for (const [title, arrives] of [
      ['Most deviations', /^#report\//],
      ['Events whose dates disagree', /^#event\//],
      ['Copies', /^#copy\//],
    ] as const) {
      const page = await visit('')
      await page.locator(`section:has(h2:text-is("${title}")) ol a`).first().click()
      await expect.poll(() => new URL(page.url()).hash).toMatch(arrives)
      expect(await page.locator('main h1').textContent()).not.toMatch(/^No such/)
    }
  })

  test('shows a page and its translation in one row of the grid, with the state of every section', async () => {
    const page = await visit('#reports')
    expect(await page.locator('.grid tbody tr:not(.group)').count()).toBe(41)
    const row = page.locator('.grid tbody tr:not(.group)').nth(1)
    const labels = await row
      .locator('a[aria-label]')
      .evaluateAll((links) => links.map((each) => each.getAttribute('aria-label')))
    expect(labels).toContainEqual(expect.stringMatching(/^Speakers, English: (?:present|empty|missing|elsewhere)$/))
    expect(labels).toContainEqual(expect.stringMatching(/^Speakers, Vietnamese: /))
    expect(labels).toHaveLength(12)
  })

  test('marks the day in the grid that is not the event’s', async () => {
    const reports = join(folder, 'days')
    const path = (site: string, name: string): string => `${site}/content/4-EventParticipated/4.1-Event1/${name}`
    writeIn(reports, {
      [path('anh', '_index.md')]: goodReport,
      [path('binh', '_index.md')]: goodReport,
      [path('chi', '_index.md')]: goodReport,
      [path('chi', '_index.vi.md')]: goodReport.replace('Saturday, November 29th', 'Saturday, December 6th'),
    })
    const days = join(folder, 'days.html')
    await makePage(reports, days)
    const page = await visit('#reports', {}, days)
    expect(await texts(page, '.grid td.day')).toEqual(['2025-11-29', '2025-11-29', '2025-12-06'])
    expect(await texts(page, '.grid td.odd')).toEqual(['2025-12-06'])
    expect(await page.locator('.grid td.odd').getAttribute('title')).toBe('The event: 2025-11-29')
  })

  test('sorts by a column in both directions', async () => {
    const page = await visit('#reports?group=none')
    const scores = async (): Promise<number[]> => (await texts(page, '.grid tbody td.number')).map(Number)
    await page.getByRole('button', { name: 'Score' }).click()
    const up = await scores()
    expect(up).toEqual(up.toSorted((a, b) => a - b))
    expect(up.at(-1)).toBeGreaterThan(up[0] as number)
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('Score')
    await page.getByRole('button', { name: 'Score' }).click()
    expect(await scores()).toEqual(up.toReversed())
    expect(page.url()).toContain('sort=-score')
  })

  test('filters by site, event, language, rule, severity and words, which the address keeps', async () => {
    const page = await visit('#reports?group=none')
    const rows = page.locator('.grid tbody tr:has(td)')
    const { reports, rules } = dataIn(file)
    await page.getByLabel('Site', { exact: true }).selectOption({ label: 'chi-1' })
    expect(await rows.count()).toBe(5)
    await page.getByLabel('Rule', { exact: true }).selectOption('missing-section')
    const rule = rules.findIndex(({ id }) => id === 'missing-section')
    const site = dataIn(file).sites.findIndex(({ name }) => name === 'chi-1')
    const lacking = reports.filter((one) => one.site === site && one.findings.some(([own]) => own === rule))
    expect(await rows.count()).toBe(new Set(lacking.map((one) => one.page)).size)
    await page.getByLabel('Language', { exact: true }).selectOption('vi')
    expect(await rows.count()).toBe(lacking.filter(({ language }) => language === 'vi').length)
    await page.reload()
    expect(await page.getByLabel('Language', { exact: true }).inputValue()).toBe('vi')
    await page.getByRole('button', { name: 'Clear' }).click()
    expect(await rows.count()).toBe(41)
    await page.getByLabel('Search', { exact: true }).fill('pipelines DUNG')
    expect(await texts(page, '.grid tbody th')).toEqual([expect.stringContaining('Night of the Broken Pipelines')])
    await page.getByLabel('Search', { exact: true }).fill('nothing of the kind')
    expect(await page.locator('.status').textContent()).toMatch(/^0 pages of 41/)
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByLabel('Group', { exact: true }).selectOption('event')
    await expect
      .poll(async () => (await texts(page, 'tr.group a')).filter((name) => !name.includes('harmed')).slice(0, 2))
      .toEqual(['Grid Day: Storage Without Tears', 'Lantern Workshop on Queues'])
  })

  test('opens a report with findings, excerpts and diffs, and returns to the same place', async () => {
    const page = await visit('#reports?rule=heading-variant&group=none')
    await page.locator('.grid tbody th a').first().click()
    await page.waitForSelector('article.finding')
    expect(await page.locator('.version').count()).toBe(2)
    const finding = page.locator('article.finding', { hasText: 'heading-variant' }).first()
    expect(await finding.locator('.line.removed').textContent()).toMatch(/## (?:Event Objectives|Key Highlights)/)
    expect(await finding.locator('.line.added').textContent()).toMatch(/## (?:Objectives|Highlights)/)
    expect(await finding.locator('.line.aside').count()).toBeGreaterThan(2)
    expect(await focused(page)).toBe(`: ${await page.locator('h1').textContent()}`)
    await page.goBack()
    expect(await page.getByLabel('Rule', { exact: true }).inputValue()).toBe('heading-variant')
  })

  test('shows for an event the days and spellings in each report', async () => {
    const page = await visit('#events')
    await page.getByRole('link', { name: 'Lantern Workshop on Queues' }).click()
    await page.waitForSelector('h2:text-is("Speakers")')
    const days = await texts(page, 'section:has(h2:text-is("Date")) tbody th')
    expect(days[0]).toBe('2026-04-18')
    expect(days.length).toBeGreaterThan(1)
    expect(await page.locator('section:has(h2:text-is("Date")) tbody th.odd').count()).toBeGreaterThan(0)
    const people = await texts(page, 'section:has(h2:text-is("Speakers")) tbody tr')
    expect(people.join('\n')).toMatch(/Quan Van Lantern\d of \d+.*Lantern Van Quan/)
    expect(await page.locator('section:has(h2:text-is("Conflicts")) tbody tr').count()).toBeGreaterThan(0)
  })

  test('marks the days in the timeline that are not the event’s', async () => {
    const page = await visit('#events')
    const track = page.locator('tr', { hasText: 'Lantern Workshop' }).locator('svg.track')
    expect(await track.getAttribute('aria-label')).toMatch(
      /^Days that the reports give: 2026-04-18 in \d+, .*2026-04-25 in \d+/,
    )
    expect(await track.locator('circle.day').count()).toBe(1)
    expect(await track.locator('.outlier').count()).toBe(1)
  })

  test('shows copies side by side', async () => {
    const page = await visit('#copies')
    expect(await texts(page, 'main tbody tr')).toContainEqual(expect.stringMatching(/en \d+ %.*binh-1 .*dung-1 /))
    await page.locator('a.shared').first().click()
    await page.waitForSelector('.passage')
    const lines = await texts(page, '.passage .line.here span:last-child')
    expect(lines.length).toBeGreaterThan(4)
    const [left, right] = [lines.filter((_, at) => at % 2 === 0), lines.filter((_, at) => at % 2 === 1)]
    expect(left).toEqual(right)
  })

  test('has no score for a site of which only the index page was checked', async () => {
    const reports = join(folder, 'listed')
    const path = (site: string, name: string): string => `${site}/content/4-EventParticipated/${name}`
    writeIn(reports, {
      [path('anh', '4.1-Event1/_index.md')]: goodReport.replace('Saturday', 'Friday'),
      [path('binh', '4.1-Event1/_index.md')]: goodReport,
      [path('binh', '_index.md')]: '### [Event 1](4.1-Event1/)\n\n- **Date:** November 15, 2025\n',
    })
    const listed = join(folder, 'listed.html')
    await makePage(reports, listed, ['anh', path('binh', '_index.md'), '--reports-only'])
    const page = await visit('#scores', {}, listed)
    expect(await texts(page, '.spread figcaption')).toEqual(['1 report: 95', '1 site: 95'])
    expect(await texts(page, 'main tbody th')).toEqual(['anh'])
  })

  test('works if only an index page was checked', async () => {
    const listed = join(folder, 'only-listed.html')
    const reports = join(folder, 'only-listed')
    const list = 'content/4-EventParticipated/_index.md'
    writeIn(reports, {
      'content/4-EventParticipated/4.1-Event1/_index.md': goodReport,
      [list]: '### [Event 1](4.1-Event1/)\n\n- **Date:** November 10, 2025\n',
    })
    await makePage(reports, listed, [list, '--reports-only'])
    const page = await visit('', {}, listed)
    expect(await texts(page, '.tiles a')).toEqual(['0 reports', '1 site', '1 event', '0 complete', '1 finding'])
    const row = page.locator('section:has(h2:text("Most common deviations")) tbody tr')
    expect(await row.locator('th, td').allTextContents()).toEqual(['index-mismatch', '1', '', '1'])
    expect(await row.locator('rect').getAttribute('width')).toBe('100')
    expect(await page.locator('main').textContent()).not.toContain('Lowest')
    await row.locator('th a').click()
    expect(await page.locator('main tbody tr').count()).toBe(1)
  })

  test('links each lost point of a site to its finding', async () => {
    const page = await visit('#scores')
    await page.locator('main tbody th a').first().click()
    await page.waitForSelector('.losses')
    const loss = page.locator('.losses li').nth(1)
    const message = await loss.locator('a').textContent()
    expect(await loss.locator('.lost').textContent()).toMatch(/^−[15]$/)
    await loss.locator('a').click()
    await page.waitForSelector('article.finding.main')
    expect(await page.locator('article.finding.main .message').textContent()).toBe(message)
    expect(await focused(page)).toMatch(/^finding \w+ main: /)
  })
})

describe.runIf(executablePath)('accessibility', () => {
  test('works with the keyboard alone', async () => {
    const page = await visit('')
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
    const here = () => page.evaluate<string>("document.activeElement?.textContent ?? ''")
    await press('Tab')
    expect(await here()).toBe('To the content')
    await press('Tab', 'Tab')
    expect(await here()).toBe('Reports')
    await press('Enter')
    await page.waitForSelector('h1:focus:text-is("Reports")')
    await press('/')
    await page.keyboard.type('giang-1')
    expect(await page.locator('.grid tbody tr:has(td)').count()).toBe(5)
    const isInGrid = "document.activeElement?.matches('.grid tbody a') ?? false"
    for (let tabs = 0; tabs < 40 && !(await page.evaluate<boolean>(isInGrid)); tabs++) await press('Tab')
    const label = () =>
      page.evaluate<string>("document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent")
    expect(await label()).toBe('giang-1')
    await press('ArrowDown')
    expect(await label()).toContain('Grid Day')
    await press('ArrowDown')
    expect(await label()).toContain('Lantern Workshop')
    await press('ArrowRight', 'ArrowRight', 'ArrowRight')
    expect(await label()).toMatch(/^Objectives, English: /)
    await press('End')
    expect(await label()).toMatch(/^Applying to Work, Vietnamese: /)
    await press('ArrowUp', 'Home')
    expect(await label()).toContain('Grid Day')
    expect(await page.locator('.grid tbody tr:has(td) a[tabindex="0"]').count()).toBe(1)
    await press('Tab')
    expect(await page.evaluate(isInGrid), 'one tab leaves the grid').toBe(false)
    await press('Shift+Tab')
    expect(await label()).toContain('Grid Day')
    await press('Enter')
    await page.waitForSelector('.version')
    expect(await here()).toBe('Grid Day: Storage Without Tears')
    await press('j')
    await expect.poll(here).toBe('Lantern Workshop on Queues')
    await press('k')
    await expect.poll(here).toBe('Grid Day: Storage Without Tears')
  })

  test.each(['site', 'event', 'none'])('has one tab stop in the grid, grouped by %s', async (group) => {
    const page = await visit(`#reports?group=${group}`)
    const links = page.locator('.grid tbody a')
    expect(await links.count()).toBeGreaterThan(100)
    const stops = await links.evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length)
    expect(stops).toBe(1)
  })

  test('moves over group headings in the same column', async () => {
    const page = await visit('#reports')
    const label = () => page.evaluate<string>("document.activeElement?.getAttribute('aria-label') ?? ''")
    const last = page.locator('.grid tbody', { hasText: 'anh-1' }).first().locator('tr').last()
    await last.locator('a[aria-label^="Takeaways, Vietnamese"]').focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toMatch(/: binh-1$/)
    await page.keyboard.press('ArrowDown')
    expect(await label()).toMatch(/^Takeaways, Vietnamese/)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await last.locator('a:focus').getAttribute('aria-label')).toMatch(/^Takeaways, Vietnamese/)
  })

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 375],
  ] as const)(
    'nothing bars anybody, %s, %i wide',
    async (colorScheme, width) => {
      for (const place of await everyPlace()) {
        const page = await visit(place, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true })
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate<axe.AxeResults>('axe.run()')
        const messages = violations.map(
          ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`,
        )
        expect.soft(messages, place).toEqual([])
      }
    },
    120_000,
  )

  test('follows the dark mode of the system', async () => {
    const grounds = await Promise.all(
      (['light', 'dark'] as const).map(async (colorScheme) => {
        const page = await visit('', { colorScheme })
        return page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
      }),
    )
    expect(grounds).toEqual(['rgb(255, 255, 255)', 'rgb(20, 23, 26)'])
  })

  test('fits a phone: only tables scroll sideways', async () => {
    for (const place of await everyPlace()) {
      const page = await visit(place, { viewport: { width: 360, height: 700 } })
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect.soft(width, place).toBeLessThanOrEqual(360)
    }
  }, 60_000)

  test('prints every row', async () => {
    const page = await visit('#findings')
    const all = dataIn(file).reports.reduce((sum, { findings }) => sum + findings.length, 0)
    expect(await page.locator('.finding-row').count()).toBeLessThan(all)
    const pdf = await page.pdf({ format: 'A4' })
    expect(await page.locator('.finding-row').count()).toBe(all)
    expect((pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(3)
  })
})

describe.runIf(executablePath)('text from reports', () => {
  test('is always shown as text', async () => {
    const page = await visit('#reports?words=eve')
    await page
      .locator('.grid tbody th a', { hasText: '<img' })
      .or(page.locator('.grid tbody tr:has(td) th a'))
      .first()
      .click()
    await page.waitForSelector('.version')
    const hash = new URL(page.url()).hash
    expect(await page.locator('.belongs').textContent()).toContain('<b>eve<b>-1')
    const shown = await page.locator('main').innerText()
    expect(shown).toContain('<img src=x onerror=window.harmed=2>')
    expect(shown).toContain('U+200B')
    for (const place of [hash, '#overview', '#events', '#findings?words=eve', '#scores']) {
      const other = await visit(place)
      expect(await other.evaluate('window.harmed')).toBeUndefined()
      expect(await other.locator('img, base, link, iframe, object, main style, main script').count()).toBe(0)
      const addresses = await other
        .locator('[href]')
        .evaluateAll((links) => links.map((each) => each.getAttribute('href')))
      expect(addresses.filter((address) => !address?.startsWith('#'))).toEqual([])
    }
  })

  test('would not be executed even if it were markup', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    open.push(page)
    await page.goto(`${pathToFileURL(file)}`)
    const refused = await page
      .evaluate(`document.body.innerHTML = '<img src=x onerror="window.harmed = 1">'`)
      .catch((error: Error) => error.message)
    expect(refused).toContain('TrustedHTML')
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; /)
  })
})

/** Draws twenty parts of a long table. @returns the median time that one and its layout took, in ms */
const DRAW_HERE_AND_THERE = `(() => {
  const parts = [...document.querySelectorAll('tbody.later')]
  const times = Array.from({ length: 20 }, (_, at) => {
    const start = performance.now()
    parts[Math.floor((at / 20) * parts.length)].dispatchEvent(new Event('draw'))
    document.documentElement.getBoundingClientRect()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[10]
})()`

describe.runIf(executablePath)('a thousand reports', () => {
  const many = join(folder, 'many.html')
  beforeAll(async () => {
    if (!executablePath) return
    const reports = join(folder, 'many')
    writeClass(reports, { sites: 50, events: 10 })
    await makePage(reports, many)
  }, 180_000)

  test('take less than 5 MB', () => {
    const { reports } = dataIn(many)
    expect(reports).toHaveLength(1000)
    expect(reports.reduce((sum, { findings }) => sum + findings.length, 0)).toBeGreaterThan(2500)
    expect(statSync(many).size).toBeLessThan(5_000_000)
  })

  test('draw ten thousand findings as they come into view', async () => {
    // Each finding several times: what is drawn later costs nothing now.
    const text = readFileSync(many, 'utf8')
    const data = dataIn(many)
    const found = data.reports.reduce((sum, { findings }) => sum + findings.length, 0)
    const times = Math.ceil(10_000 / found)
    const reports = data.reports.map((one) => ({
      ...one,
      findings: Array.from({ length: times }, () => one.findings).flat(),
    }))
    const path = join(folder, 'ten-thousand.html')
    const [before = '', after = ''] = text.split(/(?<=id="data">).*?(?=<\/script>)/s)
    writeFileSync(path, before + JSON.stringify({ ...data, reports }).replaceAll('<', '\\u003c') + after)

    const page = await visit('#findings', {}, path)
    expect(await page.locator('.status').textContent()).toContain(`${(found * times).toLocaleString('en')} findings`)
    expect(await page.locator('.finding-row').count()).toBeLessThan(300)
    // Some 10 ms on a machine that has nothing else to do.
    expect(await page.evaluate<number>(DRAW_HERE_AND_THERE)).toBeLessThan(150)
    await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)')
    await expect.poll(() => page.locator('.finding-row').last().isVisible()).toBe(true)
    expect(await page.locator('.finding-row').count()).toBeLessThan((found * times) / 5)
  }, 60_000)
})

/** Updated with UPDATE_IMAGES=1, for review by eye. */
test.runIf(executablePath && process.env.UPDATE_IMAGES === '1')('the picture in the docs', async () => {
  const images = fileURLToPath(new URL('../../docs/images/', import.meta.url))
  mkdirSync(images, { recursive: true })
  const reports = join(folder, 'pictured')
  writeClass(reports, { sites: 10 })
  const pictured = join(folder, 'pictured.html')
  await makePage(reports, pictured)
  const page = await visit('#reports', { viewport: { width: 1200, height: 720 }, deviceScaleFactor: 1.5 }, pictured)
  await page.screenshot({ path: join(images, 'page.png') })
})
