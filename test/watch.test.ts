import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { main } from '../src/cli/main.js'
import { program } from './built-program.js'
import { emptyFolder, type Files, writeIn } from './folder.js'
import { goodReport } from './good-report.js'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

function repositoryWith(files: Files): string {
  const folder = emptyFolder()
  writeIn(folder, { '.git/HEAD': '', ...files })
  return folder
}

/** A running `check --watch`. */
function start(cwd: string, args: string, isTTY = false) {
  let seen = ''
  const user = new EventEmitter()
  const ended = main(args.split(' '), {
    stdout: { write: (text) => (seen += text), isTTY },
    stderr: { write: (text) => (seen += text) },
    env: { NO_COLOR: '1', XDG_CACHE_HOME: cwd },
    cwd: () => cwd,
    once: (signal, listener) => user.once(signal, listener),
  })
  const interrupt = () => {
    user.emit('SIGINT')
    return ended
  }
  endings.push(interrupt)
  return {
    ended,
    interrupt,
    seen: () => seen,
    /** Waits for words that come from now on, and gives what was printed up to them. */
    async until(words: string): Promise<string> {
      for (const deadline = Date.now() + 15_000; !seen.includes(words); await pause(20))
        if (Date.now() > deadline) throw new Error(`“${words}” did not come; what came is:\n${seen}`)
      const printed = seen
      seen = ''
      return printed
    },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const bad = goodReport.replace('Saturday', 'Friday')
const READY = 'watching for changes; press Ctrl-C to stop\n'

describe('check --watch', () => {
  test('checks again after files are written, created, renamed and removed, until Ctrl-C', async () => {
    const folder = repositoryWith({ 'content/a.md': goodReport, 'content/b.md': goodReport })
    const watching = start(folder, 'check content --watch --rule weekday-mismatch')
    expect(await watching.until(READY)).toBe(`✔ 2 reports checked: nothing to report\n${READY}`)

    writeIn(folder, { 'content/a.md': bad })
    const first = await watching.until('checked\n')
    expect(first).toMatch(/^content\/a\.md changed\ncontent\/a\.md\n/)
    expect(first).toContain('weekday-mismatch')
    expect(first).toContain('1 error · 2 reports checked')

    // As many editors save: into another file, which then takes the name.
    writeIn(folder, { 'content/a.md~': goodReport })
    renameSync(join(folder, 'content/a.md~'), join(folder, 'content/a.md'))
    expect(await watching.until('nothing to report\n')).toBe(
      'content/a.md changed\n✔ 2 reports checked: nothing to report\n',
    )

    writeIn(folder, { 'content/new/deep/c.md': bad })
    await watching.until('1 error · 3 reports checked')
    writeIn(folder, { 'content/new/deep/c.md': goodReport })
    await watching.until('✔ 3 reports checked')

    rmSync(join(folder, 'content/new'), { recursive: true })
    await watching.until('✔ 2 reports checked')
    writeIn(folder, { 'content/new/deep/c.md': bad })
    await watching.until('1 error · 3 reports checked')

    expect(await watching.interrupt()).toBe(0)
  })

  test('checks once after several changes at once', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `content/${index}.md`)
    const folder = repositoryWith(Object.fromEntries(names.map((name) => [name, goodReport])))
    const watching = start(folder, 'check --watch --rule weekday-mismatch')
    await watching.until(READY)
    writeIn(folder, Object.fromEntries(names.map((name) => [name, bad])))
    expect(await watching.until('10 errors')).toMatch(/^content\/0\.md and 9 others changed\n/)
    await pause(400)
    expect(watching.seen()).not.toContain('changed')
  })

  test('notices changes of configurations, schemas and pictures, but not of ignored and unrelated files', async () => {
    const folder = repositoryWith({
      'hugo.toml': '',
      '.gitignore': 'public/\n',
      'static/images/other.jpg': '',
      'public/a.md': '',
      'node_modules/a/readme.md': '',
      'content/4-Events/4.1-Event1/_index.md': goodReport.replace(
        '## Takeaways',
        '![The hall](/images/hall.tiff)\n\n## Takeaways',
      ),
    })
    const watching = start(folder, 'check content --watch')
    await watching.until(READY)
    writeIn(folder, {
      'public/a.md': bad,
      'content/4-Events/4.1-Event1/.notes.swp': 'x',
      'node_modules/a/readme.md': bad,
    })
    await pause(500)
    expect(watching.seen()).toBe('')
    writeIn(folder, { 'static/images/hall.tiff': 'x' })
    await watching.until('✔ 1 report checked')
    writeIn(folder, { '.reportlintrc.yaml': 'schema: fcj\n' })
    expect(await watching.until('heading-variant')).toContain('.reportlintrc.yaml changed\n')
  })

  test('continues after an invalid configuration', async () => {
    const folder = repositoryWith({ 'a.md': goodReport })
    const watching = start(folder, 'check --watch')
    await watching.until(READY)
    writeIn(folder, { '.reportlintrc.yaml': 'ruls: {}\n' })
    await watching.until('reportlint: .reportlintrc.yaml:1: unknown key “ruls”. Did you mean “rules”?\n')
    writeIn(folder, { '.reportlintrc.yaml': 'rules: {}\n' })
    await watching.until('✔ 1 report checked')
    writeIn(folder, { 'a.md': '' })
    await watching.until('the file is empty')
    writeIn(folder, { 'a.md': goodReport })
    await watching.until('✔ 1 report checked')
  })

  test('notices changes of all named files, wherever they are', async () => {
    const folder = repositoryWith({
      'content/a.md': bad,
      'settings/my.json': '{"schema": "own.json"}',
      'settings/own.json': '{"name": "own", "extends": "event-report"}',
      'settings/other.json': '{}',
    })
    const elsewhere = emptyFolder()
    writeIn(elsewhere, { 'notes.text': bad, 'known.list': '{"schemaVersion": 2, "findings": []}' })
    symlinkSync(join(elsewhere, 'notes.text'), join(folder, 'content/link.md'))
    const args = `content/a.md content/link.md --config settings/my.json --baseline ${elsewhere}/known.list`
    const watching = start(folder, `check ${args} --watch`)
    await watching.until(READY)
    await pause(300)
    writeIn(folder, { 'settings/other.json': '{"of": "no account"}' })
    await pause(500)
    expect(watching.seen()).toBe('')

    writeIn(folder, { 'settings/own.json': '{"name": "own", "extends": "fcj"}' })
    expect(await watching.until('checked\n')).toMatch(/^settings\/own\.json changed\n[\s\S]*heading-variant/)
    writeIn(folder, { 'settings/my.json': '{"rules": {"weekday-mismatch": "off"}}' })
    expect(await watching.until('to report\n')).toMatch(/^settings\/my\.json changed\n/)
    writeIn(elsewhere, { 'notes.text': '' })
    expect(await watching.until('checked\n')).toMatch(
      /notes\.text changed\n[\s\S]*content\/link\.md:1: the file is empty/,
    )
    writeIn(elsewhere, { 'notes.text': bad })
    await watching.until('to report\n')
    writeIn(elsewhere, { 'known.list': '[]' })
    await watching.until('this is not a baseline')
  })

  test('notices a configuration above, even without a repository', async () => {
    const folder = emptyFolder()
    writeIn(folder, { 'content/a.md': bad, '.reportlintrc.json': '{"root": true}' })
    const watching = start(folder, 'check content --watch')
    expect(await watching.until(READY)).toContain('weekday-mismatch')
    writeIn(folder, { '.reportlintrc.json': '{"root": true, "rules": {"weekday-mismatch": "off"}}' })
    expect(await watching.until('to report\n')).toContain('.reportlintrc.json changed\n')
  })

  test('ignores changes of its own output', async () => {
    const folder = repositoryWith({ 'a.md': goodReport })
    for (const own of ['--format markdown --output out.md', '--baseline known.json --update-baseline']) {
      const watching = start(folder, `check --watch ${own}`)
      await watching.until(READY)
      await pause(500)
      expect(watching.seen()).toBe('')
      await watching.interrupt()
    }
  })

  test('clears a terminal before each check', async () => {
    const folder = repositoryWith({ 'a.md': goodReport })
    const watching = start(folder, 'check --watch', true)
    expect(await watching.until(READY)).not.toContain('\x1b[2J')
    writeIn(folder, { 'a.md': bad })
    const printed = await watching.until(READY)
    expect(printed.startsWith('\x1b[2J\x1b[3J\x1b[Ha.md changed\n')).toBe(true)
    expect(printed).toContain('1 error')
  })

  test.each([
    ['--rule typo,tpyo', 'unknown rule “tpyo”. Did you mean “typo”?'],
    ['--update-baseline', '--update-baseline needs a file'],
  ])('ends at once for an invalid option: %s', async (options, why) => {
    const watching = start(repositoryWith({ 'a.md': goodReport }), `check a.md --watch ${options}`)
    expect(await watching.ended).toBe(2)
    expect(watching.seen()).toContain(`reportlint: ${why}`)
    expect(watching.seen()).not.toContain('watching')
  })

  test('ends when the output is closed', { timeout: 30_000 }, async () => {
    const folder = repositoryWith({ 'a.md': goodReport })
    const watching = spawn(process.execPath, [program, 'check', '--watch'], { cwd: folder })
    endings.push(() => watching.kill())
    const code = new Promise((resolve) => watching.on('exit', resolve))
    await new Promise<void>((resolve) => watching.stderr.on('data', (text) => `${text}`.includes(READY) && resolve()))
    watching.stdout.destroy()
    writeIn(folder, { 'a.md': bad })
    expect(await code).toBe(0)
  })

  test('ends if there is nothing to watch', async () => {
    const watching = start(repositoryWith({}), 'check --watch nope')
    expect(await watching.ended).toBe(2)
    expect(watching.seen()).toContain('reportlint: nope: there is no such file or folder\n')
    expect(watching.seen()).not.toContain(READY)
  })

  test.each(['--staged', '--stdin', '--shard 1/2'])('is not possible with %s', async (option) => {
    const watching = start(repositoryWith({}), `check --watch ${option}`)
    expect(await watching.ended).toBe(2)
    expect(watching.seen()).toContain(`--watch cannot be used with ${option.split(' ')[0]}`)
  })

  test.skipIf(process.platform === 'win32')('ends with 0 after Ctrl-C, in the built program', async () => {
    const folder = repositoryWith({ 'a.md': bad })
    const child: ChildProcess = spawn(process.execPath, [program, 'check', '--watch'], { cwd: folder })
    endings.push(() => child.kill('SIGKILL'))
    const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })))
    let output = ''
    child.stderr?.on('data', (data) => {
      output += data
    })
    for (const deadline = Date.now() + 15_000; !output.includes(READY) && Date.now() < deadline; ) await pause(20)
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 0, signal: null })
  })
})
