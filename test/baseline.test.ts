import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../src/index.js'
import { compareWith, parseBaseline, printBaseline } from '../src/lint/baseline.js'
import { type Files, fingerprinted } from '../src/lint/fingerprint.js'
import { sectionLinesOf } from '../src/lint/section-lines.js'
import { buildReport } from '../src/report/build.js'
import { loadSchema } from '../src/schema/load.js'
import { folderWith, writeIn } from './folder.js'
import { goodReport } from './good-report.js'
import { run } from './run.js'

const wrongDay = goodReport.replace('Saturday', 'Friday')
const speakerless = goodReport.replace('- **Lan Pham** – Engineer, Gridworks', '- ***')

const filesOf = (text: string): Files => ({
  textOf: () => text,
  sectionsOf: (path) => sectionLinesOf(buildReport({ path, text }, loadSchema('event-report'))),
  pathOf: (path) => path,
})

/** The findings in `after` that a baseline of `before` does not have, and those that are gone. */
function compare(before: string, after: string) {
  const known = (text: string) => fingerprinted(check({ path: 'a.md', text }), filesOf(text))
  const baseline = parseBaseline(printBaseline([...known(before).values()]))
  if (!baseline) throw new Error('what was written cannot be read')
  const { fresh, known: number, stale } = compareWith(baseline, known(after))
  return {
    fresh: fresh.map(({ rule, line }) => `${line} ${rule}`),
    known: number,
    stale: stale.map(({ rule }) => rule),
  }
}

describe('the fingerprint of a finding', () => {
  test('the same text gives the same fingerprints', () => {
    expect(compare(wrongDay, wrongDay)).toEqual({ fresh: [], known: 1, stale: [] })
    expect(compare(goodReport, goodReport)).toEqual({ fresh: [], known: 0, stale: [] })
  })

  test('does not change when lines are added or removed around the finding', () => {
    const moved = speakerless
      .replace('- Learn how', '- A line more\n- Learn how')
      .replace('- Measure first\n', '')
      .replace('# Summary', '\n\n# Summary')
    expect(compare(speakerless, moved)).toMatchObject({ fresh: [expect.stringMatching(/ empty-section$/)], stale: [] })
    expect(compare(speakerless, speakerless.replaceAll('\n', '\r\n'))).toEqual({ fresh: [], known: 1, stale: [] })
  })

  test('of a new finding differs from that of a fixed one', () => {
    const one = goodReport.replace('- Measure first', '- We recieve first')
    const other = goodReport.replace('- Draw our own load', '- Draw what we recieve')
    expect(compare(one, other)).toEqual({ fresh: ['32 typo'], known: 0, stale: ['typo'] })
    const elsewhere = goodReport.replace('- Draw our own load', '- We recieve first')
    expect(compare(one, elsewhere)).toEqual({ fresh: ['32 typo'], known: 0, stale: ['typo'] })
    expect(compare(wrongDay, goodReport.replace('Saturday', 'Sunday'))).toEqual({
      fresh: ['12 weekday-mismatch'],
      known: 0,
      stale: ['weekday-mismatch'],
    })
  })

  test('counts equal findings', () => {
    const times = (number: number) => goodReport.replace('- Measure first\n', '- We recieve first\n'.repeat(number))
    expect(compare(times(2), times(3))).toEqual({ fresh: ['30 typo'], known: 2, stale: [] })
    expect(compare(times(3), times(2))).toEqual({ fresh: [], known: 2, stale: ['typo'] })
  })

  test('does not depend on blank lines between blocks', () => {
    const blocks = goodReport
      .replace('- ***', '')
      .replace('Saturday', 'Friday')
      .replace('- Measure first', '- We recieve first')
      .split('\n\n')
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: blocks.length, maxLength: blocks.length }),
        (gaps) => {
          const spread = blocks.map((block, index) => block + '\n'.repeat(2 + (gaps[index] ?? 0))).join('')
          expect(compare(blocks.join('\n\n'), spread)).toEqual({ fresh: [], known: 2, stale: [] })
        },
      ),
    )
  })
})

describe('check --baseline', () => {
  test('hides the findings that were written to the baseline', async () => {
    const folder = folderWith({ 'content/a.md': wrongDay, 'content/b.md': goodReport })
    expect((await run(folder, 'check --baseline known.json')).stderr).toBe(
      'reportlint: --baseline known.json: there is no such file; --update-baseline writes it\n',
    )
    expect(await run(folder, 'check --baseline known.json --update-baseline')).toEqual({
      code: 0,
      stdout: '✔ 2 reports checked: nothing to report\n',
      stderr: '1 finding written to known.json\n',
    })
    expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))).toEqual({
      schemaVersion: 2,
      findings: [
        {
          fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/),
          path: 'content/a.md',
          rule: 'weekday-mismatch',
          text: '- **Date:** Friday, November 29th, 2025',
        },
      ],
    })
    expect(await run(folder, 'check --baseline known.json')).toEqual({
      code: 0,
      stdout: '✔ 2 reports checked: nothing to report\n',
      stderr: '1 finding known from known.json\n',
    })
    writeIn(folder, { 'content/b.md': speakerless })
    const { code, stdout } = await run(folder, 'check --baseline known.json')
    expect(code).toBe(1)
    expect(stdout).toContain('1 error · 2 reports checked')
    expect(stdout).toContain('empty-speakers')
    expect(stdout).not.toContain('weekday-mismatch')
    // From elsewhere too: paths are those from the baseline's folder.
    expect((await run(join(folder, 'content'), 'check --baseline ../known.json')).stdout).toContain(
      '1 error · 2 reports',
    )
  })

  test('ignores known warnings for --max-warnings', async () => {
    const folder = folderWith({ 'a.md': goodReport.replace('## Objectives', '## Event Objectives') })
    expect((await run(folder, 'check --max-warnings 0')).code).toBe(1)
    await run(folder, 'check --baseline known.json --update-baseline')
    expect((await run(folder, 'check --max-warnings 0 --baseline known.json')).code).toBe(0)
  })

  test('reports entries that no longer occur, and removes them at the next update', async () => {
    const folder = folderWith({ 'a.md': wrongDay, 'b.md': speakerless, 'c.md': wrongDay })
    await run(folder, 'check --baseline known.json --update-baseline')
    writeIn(folder, { 'a.md': goodReport })
    rmSync(join(folder, 'c.md'))
    const { code, stderr } = await run(folder, 'check --baseline known.json')
    expect(code).toBe(0)
    expect(stderr).toBe(`1 finding known from known.json
reportlint: known.json: no longer found: a.md: weekday-mismatch: - **Date:** Friday, November 29th, 2025
reportlint: known.json: no longer found: c.md: weekday-mismatch: - **Date:** Friday, November 29th, 2025
--update-baseline removes what is no longer found
`)
    await run(folder, 'check --baseline known.json --update-baseline')
    expect((await run(folder, 'check --baseline known.json')).stderr).toBe('1 finding known from known.json\n')
  })

  test('keeps entries for files that the run did not check', async () => {
    const folder = folderWith({ 'a.md': wrongDay, 'b.md': speakerless })
    await run(folder, 'check --baseline known.json --update-baseline')
    expect((await run(folder, 'check b.md --baseline known.json')).stderr).toBe('1 finding known from known.json\n')
    expect((await run(folder, 'check --rule typo --baseline known.json')).stderr).toBe('')
    const before = readFileSync(join(folder, 'known.json'), 'utf8')
    await run(folder, 'check b.md --baseline known.json --update-baseline')
    await run(folder, 'check --rule empty-speakers --baseline known.json --update-baseline')
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(before)
  })

  describe('an index page', () => {
    const pages = {
      'hugo.toml': '',
      'content/4-EventParticipated/4.1-Event1/_index.md': goodReport,
      'content/4-EventParticipated/_index.md':
        '# Events\n\n1. **Grid Day**\n   - Date: November 23, 2025\n   - [More](4.1-Event1/)\n',
    }
    const index = 'content/4-EventParticipated/_index.md'
    const knownIn = (folder: string): string[] =>
      JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')).findings.map(
        ({ path, rule }: Record<string, string>) => `${path} ${rule}`,
      )

    test('has findings across reports, which are known once, and gone when they are fixed', async () => {
      const folder = folderWith(pages)
      for (let times = 0; times < 2; times++) {
        await run(folder, 'check --baseline known.json --update-baseline')
        expect(knownIn(folder)).toEqual([`${index} index-mismatch`])
      }
      writeIn(folder, { [index]: pages[index].replace('23', '29') })
      const { stdout, stderr } = await run(folder, 'check --baseline known.json')
      expect(stdout).toBe('✔ 1 report checked, 1 other page skipped: nothing to report\n')
      expect(stderr).toContain(`known.json: no longer found: ${index}: index-mismatch: `)
      await run(folder, 'check --baseline known.json --update-baseline')
      expect(knownIn(folder)).toEqual([])
    })

    test('keeps the findings from a run that named it', async () => {
      const folder = folderWith({ ...pages, [index]: `${pages[index]}\nWe recieve everybody.\n` })
      await run(folder, `check ${index} --baseline known.json --update-baseline`)
      const known = knownIn(folder)
      expect(known).toEqual(expect.arrayContaining([`${index} index-mismatch`, `${index} typo`]))
      await run(folder, 'check --baseline known.json --update-baseline')
      expect(knownIn(folder)).toEqual(known)
    })
  })

  test('recognises a copied passage even if the other report changes', async () => {
    const opening = `Before the first talk began we were asked to write down on a card what each of us would do if the
one machine in our care went dark, and to hand the card to a stranger who was to tell us at noon what was missing on it.`
    const rest = `The talk on storage began with a failure that everybody in the room had seen before: a disk that filled
up on the one weekend when nobody was there to look after it. From there on every rule of the house was told by the day
on which it had been missed, and by the few lines that hold people to it today. What I liked best was that none of the
people on the stage had hidden anything: the graphs had their bad weeks in them, the mails of angry readers were read
out, and whoever asked what had been paid for the lesson was given the number. In the afternoon we took a running mesh
apart, node by node, and watched how long the others needed to notice that one of them was gone.`
    const page = (...paragraphs: string[]): string =>
      goodReport.replace('- Measure first\n', `- Measure first\n\n${paragraphs.join('\n\n')}\n`)
    const [own, other] = ['anh', 'binh'].map((site) => `${site}/content/4-EventParticipated/4.1-Event1/_index.md`)
    const shared = page(opening, rest)
    const folder = folderWith({ [own as string]: shared, [other as string]: shared })
    await run(folder, 'check --baseline known.json --update-baseline')
    writeIn(folder, { [other as string]: page('I would rather have had a walk.', rest) })
    const { stdout, stderr } = await run(folder, 'check --baseline known.json')
    expect(stdout).toBe('✔ 2 reports checked: nothing to report\n')
    expect(stderr).toBe('2 findings known from known.json\n')
    const copies = JSON.parse((await run(folder, 'check --format json')).stdout).findings
    expect(copies.map(({ data }: { data: { share: number } }) => data.share)).toEqual([0.7, 0.95])
  })

  test('recognises findings under headings that safe fixes changed', async () => {
    const text = goodReport
      .replace('- **Lan Pham** – Engineer, Gridworks', '- ***')
      .replace('## Speakers', '### Speakers')
      .replace('## Objectives', '## Event Objectives')
      .replace(
        '## Highlights\n\n- A grid is a promise',
        '## Key Highlights\n\n### What we recieve\n\n- A grid recieves',
      )
      .replace('## Takeaways\n\n- Measure first\n', '### Takeaways\n')
    const folder = folderWith({ 'a.md': text })
    await run(folder, 'check --baseline known.json --update-baseline')
    const { stderr } = await run(folder, 'fix --write --rule heading-variant section-level')
    expect(stderr).toContain('4 findings in 1 file fixed')
    const { code, stdout } = await run(folder, 'check --baseline known.json')
    expect({ code, stdout }).toEqual({ code: 0, stdout: '✔ 1 report checked: nothing to report\n' })
  })

  test('recognises findings under titles that only the schema of the project has', async () => {
    const own =
      'extends: event-report\nname: own\nsections:\n  - id: speakers\n    title: { en: Crew, vi: Đội }\n    aliases: { en: [Crew, Sailors] }\n'
    const text = goodReport
      .replace('- **Lan Pham** – Engineer, Gridworks', '- ***')
      .replace('## Speakers', '## Sailors')
    const folder = folderWith({ '.reportlintrc.yaml': 'schema: own.yaml\n', 'own.yaml': own, 'a.md': text })
    await run(folder, 'check --baseline known.json --update-baseline')
    expect((await run(folder, 'fix --write')).stderr).toContain('Rename the heading to “Crew”')
    expect((await run(folder, 'check --baseline known.json')).code).toBe(0)
  })

  test('refuses a baseline of the first version', async () => {
    const folder = folderWith({ 'a.md': wrongDay, 'known.json': '{"schemaVersion":1,"findings":[]}' })
    expect(await run(folder, 'check --baseline known.json')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^reportlint: --baseline known\.json: it was written by an earlier version.*--update-baseline/,
      ),
    })
    expect((await run(folder, 'check --baseline known.json --update-baseline')).code).toBe(0)
    expect((await run(folder, 'check --baseline known.json')).code).toBe(0)
  })

  test('accepts a byte order mark', async () => {
    const folder = folderWith({ 'a.md': wrongDay, 'known.json': '\ufeff{"schemaVersion":2,"findings":[]}' })
    expect((await run(folder, 'check --baseline known.json')).code).toBe(1)
    expect((await run(folder, 'check --baseline known.json --update-baseline')).code).toBe(0)
    expect((await run(folder, 'check --baseline known.json')).code).toBe(0)
  })

  test('leaves a file alone that is not a baseline', async () => {
    for (const text of ['', '{}', '[]', '{"schemaVersion":3,"findings":[]}', '# notes\n']) {
      const folder = folderWith({ 'a.md': wrongDay, 'known.json': text })
      for (const args of ['check --baseline known.json', 'check --baseline known.json --update-baseline']) {
        const { code, stderr } = await run(folder, args)
        expect(code).toBe(2)
        expect(stderr).toMatch(/^reportlint: --baseline known\.json: this is not a baseline/)
      }
      expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(text)
    }
    expect(await run(folderWith({ 'a.md': goodReport }), 'check --update-baseline')).toMatchObject({
      code: 2,
      stderr: 'reportlint: --update-baseline needs a file: name it with --baseline\n',
    })
  })
})
