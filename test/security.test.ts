import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { formats } from '../src/reporters/index.js'
import { program } from './built-program.js'
import { emptyFolder } from './folder.js'

const BODY = '# Summary Report: “Grid Day”\n\n## Event Objectives\n\n- Learn\n\n## Speakers\n\n- **Lan Pham**\n'
const FRONT_MATTER = '---\ntitle: "Event 2"\ndate: 2025-11-17\n---\n\n'

let folder: string
let outside: string
let marker: string
beforeEach(() => {
  folder = emptyFolder()
  outside = emptyFolder()
  marker = join(outside, 'it-ran')
})

function run(...args: string[]) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
  return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', env, timeout: 20_000 })
}

const put = (name: string, text: string): void => writeFileSync(join(folder, name), text)

/** Every command that reads reports. */
const COMMANDS: readonly (readonly string[])[] = [
  ['check', '--no-cache'],
  ['inspect'],
  ['events'],
  ['fix'],
  ['fix', '--write', '--unsafe'],
]

describe('no code in a report or configuration is executed', () => {
  const code = (): string => `require('fs').writeFileSync(${JSON.stringify(marker)}, '')`

  test('for any language of the front matter', () => {
    const languages = [
      'js',
      'javascript',
      ' js',
      ' javascript',
      'JS',
      'JavaScript',
      'coffee',
      'ts',
      'json',
      '\tjs',
      'js ',
      'node',
    ]
    for (const [index, language] of languages.entries()) {
      put(`${index}.md`, `---${language}\nmodule.exports = { title: ${code()} }\n---\n\n${BODY}`)
      put(`${index}-call.md`, `---${language}\n${code()}\n---\n\n${BODY}`)
      put(`${index}-toml.md`, `+++${language}\n${code()}\n+++\n\n${BODY}`)
    }
    put(
      'tag.md',
      `---\ntitle: !!js/function "function () { ${code().replaceAll('"', "'")} }"\nx: !!js/eval ${JSON.stringify(code())}\n---\n\n${BODY}`,
    )
    put(
      'shortcode.md',
      `${FRONT_MATTER}{{< script >}}${code()}{{< /script >}}\n\n<script>${code()}</script>\n\n${BODY}`,
    )
    for (const command of COMMANDS) {
      const { status, stderr } = run(...command)
      expect(stderr).not.toMatch(/^\s+at /m)
      expect(status).not.toBeNull()
      expect(existsSync(marker), command.join(' ')).toBe(false)
    }
    const { stdout } = run('check', '0.md', '2.md', '4.md', '--rule', 'executable-front-matter', '--format', 'compact')
    expect(stdout.match(/\[executable-front-matter\]/g)).toHaveLength(3)
  })

  test('configurations are data only, and JavaScript ones are ignored', () => {
    put('a.md', FRONT_MATTER + BODY)
    for (const name of [
      '.reportlintrc.js',
      '.reportlintrc.cjs',
      '.reportlintrc',
      'reportlint.config.js',
      'reportlint.config.mjs',
      'reportlint.config.ts',
    ])
      put(name, code())
    expect(run('check').status).toBe(1)
    expect(existsSync(marker)).toBe(false)
    put('.reportlintrc.yaml', `rules: !!js/eval ${JSON.stringify(code())}\n`)
    const { status, stderr } = run('check')
    expect([status, existsSync(marker)]).toEqual([2, false])
    expect(stderr).toMatch(/^reportlint: \.reportlintrc\.yaml/)
    rmSync(join(folder, '.reportlintrc.yaml'))
    put('.reportlintrc.json', '{ "__proto__": { "polluted": true }, "constructor": { "prototype": {} } }')
    expect(run('check').status).toBe(2)
  })
})

test('there is no network access', () => {
  put('a.md', `${FRONT_MATTER}${BODY}\n![x](https://example.org/a.png)\n\n<img src="http://example.org/b.png">\n`)
  const spy = join(outside, 'spy.cjs')
  writeFileSync(
    spy,
    `const tell = (what) => () => { require('fs').appendFileSync(${JSON.stringify(marker)}, what + '\\n'); throw new Error(what) }
    require('net').Socket.prototype.connect = tell('net')
    require('dgram').createSocket = tell('dgram')
    const dns = require('dns')
    for (const name of ['lookup', 'resolve', 'resolve4']) dns[name] = dns.promises[name] = tell('dns')
    globalThis.fetch = tell('fetch')`,
  )
  for (const command of COMMANDS) {
    const { status, stderr } = spawnSync(process.execPath, ['--require', spy, program, ...command], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(status).not.toBeNull()
  }
  expect(existsSync(marker)).toBe(false)
  // The spy itself works.
  spawnSync(process.execPath, ['--require', spy, '-e', "fetch('http://example.org')"])
  expect(readFileSync(marker, 'utf8')).toBe('fetch\n')
})

test('links that leave the folder are not followed, and nothing is written through them', () => {
  const text = FRONT_MATTER + BODY
  writeFileSync(join(outside, 'secret.md'), text)
  mkdirSync(join(outside, 'site'))
  writeFileSync(join(outside, 'site/page.md'), text)
  put('a.md', text)
  symlinkSync(join(outside, 'secret.md'), join(folder, 'link.md'))
  symlinkSync(join(outside, 'site'), join(folder, 'linked'))
  expect(run('check', '--format', 'json').stdout).not.toMatch(/secret|link|page/)
  const { stderr } = run('fix', '--write', '--unsafe', '.', 'link.md', 'linked/page.md')
  expect(stderr).toMatch(/link\.md: this is a link to a file elsewhere, so it was left unchanged/)
  expect(stderr).toMatch(/linked\/page\.md: this is a link to a file elsewhere, so it was left unchanged/)
  for (const name of ['secret.md', 'site/page.md']) expect(readFileSync(join(outside, name), 'utf8')).toBe(text)
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).not.toBe(text)
})

describe.skipIf(process.platform === 'win32')('special files', () => {
  test('a pipe, a device and a folder with the name of a report are reported without waiting', () => {
    spawnSync('mkfifo', [join(folder, 'pipe.md')])
    mkdirSync(join(folder, 'folder.md'))
    put('a.md', FRONT_MATTER + BODY)
    const all = run('check', '--no-cache')
    expect([all.status, all.stderr]).toEqual([1, ''])
    const named = run('check', 'pipe.md', '/dev/zero', 'folder.md', 'absent.md', 'a.md')
    expect(named.status).toBe(2)
    expect(named.stderr).toMatch(/pipe\.md: this is neither a file nor a folder/)
    expect(named.stderr).toMatch(/\/dev\/zero: this is neither a file nor a folder/)
    expect(named.stderr).toMatch(/folder\.md: no reports in this folder/)
    expect(named.stderr).toMatch(/absent\.md: there is no such file/)
    expect(named.stdout).toMatch(/1 report checked/)
  })

  test('pipes with the names of settings do not block', () => {
    put('a.md', FRONT_MATTER + BODY)
    const before = run('check', '--no-cache')
    for (const name of ['hugo.toml', '.gitignore']) spawnSync('mkfifo', [join(folder, name)])
    expect(run('check', '--no-cache')).toMatchObject({ status: before.status, stdout: before.stdout, stderr: '' })
    spawnSync('mkfifo', [join(folder, '.reportlintrc.yaml')])
    expect(run('check', '--no-cache').stderr).toMatch(/\.reportlintrc\.yaml: this is neither a file nor a folder\n$/)
  })

  test('a read-only file is left alone; an unreadable one does not stop the check', () => {
    put('a.md', FRONT_MATTER + BODY)
    chmodSync(join(folder, 'a.md'), 0o444)
    const { status, stderr } = run('fix', '--write', 'a.md')
    expect(status).toBe(2)
    expect(stderr).toMatch(/a\.md: the file is read-only, so it was left unchanged/)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(FRONT_MATTER + BODY)
    if (process.getuid?.() === 0) return
    chmodSync(join(folder, 'a.md'), 0o000)
    put('b.md', FRONT_MATTER + BODY)
    const checked = run('check', 'a.md', 'b.md')
    expect(checked.stderr).toMatch(/a\.md: there is no permission to read it/)
    expect(checked.stdout).toMatch(/1 report checked/)
  })

  const NAME = 'a\n::error::b\u001b[31mc\u202e\u0007.md'

  test.each(Object.keys(formats))('names and texts cannot control the terminal: %s', (format) => {
    put(
      NAME,
      `${FRONT_MATTER}# \u001b]0;title\u0007Summary Report: “Grid \u001b[2J Day”\n\n## Speakers \u001b[1A\n\n- teh DepOps \u001b[31m rototyping\n`,
    )
    const { stdout, stderr } = run('check', '--no-cache', '--format', format, '.', 'absent\u001b[2J\n.md')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect((stdout + stderr).replaceAll('\r\n', '\n')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u0080-\u009f]/)
    expect(stdout).not.toMatch(/^::error::b/m)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test.each(COMMANDS)('names and texts cannot control the terminal: %s %s', (...command) => {
    put(
      NAME,
      `${FRONT_MATTER}# Summary Report: “Grid \u001b[2J Day”\n\n## Event Objectives\n\n- teh \u001b[31m\n\n## Speakers\n\n- **Lan \u001b[2JPham** - X\n`,
    )
    const { stdout, stderr } = run(...command)
    // A diff is for programs: it is written as it is, but where it goes to a terminal.
    const shown = command[0] === 'fix' ? stderr : stdout + stderr
    expect(shown).not.toContain('\u001b')
  })
})

test('a stale temporary file is removed by the next fix; one that may be in use is not', () => {
  put('a.md', FRONT_MATTER + BODY)
  const [old, fresh] = ['.reportlint-0123456789abcdef.tmp', '.reportlint-fedcba9876543210.tmp']
  for (const name of [old, fresh, '.reportlint-mine.tmp']) put(name, 'x')
  utimesSync(join(folder, old), new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000))
  expect(run('fix', '--write', 'a.md').stderr).toMatch(/fixed/)
  expect(readdirSync(folder).sort()).toEqual([fresh, '.reportlint-mine.tmp', 'a.md'].sort())
})
