import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { program } from './built-program.js'
import { folderWith } from './folder.js'
import { goodReport } from './good-report.js'
import { run as runIn } from './run.js'

/** Runs the program with an input in chunks, as from a pipe, even within characters. */
function run(cwd: string, args: string, input: string | Uint8Array) {
  const bytes = Buffer.from(input)
  const size = Math.max(7, bytes.length >> 8)
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  return runIn(cwd, args, { stdin: Readable.from(pieces) })
}

const fixed = goodReport.replace('Lan Pham', 'Lan Phạm')
const report = fixed.replace('Objectives', 'Event Objectives')
const speakerless = report.replace('- **Lan Phạm** – Engineer, Gridworks', '- ***')

describe('check', () => {
  test('finds the same as in a file', async () => {
    const folder = folderWith({ 'a.md': speakerless })
    const inFile = await run(folder, 'check a.md', '')
    const piped = await run(folder, 'check --stdin', speakerless)
    expect(piped.code).toBe(1)
    const stdout = inFile.stdout.replace('a.md', '<stdin>').replace('fix --write a.md', 'fix --stdin')
    expect(piped).toEqual({ ...inFile, stdout })
  })

  test('takes the settings and the event number from the file name, without reading that file', async () => {
    const name = 'content/4-Events/4.2-Event2/_index.md'
    const folder = folderWith({ 'content/.reportlintrc.yaml': 'schema: fcj\n' })
    const rules = async (args: string) => {
      const { stdout } = await run(folder, `check --format json ${args}`, report)
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string; line: number }[] }
      return findings.map(({ rule, path, line }) => `${path}:${line} ${rule}`)
    }
    expect(await rules('--stdin')).toEqual(['<stdin>:14 heading-variant'])
    const named = await rules(`--stdin-filename ${name}`)
    expect(named).toEqual(await rules(`--stdin --stdin-filename ${name}`))
    expect(named).toContain(`${name}:2 event-number-mismatch`)
    // The template's title is right there; those of the other schema are not.
    expect(named).not.toContain(`${name}:14 heading-variant`)
    expect(named).toContain(`${name}:22 heading-variant`)
    expect(readdirSync(folder)).toEqual(['.git', 'content'])
  })

  test('detects the language by the text', async () => {
    const text = report.replace(/(?<=# )Summary Report/, 'Bài thu hoạch').replace('Learn how the load is shared', 'Học')
    const { stdout } = await run(folderWith(), 'check --stdin --stdin-filename a/_index.vi.md', text)
    expect(stdout).toContain('a/_index.vi.md')
  })

  test('works with every format', async () => {
    for (const format of ['compact', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown']) {
      const { code, stdout, stderr } = await run(folderWith(), `check --stdin --format ${format}`, speakerless)
      expect({ code, stderr }, format).toEqual({ code: 1, stderr: '' })
      expect(stdout, format).toContain('empty-speakers')
    }
  })

  test('skips other pages with --reports-only', async () => {
    expect(await run(folderWith(), 'check --stdin --reports-only', '# Notes\n')).toMatchObject({ code: 0, stderr: '' })
    expect(await run(folderWith(), 'check --stdin', '# Notes\n')).toMatchObject({ code: 1 })
  })
})

describe('fix', () => {
  test('prints only the fixed text, and the messages to standard error', async () => {
    expect(await run(folderWith(), 'fix --stdin --stdin-filename a.md', report)).toEqual({
      code: 0,
      stdout: fixed,
      stderr: 'a.md:14: Rename the heading to “Objectives”\n1 finding in 1 file fixed\n',
    })
  })

  test('prints a text without fixes byte for byte, even with findings', async () => {
    for (const text of [fixed, speakerless, `\uFEFF${fixed.replaceAll('\n', '\r\n')}`, fixed.trimEnd()]) {
      const expected = text.replace('Event Objectives', 'Objectives')
      expect(await run(folderWith(), 'fix --stdin', text)).toMatchObject({ code: 0, stdout: expected })
    }
    expect(await run(folderWith(), 'fix --stdin --reports-only', '# Notes\n')).toMatchObject({
      code: 0,
      stdout: '# Notes\n',
    })
  })

  test('applies unsafe fixes only with --unsafe', async () => {
    const short = fixed.slice(0, fixed.indexOf('## Takeaways'))
    expect((await run(folderWith(), 'fix --stdin', short)).stdout).toBe(short)
    expect((await run(folderWith(), 'fix --stdin --unsafe', short)).stdout).toContain('## Takeaways\n')
  })

  test('works through pipes, in the built program', () => {
    const cwd = folderWith()
    const large = fixed + '- Draw our own load, and draw it well\n'.repeat(4000)
    expect(
      execFileSync(process.execPath, [program, 'fix', '--stdin'], { cwd, input: large, stdio: 'pipe' }).toString(),
    ).toBe(large)
    const { status, stdout } = spawnSync(process.execPath, [program, 'check', '--stdin'], { cwd, input: speakerless })
    expect(status).toBe(1)
    expect(stdout.toString()).toContain('empty-speakers')
  })
})

describe('errors are one line, without other output', () => {
  test.each([
    ['check --stdin', '', 'reportlint: <stdin>: the standard input is empty, expected a report\n'],
    ['fix --stdin --stdin-filename a.md', ' \n', 'reportlint: a.md: the standard input is empty, expected a report\n'],
    ['fix --stdin', Buffer.from([0x61, 0x0a, 0xff]), 'reportlint: <stdin>:2: the file is not UTF-8'],
    [
      'check --stdin',
      Buffer.alloc(17 * 1024 * 1024, 'x'),
      'reportlint: <stdin>: the standard input has more than 16 MB',
    ],
    [
      'check --stdin a.md',
      report,
      'reportlint: --stdin takes no paths: give the name of the report with --stdin-filename',
    ],
    ['check --stdin --staged', report, 'reportlint: --stdin cannot be used with --staged'],
    ['fix --stdin-filename a.md --write', report, 'reportlint: --stdin cannot be used with --write'],
    [
      'check --stdin --stdin-filename .',
      report,
      'reportlint: --stdin-filename .: this is a folder, expected the path of a report',
    ],
    ['fix --stdin --stdin-filename absent/', report, 'reportlint: --stdin-filename absent/: this is a folder'],
    ['check --stdin --rule tpyo', report, 'Did you mean “typo”'],
  ])('%s', async (args, input, message) => {
    const { code, stdout, stderr } = await run(folderWith(), args, input)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
  })

  test('an invalid configuration, with its line', async () => {
    const folder = folderWith({ '.reportlintrc.yaml': 'rules:\n  tpyo: off\n' })
    expect(await run(folder, 'fix --stdin', report)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'reportlint: .reportlintrc.yaml:2: unknown rule “tpyo”. Did you mean “typo”?\n',
    })
  })
})
