import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { main } from '../src/cli/main.js'
import { UsageError } from '../src/cli/process/io.js'
import { type Answer, choose } from '../src/fix/choose.js'
import type { Lint } from '../src/fix/converge.js'
import { finding } from './fix/finding.js'
import { folderWith, writeIn } from './folder.js'
import { goodReport } from './good-report.js'
import { run } from './run.js'

const answering = (...lines: string[]): Readable => Readable.from(lines.map((line) => `${line}\n`))

/** Two safe fixes (a level, a title), one unsafe (Takeaways is missing), and nothing else. */
const report = goodReport
  .replace('## Objectives', '## Event Objectives')
  .replace('## Speakers', '### Speakers')
  .replace('## Takeaways\n\n- Measure first\n\n', '')
const renamed = report.replace('Event Objectives', 'Objectives')
const levelled = report.replace('### Speakers', '## Speakers')
const both = renamed.replace('### Speakers', '## Speakers')

async function fixed(answers: string[], options = '') {
  const folder = folderWith({ 'a.md': report })
  const { code, stdout, stderr } = await run(folder, `fix --interactive${options}`, { stdin: answering(...answers) })
  return { code, stdout, stderr, text: readFileSync(join(folder, 'a.md'), 'utf8') }
}

describe('an answer', () => {
  test.each([
    ['yes and no', ['y', 'n'], renamed],
    ['no and yes', ['n', 'y'], levelled],
    ['yes twice, in capitals and with blanks', [' Y ', 'y'], both],
    ['all', ['a'], both],
    ['none', ['d'], report],
    ['yes, then none', ['y', 'd'], renamed],
    ['no, then all', ['n', 'a'], levelled],
    ['quit', ['q'], report],
    ['yes, then quit', ['y', 'q'], renamed],
    ['yes, then nobody is there', ['y'], renamed],
  ])('%s', async (_, answers, expected) => {
    expect((await fixed(answers)).text).toBe(expected)
  })

  test('that is invalid gets help, and the question again', async () => {
    const { stderr, text } = await fixed(['x', '?', 'y', 'n'])
    expect(stderr.match(/^a {2}apply this and all the rest of this file$/gm)).toHaveLength(2)
    expect(stderr.match(/Apply this fix\?/g)).toHaveLength(4)
    expect(text).toBe(renamed)
  })
})

test('a question shows the finding, the fix and its diff, with lines of the original file', async () => {
  const { stdout, stderr } = await fixed(['y', 'n'])
  expect(stdout).toBe('')
  expect(stderr).toContain(
    [
      '',
      'a.md:14  Unexpected title “Event Objectives”, expected “Objectives”.  heading-variant',
      'fix: Rename the heading to “Objectives”',
      '@@ -11,7 +11,7 @@',
      ' ',
      ' - **Date:** Saturday, November 29th, 2025',
      ' ',
      '-## Event Objectives',
      '+## Objectives',
      ' ',
      ' - Learn how the load is shared',
      ' ',
      'Apply this fix? [y,n,a,d,q,?] ',
    ].join('\n'),
  )
  expect(stderr).toMatch(/\na\.md:18 {2}Unexpected level 3 .* section-level\nfix: /)
})

test('a question is wrapped to the terminal', async () => {
  const around = { stdin: answering('q'), env: { NO_COLOR: '1' }, isTTY: true, columns: 50 }
  const { stderr } = await run(folderWith({ 'a.md': report }), 'fix --interactive', around)
  expect(stderr).toContain(
    [
      '',
      'a.md:14',
      'Unexpected title “Event Objectives”, expected',
      '“Objectives”.',
      'heading-variant',
      'fix: Rename the heading to “Objectives”',
      '',
    ].join('\n'),
  )
})

test('the summary says what was fixed and what was not', async () => {
  const { code, stderr } = await fixed(['y', 'n'])
  expect(stderr.split('\n').slice(-3)).toEqual([
    expect.stringContaining('a.md:14: Rename the heading to “Objectives”'),
    '1 finding in 1 file fixed; left: 1 finding with a fix that needs --unsafe, 1 finding with a fix that was not chosen; reports were not compared with each other, which needs --unsafe',
    '',
  ])
  expect(code).toBe(1)
  expect((await fixed(['n', 'n'])).stderr).toMatch(/nothing was fixed; left: /)
})

test('unsafe fixes are offered with --unsafe', async () => {
  const { stderr, text } = await fixed(['y', 'n', 'n'], ' --unsafe')
  expect(stderr).toContain('\nunsafe fix: ')
  expect(text).toContain('\n## Takeaways\n')
  expect(text).toContain('\n## Event Objectives\n')
})

test('“all” and “none” apply to one file, “quit” to all', async () => {
  const folder = folderWith({ 'a.md': report, 'b.md': report, 'c.md': report })
  const before = statSync(join(folder, 'c.md')).mtimeMs
  await run(folder, 'fix --interactive', { stdin: answering('a', 'y', 'q') })
  expect(['a.md', 'b.md', 'c.md'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([
    both,
    renamed,
    report,
  ])
  expect(statSync(join(folder, 'c.md')).mtimeMs).toBe(before)
})

test('a file is written before the questions on the next one', async () => {
  const folder = folderWith({ 'a.md': report, 'b.md': report })
  const stdin = new PassThrough()
  const done = run(folder, 'fix --interactive', { stdin })
  stdin.write('a\n')
  await expect.poll(() => readFileSync(join(folder, 'a.md'), 'utf8')).toBe(both)
  stdin.end('q\n')
  await done
  expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe(report)
})

test('a file that changes during its questions is left alone', async () => {
  const folder = folderWith({ 'a.md': report })
  async function* answers() {
    yield 'y\n'
    writeFileSync(join(folder, 'a.md'), note)
    yield 'n\n'
  }
  const note = '# Mine now\n'
  const { code, stderr } = await run(folder, 'fix --interactive', { stdin: Readable.from(answers()) })
  expect(code).toBe(2)
  expect(stderr).toContain('reportlint: a.md: the file changed while it was being fixed')
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(note)
})

describe('without input', () => {
  test.each([
    ['there is no input', undefined],
    ['the input is closed', Object.assign(new PassThrough(), { name: 'closed' }).destroy()],
    ['the input is empty', Readable.from([])],
  ])('%s', async (_, stdin) => {
    const folder = folderWith({ 'a.md': report })
    const { code, stderr } = await run(folder, 'fix --interactive', { stdin })
    expect(code).toBe(2)
    expect(stderr).toMatch(/(?:^|\n)reportlint: --interactive asks questions, but .* standard input.*\n$/)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(report)
  })

  test('nothing is asked if there is nothing to fix', async () => {
    const folder = folderWith({ 'a.md': both.replace('## Applying', '## Takeaways\n\n- Measure first\n\n## Applying') })
    expect(await run(folder, 'fix --interactive')).toMatchObject({
      code: 0,
      stderr: 'nothing to fix; reports were not compared with each other, which needs --unsafe\n',
    })
  })
})

test('nothing is asked if git would discard the fixes, and the input is closed', async () => {
  const folder = folderWith()
  rmSync(join(folder, '.git'))
  writeIn(folder, { 'a.md': report })
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
  ])
    execFileSync('git', args, { cwd: folder })
  const index = join(folder, '.git/next-index-12.lock')
  copyFileSync(join(folder, '.git/index'), index)
  const stdin = new PassThrough()
  stdin.write('y\n')
  const env = { PATH: process.env.PATH, GIT_INDEX_FILE: index }
  const { code, stderr } = await run(folder, 'fix --staged --interactive', { stdin, env })
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(/^reportlint: --staged --write does not work in a commit of single files.*\n$/),
  })
  expect(stdin.listenerCount('end')).toBe(0)
})

test('the input is closed however the questions end', async () => {
  const folder = folderWith({ 'a.md': report })
  const stdin = new PassThrough()
  stdin.write('y\n')
  let questions = 0
  const code = await main(['fix', '--interactive'], {
    stdout: { write: () => {} },
    stderr: {
      write(text) {
        if (text.toString().startsWith('Apply this fix?') && ++questions === 2)
          throw new UsageError('nobody can see it')
      },
    },
    stdin,
    env: {},
    cwd: () => folder,
  })
  expect(code).toBe(2)
  expect(stdin.isPaused()).toBe(true)
})

test('“all” has no limit on fixes that wait for each other', async () => {
  const letters = [...'abcdefghijklmnopqrst']
  const lint: Lint = (text) =>
    letters
      .filter((letter) => !text.includes(letter))
      .map((letter) => finding(letter, [{ range: [0, 0], text: letter }]))
  const result = await choose('', lint, 'safe', () => Promise.resolve('all'))
  expect(result).toMatchObject({ state: 'converged', text: letters.toReversed().join('') })
})

test('fixes that undo each other are refused, even if the user wants them', async () => {
  const lint: Lint = (text) =>
    [...text.matchAll(/[ab]/g)].map(({ index, 0: letter }) => ({
      path: 'a.md',
      rule: letter,
      severity: 'warning',
      message: letter,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      range: [index, index + 1],
      fix: { title: letter, safety: 'safe', edits: [{ range: [index, index + 1], text: letter === 'a' ? 'b' : 'a' }] },
    }))
  const always = (answer: Answer) => choose('a', lint, 'safe', () => Promise.resolve(answer))
  expect(await always('yes')).toMatchObject({ state: 'refused', reason: expect.stringContaining('of a and b undo') })
  expect(await always('all')).toMatchObject({ state: 'refused', reason: expect.stringContaining('of a and b undo') })
  expect(await always('no')).toMatchObject({ state: 'converged', text: 'a', passes: [] })
})
