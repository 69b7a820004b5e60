import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { lintReport } from '../src/lint/lint.js'
import { loadNativeParser } from '../src/markdown/native-parser.js'
import { type Parse, parse as reference } from '../src/markdown/parse.js'
import { bindReport } from '../src/report/bind.js'
import { rules } from '../src/rules/index.js'
import { loadSchema } from '../src/schema/load.js'
import { program, runBuilt } from './built-program.js'
import { sharedFolder } from './folder.js'

const OPENING = '---\ntitle: "Event 2"\ndate: 2025-11-17\n---\n\n# Summary Report: “Cloud Day”\n\n'
const REPORT = `${OPENING}## Speakers\n\n- **Lan Pham** – Engineer, AWS\n`

const upTo = (size: number, unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('')

/** Texts that cost Markdown parsers quadratic time, or overflow their stack. */
const REFUSED: Readonly<Record<string, string>> = {
  'one-line-of-quotes': upTo(200_000, '>'),
  'pairs-of-stars': upTo(200_000, '*a* '),
  'setext-underlines': upTo(200_000, '=\n'),
  'nested-brackets': `${'['.repeat(100_000)}a${']'.repeat(100_000)}`,
  'lazy-quotation': `> a\n${upTo(200_000, 'a\n')}`,
  'open-links': upTo(200_000, '[a]('),
  'wide-table': `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n${'|b'.repeat(20_000)}|\n`,
  'nested-lists': lines(400, (index) => `${' '.repeat(index * 2)}- a`),
  'growing-backticks': Array.from({ length: 600 }, (_, index) => '`'.repeat(index + 1)).join(' '),
  'lists-50000-deep': `${'- '.repeat(50_000)}a\n`,
  'quotes-in-lists-50000-deep': `${'> - '.repeat(50_000)}a\n`,
  'line-of-15-mb': 'a'.repeat(15_000_000),
  'blank-lines-15-mb': '\n'.repeat(15_000_000).concat('a'),
  'front-matter-of-5-mb-never-closed': `---\n${upTo(5_000_000, 'a: b\n')}`,
}

describe('the program on hostile files', () => {
  const folder = join(sharedFolder(), 'event-2')
  beforeAll(() => {
    mkdirSync(folder)
    for (const [name, text] of Object.entries(REFUSED)) writeFileSync(join(folder, `${name}.md`), text)
    writeFileSync(join(folder, 'line-of-50-mb.md'), 'a'.repeat(50_000_000))
    writeFileSync(join(folder, 'binary.md'), '# a\0b\n')
    writeFileSync(join(folder, 'half-character.md'), Buffer.from([0x23, 0x20, 0xed, 0xa0, 0xbd, 0x0a]))
    writeFileSync(join(folder, 'report.md'), REPORT)
  })

  test.each(['native', 'remark'])('refuses each with its place and advice, and checks the others: %s', (parser) => {
    const start = performance.now()
    const args = ['check', '.', '--parser', parser, '--no-cache', '--format', 'compact']
    const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=512' }
    const { status, stdout, stderr } = runBuilt(folder, args, env)
    expect(status).toBe(2)
    const lines = stderr.trim().split('\n')
    for (const name of Object.keys(REFUSED))
      expect(lines).toContainEqual(
        expect.stringMatching(new RegExp(`^reportlint: ${name}\\.md:\\d+: [\\d,]+ .+, expected at most [\\d,]+: \\w`)),
      )
    expect(lines).toContainEqual(expect.stringMatching(/line-of-50-mb\.md: the file has 48 MB, expected at most 16/))
    expect(lines).toContainEqual(expect.stringMatching(/binary\.md:1: the file is binary/))
    expect(lines).toContainEqual(expect.stringMatching(/half-character\.md:1: the file is not UTF-8/))
    expect(lines).toHaveLength(Object.keys(REFUSED).length + 3)
    expect(stdout).toMatch(/^report\.md:\d+:\d+: error .+\[missing-section\]/m)
    // Far more than it takes: anything super-linear would take minutes.
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  test('reports an alias bomb as a finding', () => {
    const level = (name: string, of: string): string => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`
    const names = [...'abcdefghi']
    const bomb = names.map((name, index) => level(name, index === 0 ? 'x' : `*${names[index - 1]}`)).join('')
    const { stdout } = spawnSync(
      process.execPath,
      [program, 'check', '--stdin', '--stdin-filename', 'a.md', '--format', 'compact'],
      {
        input: `---\n${bomb}title: *i\n---\n\n${REPORT.slice(OPENING.length)}`,
        encoding: 'utf8',
        cwd: folder,
      },
    )
    expect(stdout).toMatch(/^a\.md:\d+:\d+: error .+\[invalid-front-matter\]/m)
  })
})

/** What a text may contain any amount of: twice as much must take about twice as long, in every part of the program. */
const GROWING: Readonly<Record<string, (index: number) => string>> = {
  paragraphs: (index) => `A sentence number ${index} on the **event** with [a link](https://x.org/${index}) in it.\n`,
  headings: (index) => `## Title ${index}\n\ntext\n`,
  sections: () => '## Objectives\n\ntext\n\n## Key Takeaways & Agenda\n\ntext\n',
  'bold lines': () => '**Objectives**\n\ntext\n',
  'HTML headings': () => '<h2>Objectives</h2>\n\ntext\n',
  speakers: (index) => `${index % 100 ? '' : '\n### Speakers\n\n'}- **Lan Pham** – Engineer, AWS`,
  dates: () => 'Date: Friday, November 17, 2025 to 18/11/2025\n',
  'misspelt words': () => 'rototyping DepOps Communit\n',
  'damaged text': () => 'Ãª Ã¡ á»± đáº¹p â€œ\n',
  'invisible characters': () => 'a\u200bb\u00adc\n',
  'shortcodes that nobody closes': () => '{{< x\n\n{{% highlight %}}\n',
  'template sentences': () => '{{% notice note %}}\nYour text here\n{{% /notice %}}\n',
  "a chat tool's sentences": () => 'Certainly! Here is a summary of the event.\n',
  'comments for the linter': () => '<!-- reportlint-disable typo -->\n',
  pictures: () => '![](/images/x.jpg)\n\n<img src="y.png">\n',
  'quotations and tables': () => '> a\n> - b\n\n| a | b |\n|---|---|\n| c | d |\n\n# e\n',
}

const schema = loadSchema('event-report')

function seconds(text: string, parse: Parse): number {
  const before = process.cpuUsage()
  lintReport(bindReport({ path: '_index.md', text }, { schema, parse }), { schema, rules })
  const { user } = process.cpuUsage(before)
  return user / 1e6
}

describe('checking takes linear time', async () => {
  const parse = (await loadNativeParser())?.parse ?? reference
  test.each(Object.keys(GROWING))('%s', (name) => {
    const text = (size: number): string => {
      const unit = lines(50, GROWING[name] as (index: number) => string)
      return OPENING + `${unit}\n\n# Part\n\n`.repeat(Math.ceil(size / unit.length))
    }
    seconds(text(20_000), parse)
    const [once, twice] = [seconds(text(100_000), parse), seconds(text(200_000), parse)]
    // Garbage is collected when it pleases: what is quick may double by chance.
    expect(twice).toBeLessThan(Math.max(3.2 * once, 0.8))
  })

  test('the reference parser reads texts within the bounds in parts', () => {
    const worst = (size: number): string =>
      `# a\n\n${`${'a\n=\n'.repeat(400)}\n# b\n\n`.repeat(Math.ceil(size / 1600))}`
    seconds(worst(2000), reference)
    const [once, twice] = [seconds(worst(8000), reference), seconds(worst(16_000), reference)]
    expect(twice).toBeLessThan(Math.max(3.2 * once, 1))
  })
})
