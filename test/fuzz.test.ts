import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestOf } from '../src/events/digest.js'
import { converge } from '../src/fix/converge.js'
import { disprove } from '../src/fix/prove.js'
import type { Finding } from '../src/lint/finding.js'
import { lintReport } from '../src/lint/lint.js'
import { lintTogether } from '../src/lint/together.js'
import { loadNativeParser } from '../src/markdown/native-parser.js'
import { type Parse, parse as reference } from '../src/markdown/parse.js'
import { bindReport } from '../src/report/bind.js'
import { markdownReader } from '../src/report/markdown-reader.js'
import { docs } from '../src/rules/docs.js'
import { eventRules } from '../src/rules/event-rules.js'
import { rules } from '../src/rules/index.js'
import { loadSchema } from '../src/schema/load.js'
import { SourceError } from '../src/source/read.js'
import { fencesOf } from './doc-fences.js'

/**
 * What holds for whatever becomes of a report. `npm run fuzz` looks further: FUZZ_RUNS inputs for each family, from the
 * seed FC_SEED; FUZZ_FAMILY names one of them.
 */
const RUNS = Number(process.env.FUZZ_RUNS ?? 20)
const ONLY = process.env.FUZZ_FAMILY

/** Families of rules on the same subject, and what is inserted into reports to trigger them. */
const FAMILIES: Readonly<Record<string, { readonly rules: RegExp; readonly pieces: readonly string[] }>> = {
  structure: {
    rules: /section|heading|fence|report-title/,
    pieces: [
      '# ',
      '## ',
      '### ',
      '#### ',
      '**',
      '**Objectives**',
      '## Speakers',
      '### Key Takeaways & Agenda',
      '```',
      '~~~',
      '===',
      '---',
      '<h2>',
      '</h2>',
      'III. ',
    ],
  },
  speakers: {
    rules: /speaker/,
    pieces: [
      '- **Lan Pham** – Engineer, AWS',
      '- ',
      '- ***',
      'TBD',
      '**Speakers:** ',
      ' – ',
      ' - ',
      ': ',
      ', ',
      ' & ',
      'Dr. ',
      '(',
      ')',
      '| Name | Role |\n|---|---|\n| Bao Le | CTO |',
      '\t',
      '@',
    ],
  },
  dates: {
    rules: /date|weekday|number/,
    pieces: [
      '2025-02-30',
      '17/11/2025',
      'Friday, November 17, 2025',
      '17-18/11/2025',
      'ngày 6 tháng 11 năm 2025',
      '**Date:** ',
      'date: 2024-01-01',
      'weight: 7',
      'Event 12',
      '`r Sys.Date()`',
      '4.3.',
      '0',
      '/',
      '-',
    ],
  },
  frontMatter: {
    rules: /front-matter/,
    pieces: [
      '---',
      '+++',
      '---js',
      'title: "a"',
      'title: a: b',
      '&a',
      '*a',
      '!!js/function',
      '\t',
      '{',
      '[',
      '|',
      '>',
      '#',
      '\uFEFF',
      '"',
      "'",
      'date: ',
      '= ',
    ],
  },
  text: {
    rules: /typo|mojibake|invisible|wrong-language/,
    pieces: [
      'DepOps',
      'rototyping',
      'Communit',
      'Ã¡',
      'â€œ',
      'á»',
      'ðŸŽ¯',
      '\u200b',
      '\u00ad',
      '\u202e',
      'e\u0301',
      'đêm',
      '🙂',
      '👩‍💻',
      '\u00a0',
      '“',
      '&nbsp;',
      'LAMDA',
      'S3',
    ],
  },
  leftovers: {
    rules: /leftover|ai-residue|suppression/,
    pieces: [
      'TODO: add photos',
      '<YYYY-MM-DD>',
      '[Your name]',
      '{{% notice warning %}}',
      '{{% /notice %}}',
      'Certainly! Here is',
      '【1†source】',
      ':contentReference[oaicite:0]{index=0}',
      '<!-- reportlint-disable typo -->',
      '<!-- reportlint-enable -->',
      '<!--',
      '-->',
      '`',
    ],
  },
  pictures: {
    rules: /image|alt/,
    pieces: [
      '![](/images/a.jpg)',
      '![a](b "c")',
      '<img src="x.png">',
      '<img src=x alt="',
      '{{< figure src="a.png" >}}',
      '{{< figure',
      '>}}',
      '![a][b]',
      '[b]: /c.jpg',
      '![',
      '](',
      ')',
      'C:\\a.jpg',
      '%20',
      '\\',
    ],
  },
  events: {
    rules: /conflict|mismatch|copied|duplicate-event/,
    pieces: [
      'Summary Report: “Grid Day”',
      '17/11/2025',
      '18/11/2025',
      'Location: Hall B',
      '- [Event 2](4.2-Event2/)',
      '- [Event 9](../4.9-Event9/)',
      'weight: 3',
      'A long sentence that somebody copied word by word from another report. ',
    ],
  },
}

/** Damage that may occur in any line. */
const ANY = [
  '',
  ' ',
  '  ',
  '\t',
  '> ',
  '- ',
  '1. ',
  '*',
  '_',
  '`',
  '[',
  ']',
  '<',
  '>',
  '|',
  '\\',
  '&amp;',
  '\r',
  '\n\n',
  '\u2028',
  '\u{1F3AF}',
  'ế',
  '\ud83d',
  '{{<',
  '%}}',
]

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.md$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => !text.includes('\0') && text.trim() !== '')
}

const REPORTS = [...new Set(markdownBelow(join(import.meta.dirname, '../fixtures')))].filter(
  (text) => text.length < 6000,
)

function examplesFor(family: RegExp): string[] {
  return Object.entries(docs)
    .filter(([id]) => family.test(id))
    .flatMap(([, doc]) => fencesOf(doc).flatMap(({ info, body }) => (info.startsWith('md input') ? [body] : [])))
}

const CHANGES = [
  'drop',
  'double',
  'swap',
  'indent',
  'cut',
  'lead',
  'end',
  'between',
  'blank',
  'splice',
  'bytes',
  'case',
] as const

/** Reports of a family with lines removed, duplicated, swapped, cut, joined and damaged. */
function mutated({ rules: family, pieces }: (typeof FAMILIES)[string]): fc.Arbitrary<string> {
  const texts = [...examplesFor(family), ...REPORTS]
  const change = fc.record({
    at: fc.nat(),
    what: fc.constantFrom(...CHANGES),
    piece: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.constantFrom(...ANY) },
    ),
    other: fc.constantFrom(...texts),
  })
  return fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\n', '\r\n', '\r'),
      fc.constantFrom('', '', '', '\uFEFF', '\n'),
      fc.boolean(),
    )
    .map(([text, changes, eol, start, isWhole]) => {
      const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
      for (const { at, what, piece, other } of changes) {
        const index = at % Math.max(1, lines.length)
        const line = lines[index] ?? ''
        const middle = at % (line.length + 1)
        if (what === 'drop') lines.splice(index, 1)
        else if (what === 'double') lines.splice(index, 0, line)
        else if (what === 'swap') lines.splice(index, 2, lines[index + 1] ?? '', line)
        else if (what === 'indent') lines[index] = `  ${line}  `
        else if (what === 'cut') lines[index] = line.slice(0, middle)
        else if (what === 'lead') lines[index] = piece + line
        else if (what === 'end') lines[index] = line + piece
        else if (what === 'between') lines[index] = line.slice(0, middle) + piece + line.slice(middle)
        else if (what === 'blank') lines.splice(index, 0, '', piece, '')
        else if (what === 'splice') lines.splice(index, lines.length, ...other.split('\n').slice(at % 12))
        // As when UTF-8 is read as Latin-1.
        else if (what === 'bytes') lines[index] = Buffer.from(line).toString('latin1')
        else lines[index] = at % 2 ? line.toUpperCase() : line.normalize('NFD')
      }
      const all = start + lines.join(eol)
      return isWhole ? all : all.slice(0, Math.floor(all.length * 0.8))
    })
    .filter((text) => text.trim() !== '')
}

const schema = loadSchema('event-report')
const native = await loadNativeParser()
const parserFor = (text: string): Parse => (native?.reads(text) ? native.parse : reference)
const PATH = 'content/4-EventParticipated/4.2-Event2/_index.md'

function findingsIn(text: string, parse: Parse = parserFor(text), path = PATH): readonly Finding[] {
  return lintReport(bindReport({ path, text }, { schema, parse }), { schema, rules })
}

function assertInRange(findings: readonly Finding[], text: string): void {
  const lines = text.split(/\r\n|\n|\r/).length
  for (const { rule, range, line, column, endLine, message, fix } of findings) {
    const [start, end] = range
    expect(start >= 0 && start <= end && end <= text.length, `${rule}: ${range} of ${text.length}`).toBe(true)
    expect(
      line >= 1 && column >= 1 && line <= endLine && endLine <= lines,
      `${rule}: ${line} to ${endLine} of ${lines}`,
    ).toBe(true)
    expect(message).toMatch(/\S/)
    for (const edit of fix?.edits ?? [])
      expect(edit.range[0] >= 0 && edit.range[0] <= edit.range[1] && edit.range[1] <= text.length, rule).toBe(true)
  }
}

/** All checks, except for a text that is refused as a whole. */
function hold(text: string, cut: number): void {
  try {
    const found = findingsIn(text)
    assertInRange(found, text)
    if (native?.reads(text)) expect(findingsIn(text, reference)).toEqual(found)
    const prefix = text.slice(0, cut % (text.length + 1))
    assertInRange(findingsIn(prefix), prefix)
    const safety = cut % 2 ? 'safe' : 'unsafe'
    const check = (changed: string) => (changed === text ? found : findingsIn(changed))
    const result = converge(text, check, safety)
    if (result.state === 'refused') throw new Error(`${safety} fixes: ${result.reason}`)
    if (result.passes.length === 0) return
    const disproof = disprove(text, result, check, safety, markdownReader(parserFor(text)))
    // Where a change reaches further than its edits, the file is left alone.
    if (disproof !== null) expect(disproof).toMatch(/would be read differently by the fixes of [a-z -]+$|shortcode/)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
  }
}

describe('damaged reports', () => {
  const names = Object.keys(FAMILIES).filter((name) => ONLY === undefined || name === ONLY)
  test.each(names)('%s: findings have valid places, parsers agree, fixes converge and are proved', (name) => {
    const family = FAMILIES[name]
    if (!family) throw new Error(name)
    fc.assert(fc.property(mutated(family), fc.nat(), hold), { numRuns: RUNS })
  })

  test.runIf(ONLY === undefined || ONLY === 'events')('comparing reports never throws', () => {
    const texts = fc.array(mutated(FAMILIES.events as (typeof FAMILIES)[string]), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(texts, (several) => {
        const digests = several.map((text, index) => {
          const path = `content/4-EventParticipated/4.${1 + (index >> 1)}-Event/_index${index % 2 ? '.vi' : ''}.md`
          return digestOf(bindReport({ path, text }, { schema, parse: parserFor(text) }), schema)
        })
        const found = lintTogether(digests, { rules: eventRules, registry: [] })
        for (const { line, endLine, path } of found) {
          const lines = several[digests.findIndex((digest) => digest.path === path)]?.split(/\r\n|\n|\r/).length ?? 0
          expect(line >= 1 && line <= endLine && endLine <= lines).toBe(true)
        }
        expect(lintTogether(digests.toReversed(), { rules: eventRules, registry: [] })).toEqual(found)
      }),
      { numRuns: RUNS },
    )
  })
})
