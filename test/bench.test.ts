import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bigReport, generateFiles, writeFiles } from '../bench/generate.js'
import { hostileReport, SHAPES } from '../bench/hostile.js'
import { sharedFolder } from './folder.js'
import { run } from './run.js'

const reportsOf = (reports: number, seed = 1) =>
  [...generateFiles({ reports, seed })].filter(({ isReport }) => isReport)

describe('generated reports', () => {
  test('depend only on the seed', () => {
    expect([...generateFiles({ reports: 40, seed: 5 })]).toEqual([...generateFiles({ reports: 40, seed: 5 })])
    const texts = new Set(reportsOf(40, 5).map(({ text }) => text))
    expect(reportsOf(40, 6).filter(({ text }) => texts.has(text))).toEqual([])
  })

  test('have the wanted number, and the first ones do not depend on it', () => {
    for (const reports of [1, 13, 100]) expect(reportsOf(reports)).toHaveLength(reports)
    expect(reportsOf(100).slice(0, 13)).toEqual(reportsOf(13))
  })

  test('have the usual size of reports, in two languages', () => {
    const reports = reportsOf(300)
    const sizes = reports.map(({ text }) => Buffer.byteLength(text))
    const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    expect(average).toBeGreaterThan(6000)
    expect(average).toBeLessThan(8000)
    expect(Math.min(...sizes)).toBeGreaterThan(1000)
    expect(reports.filter(({ path }) => path.endsWith('.vi.md'))).toHaveLength(150)
    expect(new Set(reports.map(({ text }) => text)).size).toBe(300)
  })

  test('can have any size', () => {
    const text = bigReport(300_000)
    expect(Buffer.byteLength(text)).toBeGreaterThan(300_000)
    expect(Buffer.byteLength(text)).toBeLessThan(320_000)
    expect(bigReport(300_000)).toBe(text)
  })
})

describe('reportlint on generated reports', () => {
  const root = sharedFolder()
  beforeAll(() => writeFiles(root, [{ path: '.git', text: '', isReport: false }, ...generateFiles({ reports: 90 })]))

  test('reads all of them, and finds the same kinds of problems as in real reports, about as often', async () => {
    const { code, stdout, stderr } = await run(root, 'check --no-cache --format json')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const { findings, summary } = JSON.parse(stdout) as {
      findings: { rule: string; path: string }[]
      summary: { files: number; passedOver: number }
    }
    expect(summary).toMatchObject({ files: 90, passedOver: 18 })
    const perReport = findings.length / 90
    expect(perReport).toBeGreaterThan(2)
    expect(perReport).toBeLessThan(8)
    const rules = new Set(findings.map(({ rule }) => rule))
    for (const rule of [
      ...['missing-section', 'heading-variant', 'section-level', 'pseudo-heading', 'empty-speakers', 'missing-date'],
      ...[
        'placeholder-date',
        'date-mismatch',
        'weekday-mismatch',
        'event-number-mismatch',
        'typo',
        'template-leftover',
      ],
      ...['missing-image', 'missing-alt-text', 'invisible-character', 'merged-section', 'section-out-of-order'],
    ])
      expect(rules, rule).toContain(rule)
    const clean = 90 - new Set(findings.map(({ path }) => path)).size
    expect(clean).toBeGreaterThan(0)
  })

  test('recognises the events and their speakers', async () => {
    const { stdout } = await run(root, 'events --format json')
    const { events } = JSON.parse(stdout) as { events: { reports: unknown[]; speakers: unknown[] }[] }
    // Nine sites with five events each, in two languages, out of twelve events.
    expect(events.length).toBeGreaterThanOrEqual(12)
    expect(events.length).toBeLessThan(24)
    expect(Math.max(...events.map(({ reports }) => reports.length))).toBeGreaterThanOrEqual(8)
    expect(events.filter(({ speakers }) => speakers.length > 1).length).toBeGreaterThan(8)
  })

  test('writes translations beside their pages, with front matter in their language', () => {
    const text = readFileSync(join(root, 'site-00001/content/4-EventParticipated/4.1-Event1/_index.vi.md'), 'utf8')
    expect(text).toMatch(/^\ufeff?---\r?\ntitle: "Sự kiện \d"/)
  })
})

describe('hostile shapes', () => {
  test.each(Object.keys(SHAPES))('%s has the wanted length', (shape) => {
    const text = hostileReport(shape, 20_000)
    expect(text.startsWith('---\n')).toBe(true)
    if (shape === 'aliases of aliases') return
    expect(text.length).toBeGreaterThan(18_000)
    expect(text.length).toBeLessThan(23_000)
    expect(text).not.toBe(hostileReport(shape, 10_000))
  })
})
