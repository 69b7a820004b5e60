import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { main } from '../src/cli/main.js'
import { check } from '../src/index.js'
import { compareWith, parseBaseline, printBaseline } from '../src/lint/baseline.js'
import { knownBy } from '../src/lint/fingerprint.js'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folderWith(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'reportlint-')))
  folders.push(folder)
  for (const [name, content] of Object.entries({ '.git': '', ...files })) write(folder, name, content)
  return folder
}

function write(folder: string, name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

async function run(cwd: string, args: string) {
  let stdout = ''
  let stderr = ''
  const code = await main(args.split(' ').filter(Boolean), {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env: {},
    cwd: () => cwd,
  })
  return { code, stdout, stderr }
}

const good = `---
title: "Event 1"
date: 2025-11-29
weight: 1
pre: " <b> 4.1. </b> "
---

# Summary Report: “Grid Day”

## Event Information

- **Date:** Saturday, November 29th, 2025

## Objectives

- Learn how the load is shared

## Speakers

- **Lan Pham** – Engineer, Gridworks

## Highlights

- A grid is a promise

## Takeaways

- Measure first

## Applying to Work

- Draw our own load
`
const wrongDay = good.replace('Saturday', 'Friday')
const speakerless = good.replace('- **Lan Pham** – Engineer, Gridworks', '- ***')

/** What is not known of `after` when all of `before` is; and what is gone. */
function compare(before: string, after: string) {
  const known = (text: string) =>
    knownBy(
      check({ path: 'a.md', text }),
      () => text,
      (path) => path,
    )
  const baseline = parseBaseline(printBaseline([...known(before).values()]))
  if (!baseline) throw new Error('what was written cannot be read')
  const { fresh, known: number, stale } = compareWith(baseline, known(after))
  return {
    fresh: fresh.map(({ rule, line }) => `${line} ${rule}`),
    known: number,
    stale: stale.map(({ rule }) => rule),
  }
}

describe('what a finding is known by', () => {
  test('the same text is wholly known', () => {
    expect(compare(wrongDay, wrongDay)).toEqual({ fresh: [], known: 1, stale: [] })
    expect(compare(good, good)).toEqual({ fresh: [], known: 0, stale: [] })
  })

  test('a finding that moves stays known, whatever comes and goes around it', () => {
    const moved = speakerless
      .replace('- Learn how', '- A line more\n- Learn how')
      .replace('- Measure first\n', '')
      .replace('# Summary', '\n\n# Summary')
    expect(compare(speakerless, moved)).toMatchObject({ fresh: [expect.stringMatching(/ empty-section$/)], stale: [] })
    expect(compare(speakerless, speakerless.replaceAll('\n', '\r\n'))).toEqual({ fresh: [], known: 1, stale: [] })
  })

  test('a new one does not hide behind one that was fixed', () => {
    const one = good.replace('- Measure first', '- We recieve first')
    const other = good.replace('- Draw our own load', '- Draw what we recieve')
    expect(compare(one, other)).toEqual({ fresh: ['32 typo'], known: 0, stale: ['typo'] })
    const elsewhere = good.replace('- Draw our own load', '- We recieve first')
    expect(compare(one, elsewhere)).toEqual({ fresh: ['32 typo'], known: 0, stale: ['typo'] })
    expect(compare(wrongDay, good.replace('Saturday', 'Sunday'))).toEqual({
      fresh: ['12 weekday-mismatch'],
      known: 0,
      stale: ['weekday-mismatch'],
    })
  })

  test('the same thing twice is known twice, not three times', () => {
    const times = (number: number) => good.replace('- Measure first\n', '- We recieve first\n'.repeat(number))
    expect(compare(times(2), times(3))).toEqual({ fresh: ['30 typo'], known: 2, stale: [] })
    expect(compare(times(3), times(2))).toEqual({ fresh: [], known: 2, stale: ['typo'] })
  })

  test('blank lines anywhere between the blocks change nothing', () => {
    const blocks = good
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
  test('is written once, and from then on only what is new is told', async () => {
    const folder = folderWith({ 'content/a.md': wrongDay, 'content/b.md': good })
    expect((await run(folder, 'check --baseline known.json')).stderr).toBe(
      'reportlint: --baseline known.json: there is no such file; --update-baseline writes it\n',
    )
    expect(await run(folder, 'check --baseline known.json --update-baseline')).toEqual({
      code: 0,
      stdout: '✔ 2 reports checked: nothing to report\n',
      stderr: '1 finding written to known.json\n',
    })
    expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))).toEqual({
      schemaVersion: 1,
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
    write(folder, 'content/b.md', speakerless)
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

  test('warnings that are known do not count', async () => {
    const folder = folderWith({ 'a.md': good.replace('## Objectives', '## Event Objectives') })
    expect((await run(folder, 'check --max-warnings 0')).code).toBe(1)
    await run(folder, 'check --baseline known.json --update-baseline')
    expect((await run(folder, 'check --max-warnings 0 --baseline known.json')).code).toBe(0)
  })

  test('what is gone is said, and taken out with the next update', async () => {
    const folder = folderWith({ 'a.md': wrongDay, 'b.md': speakerless, 'c.md': wrongDay })
    await run(folder, 'check --baseline known.json --update-baseline')
    write(folder, 'a.md', good)
    rmSync(join(folder, 'c.md'))
    const { code, stderr } = await run(folder, 'check --baseline known.json')
    expect(code).toBe(0)
    expect(stderr).toBe(`1 finding known from known.json
reportlint: known.json: no longer found: a.md: weekday-mismatch: - **Date:** Friday, November 29th, 2025
reportlint: known.json: no longer found: c.md: weekday-mismatch: - **Date:** Friday, November 29th, 2025
--update-baseline takes out what is no longer found
`)
    await run(folder, 'check --baseline known.json --update-baseline')
    expect((await run(folder, 'check --baseline known.json')).stderr).toBe('1 finding known from known.json\n')
  })

  test('what a run did not look at is neither gone nor forgotten', async () => {
    const folder = folderWith({ 'a.md': wrongDay, 'b.md': speakerless })
    await run(folder, 'check --baseline known.json --update-baseline')
    expect((await run(folder, 'check b.md --baseline known.json')).stderr).toBe('1 finding known from known.json\n')
    expect((await run(folder, 'check --rule typo --baseline known.json')).stderr).toBe('')
    const before = readFileSync(join(folder, 'known.json'), 'utf8')
    await run(folder, 'check b.md --baseline known.json --update-baseline')
    await run(folder, 'check --rule empty-speakers --baseline known.json --update-baseline')
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(before)
  })

  test('a file that is no baseline is left alone', async () => {
    for (const text of ['', '{}', '[]', '{"schemaVersion":2,"findings":[]}', '# notes\n']) {
      const folder = folderWith({ 'a.md': wrongDay, 'known.json': text })
      for (const args of ['check --baseline known.json', 'check --baseline known.json --update-baseline']) {
        const { code, stderr } = await run(folder, args)
        expect(code).toBe(2)
        expect(stderr).toMatch(/^reportlint: --baseline known\.json: this is no baseline/)
      }
      expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(text)
    }
    expect(await run(folderWith({ 'a.md': good }), 'check --update-baseline')).toMatchObject({
      code: 2,
      stderr: 'reportlint: --update-baseline needs to know the file: give it with --baseline\n',
    })
  })
})
