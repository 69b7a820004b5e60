import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '../src/lint/finding.js'
import type { Facts } from '../src/report/facts.js'
import { sharedFolder } from './folder.js'
import { run } from './run.js'

/* What Hugo renders before and after fixing the reports of a site. */
const SITES = ['site', 'hugo-site'].map((name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)))

const hasHugo = spawnSync('hugo', ['version']).status === 0
if (!hasHugo) console.warn('hugo is not installed: nothing is built, and these tests are skipped')

interface Built {
  /** The rendered texts by the pages' paths. */
  readonly pages: ReadonlyMap<string, readonly string[]>
  readonly files: ReadonlySet<string>
  readonly warnings: readonly string[]
}

function build(site: string): Built {
  const target = mkdtempSync(join(tmpdir(), 'reportlint-public-'))
  try {
    // Sites without layouts of their own are built with those of the other.
    const layouts = join(SITES[1] ?? '', 'layouts')
    if (!existsSync(join(site, 'layouts'))) cpSync(layouts, join(site, 'layouts'), { recursive: true })
    const { status, stdout, stderr } = spawnSync('hugo', ['--source', site, '--destination', target])
    const output = `${stdout}${stderr}`
    if (status !== 0) throw new Error(output)
    const files = readdirSync(target, { recursive: true, encoding: 'utf8' })
    const html = files.filter((name) => name.endsWith('index.html'))
    return {
      pages: new Map(html.map((name) => [dirname(name), linesOf(readFileSync(join(target, name), 'utf8'))])),
      files: new Set(files),
      warnings: output.split('\n').filter((line) => /\b(?:WARN|ERROR)/.test(line)),
    }
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
}

/** The visible text of a page by lines; a picture is a line of its own. */
function linesOf(html: string): string[] {
  return (/<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '')
    .replace(/<img[^>]*?src="([^"]*)"[^>]*?alt="([^"]*)"[^>]*>/g, '\n[picture $1: $2]\n')
    .replace(
      /<\/?(?:p|div|h\d|li|ul|ol|tr|td|th|pre|br|hr|figure|figcaption|blockquote|summary|details)\b[^>]*>/g,
      '\n',
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>' })[name as string] ?? '"')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

/** A section of a page: its lines in the source, and what is rendered from its title to the next one. */
interface Part {
  readonly title: string
  readonly lines: readonly [first: number, last: number]
  readonly rendered: readonly string[]
}

const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

function partsOf(facts: Facts, source: string, rendered: readonly string[]): Part[] {
  const sourceLines = source.split('\n')
  const starts = facts.sections.map(({ line }) => line)
  const found: { title: string; line: number; at: number }[] = []
  for (const line of starts) {
    const title = words(sourceLines[line - 1] ?? '')
    const at = rendered.findIndex((text, index) => index > (found.at(-1)?.at ?? -1) && words(text) === title)
    if (at < 0) throw new Error(`${facts.path}:${line}: “${title}” is not rendered`)
    found.push({ title, line, at })
  }
  return found.map(({ title, line, at }, index) => ({
    title,
    lines: [line, (found[index + 1]?.line ?? sourceLines.length + 1) - 1],
    rendered: rendered.slice(at, found[index + 1]?.at),
  }))
}

/** Where Hugo puts a page: everything in small letters, the second language in a folder. */
function addressOf(path: string): string {
  const folder = dirname(path)
    .replace(/^content\/?/, '')
    .toLowerCase()
  return posix.join(path.endsWith('.vi.md') ? 'vi' : '.', folder)
}

const runs = SITES.flatMap((site) => ['fix --write', 'fix --write --unsafe'].map((command) => [site, command] as const))

describe.runIf(hasHugo).each(runs)('%s after %s', (fixture, command) => {
  const site = sharedFolder()
  const read = (path: string): string => readFileSync(join(site, path), 'utf8')
  const inspect = async (): Promise<Facts[]> => JSON.parse((await run(site, 'inspect --format json')).stdout).reports
  let findings: Finding[] = []
  let before: Built
  let after: Built
  let partsBefore: [path: string, parts: Part[]][] = []
  let partsAfter = new Map<string, Part[]>()

  beforeAll(async () => {
    cpSync(fixture, site, { recursive: true })
    before = build(site)
    findings = JSON.parse((await run(site, 'check --format json')).stdout).findings
    const partsIn = async ({ pages }: Built): Promise<[string, Part[]][]> =>
      (await inspect()).map((facts) => [
        facts.path,
        partsOf(facts, read(facts.path), pages.get(addressOf(facts.path)) ?? []),
      ])
    partsBefore = await partsIn(before)
    await run(site, command)
    after = build(site)
    partsAfter = new Map(await partsIn(after))
  }, 60_000)

  test('sections without findings are rendered as before', () => {
    const of = partsBefore.flatMap(([, parts]) => parts).length
    let untouched = 0
    for (const [path, parts] of partsBefore)
      for (const { title, lines, rendered } of parts) {
        const isNamed = findings.some(
          (finding) => finding.path === path && finding.line <= lines[1] && finding.endLine >= lines[0],
        )
        if (isNamed) continue
        untouched++
        expect(partsAfter.get(path)?.find((part) => part.title === title)?.rendered, `${path}: ${title}`).toEqual(
          rendered,
        )
      }
    expect(untouched).toBeGreaterThan(of / 3)
    expect(untouched).toBeLessThan(of)
  })

  test('the fixes change something', () => {
    const page = (built: Built) => JSON.stringify([...built.pages])
    expect(page(after)).not.toBe(page(before))
  })

  test('the site has the same pages, and Hugo prints no new warnings', () => {
    expect([...after.pages.keys()].sort()).toEqual([...before.pages.keys()].sort())
    expect(after.files).toEqual(before.files)
    expect(after.warnings.length).toBeLessThanOrEqual(before.warnings.length)
  })

  test('all pictures are still shown, and also those whose address was corrected', () => {
    const missing = ({ pages, files }: Built): string[] =>
      [...pages].flatMap(([page, lines]) =>
        lines.flatMap((line) => {
          const [, url = ''] = /^\[picture ([^:]*):/.exec(line) ?? []
          if (url === '' || files.has(url.startsWith('/') ? url.slice(1) : posix.join(page, url))) return []
          return [url]
        }),
      )
    const isFixed = ({ rule, fix }: Finding): boolean =>
      rule === 'missing-image' && (fix?.safety === 'safe' || command.includes('--unsafe'))
    expect(missing(before)).toHaveLength(findings.filter(({ rule }) => rule === 'missing-image').length)
    expect(missing(after)).toHaveLength(missing(before).length - findings.filter(isFixed).length)
  })
})
