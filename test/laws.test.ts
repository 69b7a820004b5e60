import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { converge } from '../src/fix/converge.js'
import { disprove } from '../src/fix/prove.js'
import { lintReport } from '../src/lint/lint.js'
import { shortcodeRanges } from '../src/markdown/shortcodes.js'
import { buildReport } from '../src/report/build.js'
import { factsOf } from '../src/report/facts.js'
import { referenceReader } from '../src/report/markdown-reader.js'
import { rules } from '../src/rules/index.js'
import { loadSchema } from '../src/schema/load.js'

/* Laws that hold for every report, tested with the fixtures and random changes of them. */
const schema = loadSchema('event-report')
const check = (text: string, path = 'content/4-Events/4.2-Event2/_index.md') =>
  lintReport(buildReport({ path, text }, schema), { schema, rules })

function markdownIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return markdownIn(path)
    return /\.(?:md|txt)$/.test(name) && name !== 'expected.txt' ? [path] : []
  })
}

const TEXTS = [
  ...new Set(
    markdownIn(fileURLToPath(new URL('../fixtures', import.meta.url))).map((path) => readFileSync(path, 'utf8')),
  ),
].filter((text) => !text.includes('\0') && text.trim() !== '')

/** Reports with lines removed, duplicated, swapped or damaged, and with other line ends. */
const mutated = fc
  .tuple(
    fc.constantFrom(...TEXTS),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('drop', 'double', 'swap', 'indent', 'cut', 'fence', 'bold', 'number', 'shortcode'),
      ),
      { maxLength: 5 },
    ),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([text, changes, eol, hasMark, endsWithLine]) => {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
    for (const [at, change] of changes) {
      const index = at % Math.max(1, lines.length)
      const line = lines[index] ?? ''
      if (change === 'drop') lines.splice(index, 1)
      else if (change === 'double') lines.splice(index, 0, line)
      else if (change === 'swap') lines.splice(index, 2, lines[index + 1] ?? '', line)
      else if (change === 'indent') lines[index] = `  ${line}  `
      else if (change === 'cut') lines[index] = line.slice(0, Math.floor(line.length / 2))
      else if (change === 'fence') lines.splice(index, 0, '```')
      else if (change === 'bold') lines[index] = `**${line}**`
      else if (change === 'number') {
        let number = 0
        const level = '#'.repeat(2 + (at % 2))
        for (const [place, each] of lines.entries())
          if (each.startsWith(`${level} `)) lines[place] = each.replace(' ', ` ${++number}. `)
      } else lines.splice(index, 0, '{{% notice note %}}', 'text', '{{% /notice %}}')
    }
    return (hasMark ? '\uFEFF' : '') + lines.join(eol).trimEnd() + (endsWithLine ? eol : '')
  })

describe.each(['safe', 'unsafe'] as const)('%s fixes', (safety) => {
  test('converge, change nothing the second time, and are proved or refused with a reason', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const result = converge(text, check, safety)
        if (result.state === 'refused') throw new Error(result.reason)
        const disproof = disprove(text, result, check, safety, referenceReader)
        if (disproof !== null) expect(disproof).toMatch(/would be read differently by the fixes of [a-z -]+$/)
        else expect(converge(result.text, check, safety)).toMatchObject({ text: result.text, passes: [] })
        if (text.startsWith('\uFEFF')) expect(result.text.startsWith('\uFEFF')).toBe(true)
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 150) },
    )
  })
})

test('safe fixes keep all shortcodes and the last line end', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const result = converge(text, check, 'safe')
      if (result.state === 'refused') throw new Error(result.reason)
      const codes = (of: string): string[] => shortcodeRanges(of).map((range) => of.slice(...range))
      expect(codes(result.text)).toEqual(codes(text))
      expect(/\r?\n$/.exec(result.text)?.[0]).toBe(/\r?\n$/.exec(text)?.[0])
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 150) },
  )
})

test('checking any prefix of any fixture does not throw', () => {
  for (const text of TEXTS)
    for (let end = 0; end <= text.length; end += Math.max(1, Math.floor(text.length / 60))) {
      const prefix = text.slice(0, end)
      for (const { range, line, column } of check(prefix)) {
        expect(range[0] <= range[1] && range[1] <= prefix.length).toBe(true)
        expect(line >= 1 && column >= 1).toBe(true)
      }
    }
})

test('each rule finds as much in the fixtures as before', () => {
  const counts: Record<string, number> = Object.fromEntries(rules.map(({ id }) => [id, 0]))
  for (const text of TEXTS) for (const { rule } of check(text)) counts[rule] = (counts[rule] ?? 0) + 1
  expect(counts).toMatchSnapshot()
})

describe('decomposed letters are read like composed ones', () => {
  const composed = TEXTS.filter((text) => text === text.normalize('NFC'))
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value).normalize('NFC'))

  test('for the findings and their places', () => {
    for (const text of composed) {
      const moved = (offset: number): number => text.slice(0, offset).normalize('NFD').length
      const found = (of: string, at: (offset: number) => number) =>
        check(of).map(({ rule, range, fix }) => ({
          rule,
          range: range.map(at),
          edits: fix?.edits.map((edit) => ({ range: edit.range.map(at), text: edit.text })),
        }))
      expect(plain(found(text.normalize('NFD'), (offset) => offset))).toEqual(plain(found(text, moved)))
    }
  })

  test('for the facts', () => {
    const facts = (text: string) => plain(factsOf(buildReport({ path: '_index.md', text }, schema)))
    for (const text of ['---\ntitle: "Sự kiện 3"\n---\n\nA day.\n', ...composed])
      expect(facts(text.normalize('NFD'))).toEqual(facts(text))
  })
})
