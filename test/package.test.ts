import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeIn } from './folder.js'
import { newUser } from './user.js'

/* The published package: packed, and installed from the tarball into an empty folder, without the network. */
const root = fileURLToPath(new URL('..', import.meta.url))
const { home: work, env } = newUser()
const installed = join(work, 'site')
const program = join(installed, 'node_modules/.bin/reportlint')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

let tarball = ''
let files: readonly string[] = []
let unpackedSize = 0

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', work], {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [pack] = JSON.parse(packed)
  tarball = join(work, pack.filename)
  files = pack.files.map(({ path }: { path: string }) => path)
  unpackedSize = pack.unpackedSize
  mkdirSync(installed)
  writeFileSync(join(installed, 'package.json'), '{ "name": "site", "private": true, "type": "module" }\n')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: installed, env, stdio: 'ignore' })
}, 120_000)

function run(args: readonly string[], { cwd = installed, input = '' } = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, input, encoding: 'utf8' })
  return { status, stdout, stderr }
}

const report = `---
title: "Event 1"
date: 2025-11-29
---

# Summary Report: “Grid Day”

## Event Objectives

- Learn what the DepOps team does

## Speakers

- ***
`

function write(name: string, text: string): string {
  writeIn(installed, { [name]: text })
  return join(installed, name)
}

describe('its content', () => {
  test('is the program, the library, its types, the JSON Schemas, the user docs, and nothing else', () => {
    const others = files.filter((path) => !/^dist\/[\w.-]+\.(?:c?js|d\.ts)$/.test(path))
    expect(others.toSorted()).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'bin/reportlint.js', 'dist/words.dawg', 'package.json']),
    )
    for (const path of others)
      expect(path).toMatch(
        /^(?:LICENSE|README\.md|package\.json|bin\/[\w-]+\.js(?:on)?|SECURITY\.md|docs\/[a-z]+\.md|dist\/(?:words\.dawg|licences\.txt))$|^schemas\/[a-z]+\.schema\.json$/,
      )
    expect(files.filter((path) => path.startsWith('schemas/')).length).toBe(readdirSync(join(root, 'schemas')).length)
    for (const path of ['index.js', 'index.d.ts', 'remark.js', 'remark.d.ts', 'cli.cjs'])
      expect(files).toContain(`dist/${path}`)
    expect(unpackedSize).toBeLessThan(4_000_000)
  })

  test('has no links to missing docs', () => {
    const docs = ['README.md', 'SECURITY.md', ...files.filter((path) => path.startsWith('docs/'))]
    // The docs of the rules are printed by `explain`.
    const elsewhere = /^(?:src\/rules\/|CONTRIBUTING\.md$|docs\/images\/)/
    const led = new Set<string>()
    for (const doc of docs) {
      const text = readFileSync(join(installed, 'node_modules/reportlint', doc), 'utf8')
      for (const [, link = ''] of text.matchAll(/\]\((?!https?:|#)([^)#\s]{1,200})/g)) {
        const path = posix.join(posix.dirname(doc), link)
        if (elsewhere.test(path)) continue
        expect(files, `${doc}: ${link}`).toContain(path)
        led.add(path)
      }
    }
    expect([...led]).toEqual(expect.arrayContaining(['docs/hooks.md', 'docs/library.md']))
  })

  test('has no dependencies, no install scripts, and one optional dependency', () => {
    expect(manifest.dependencies ?? {}).toEqual({})
    const builds = Object.entries(manifest.optionalDependencies ?? {})
    expect(builds.length).toBeGreaterThan(5)
    for (const [name, version] of builds) {
      expect(name).toMatch(/^@bruits\/satteri-(?:darwin|linux|win32)-/)
      expect(version).toBe(manifest.devDependencies.satteri)
    }
    expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([])
    expect(readdirSync(join(installed, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['reportlint'])
  })

  test('contains no path of the build machine', () => {
    for (const path of files.filter((name) => /\.(?:c?js|ts|json|md)$/.test(name)))
      expect(readFileSync(join(installed, 'node_modules/reportlint', path), 'utf8').includes(root), path).toBe(false)
  })
})

/** The builds of the native parser for this machine, usually one. */
const NATIVE = existsSync(join(root, 'node_modules/@bruits')) ? readdirSync(join(root, 'node_modules/@bruits')) : []

describe('package checkers', () => {
  test('publint', async () => {
    const bytes = readFileSync(tarball)
    const { messages, pkg } = await publint({
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
      level: 'warning',
      strict: true,
    })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('Are The Types Wrong?', () => {
    const attw = join(root, 'node_modules/.bin/attw')
    const { status, stdout } = spawnSync(attw, [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji'], {
      env,
      encoding: 'utf8',
    })
    expect(stdout).toContain('"reportlint/remark"')
    expect(status, stdout).toBe(0)
  }, 60_000)

  test('the types work in a strict TypeScript program', () => {
    write(
      'use.ts',
      `import { check, fix, inspect, loadSchema, parseSchema, rules, SchemaError, type Finding, type Facts, type Options } from 'reportlint'
import remarkReportlint, { type RemarkOptions } from 'reportlint/remark'
import schema from 'reportlint/schemas/check.schema.json' with { type: 'json' }

const options: Options = { schema: loadSchema('fcj'), severities: { typo: 'off' }, hasImage: () => null }
const findings: Finding[] = check({ path: 'a.md', text: '' }, options)
const facts: Facts = inspect({ path: 'a.md', text: '' })
const text: string = fix({ path: 'a.md', text: '' }, 'unsafe', options).text
const first: number | undefined = findings[0]?.fix?.edits[0].range[0]
const ids: string[] = rules.map(({ id }) => id)
const plugin = remarkReportlint({ schema: 'fcj' } satisfies RemarkOptions)
export { facts, first, ids, parseSchema, plugin, SchemaError, schema, text }
// @ts-expect-error: there is no such severity
check({ path: 'a.md', text: '' }, { severities: { typo: 'fatal' } })
`,
    )
    write(
      'tsconfig.json',
      JSON.stringify({
        files: ['use.ts'],
        compilerOptions: {
          ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false },
          ...{ module: 'NodeNext', target: 'ES2023', lib: ['ES2023'], types: [], resolveJsonModule: true },
        },
      }),
    )
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), [], {
      cwd: installed,
      env,
      encoding: 'utf8',
    })
    expect(status, stdout).toBe(0)
  }, 60_000)
})

describe('the installed package', () => {
  test('prints a fix command that the shell finds', () => {
    write('a.md', report)
    expect(run(['check', 'a.md']).stdout).toContain('\n  npx reportlint fix --write a.md fixes ')
  })

  test('runs check, fix and inspect', () => {
    write('a.md', report)
    expect(run(['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' })
    const { status, stdout } = run(['check', 'a.md', '--format', 'compact'])
    expect(status).toBe(1)
    expect(stdout).toContain('a.md:14:1: error Unexpected empty list of speakers')
    // From the list of words, which is beside the program.
    expect(stdout).toContain('“DevOps”')
    expect(run(['fix', '--write', 'a.md']).status).toBe(1)
    expect(readFileSync(join(installed, 'a.md'), 'utf8')).toBe(
      report.replace('Event Objectives', 'Objectives').replace('DepOps', 'DevOps'),
    )
  })

  test('runs the language server', async () => {
    const server = spawn(program, ['lsp'], { cwd: installed, env })
    const message = (data: object): string => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...data })
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    }
    let answer = ''
    server.stdout.on('data', (data) => {
      answer += data
    })
    const ended = new Promise((resolve) => server.on('exit', resolve))
    server.stdin.write(
      message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
    )
    for (const deadline = Date.now() + 15_000; !answer.includes('capabilities') && Date.now() < deadline; )
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(answer).toContain('"id":1')
    expect(answer).toContain('codeActionProvider')
    server.stdin.write(message({ id: 2, method: 'shutdown' }) + message({ method: 'exit' }))
    expect(await ended).toBe(0)
  })

  test.each([
    ['without the native parser', () => {}],
    [
      'with one that does not load',
      () => {
        for (const name of NATIVE) {
          write(`node_modules/@bruits/${name}/package.json`, `{ "name": "@bruits/${name}", "main": "index.js" }`)
          write(`node_modules/@bruits/${name}/index.js`, 'throw new Error("no build for this machine")')
        }
      },
    ],
    [
      'with it',
      () => {
        mkdirSync(join(installed, 'node_modules/@bruits'), { recursive: true })
        for (const name of NATIVE)
          symlinkSync(join(root, 'node_modules/@bruits', name), join(installed, 'node_modules/@bruits', name))
      },
    ],
  ])('%s: finds the same', (_, prepare) => {
    rmSync(join(installed, 'node_modules/@bruits'), { recursive: true, force: true })
    prepare()
    write('b.md', report)
    const expected = run(['check', 'b.md', '--parser', 'remark', '--format', 'json'])
    expect(expected.status).toBe(1)
    expect(run(['check', 'b.md', '--format', 'json'])).toEqual(expected)
  })
})

describe('docs/library.md, run where the package is installed', () => {
  const doc = readFileSync(join(root, 'docs/library.md'), 'utf8')
  const examples = [...doc.matchAll(/^```js\n([\s\S]*?)^```\n\n```output\n([\s\S]*?)^```$/gm)]

  test('has the output of every example', () => {
    expect(examples.length).toBe(doc.match(/^```js$/gm)?.length)
    expect(examples.length).toBeGreaterThan(4)
  })

  test.each(
    examples.map(([, code = '', output = ''], index) => [index + 1, code, output] as const),
  )('example %i', (number, code, output) => {
    for (const name of ['unified', 'remark-parse', 'remark-stringify', 'vfile'])
      if (!existsSync(join(installed, 'node_modules', name)))
        symlinkSync(join(root, 'node_modules', name), join(installed, 'node_modules', name))
    write(`example-${number}.js`, code)
    const { stdout, stderr } = spawnSync(process.execPath, [`example-${number}.js`], {
      cwd: installed,
      env,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(stdout).toBe(output)
  })
})

describe('errors are one line, without a stack trace', () => {
  const oneLine = /^reportlint: [^\n]+\n$/

  test.each([
    [
      'a folder that is not there',
      ['check', 'nowhere', '--format', 'compact'],
      /nowhere: there is no such file or folder/,
    ],
    [
      'an option that is not there',
      ['check', '--formt', 'json'],
      /unknown option “--formt”. Did you mean “--format”\?/,
    ],
    ['a command that is not there', ['chek'], /unknown command “chek”. Did you mean “check”\?/],
    [
      'a configuration that is not there',
      ['check', '--config', 'nowhere.yaml'],
      /nowhere\.yaml: there is no such file/,
    ],
  ])('%s', (_, args, message) => {
    const { status, stdout, stderr } = run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  test('an old version of Node.js', () => {
    const version = /^>=(\d+)$/.exec(manifest.engines.node)?.[1]
    const older = write(
      'older.cjs',
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })",
    )
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', older, program, '--version'], {
      cwd: installed,
      env,
      encoding: 'utf8',
    })
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `reportlint: Node ${version} or newer is needed, and this is 18.20.8\n`,
    })
  })

  test('an invalid configuration', () => {
    write('broken/.reportlintrc.yaml', 'rules: [\n')
    write('broken/a.md', report)
    for (const command of ['check', 'fix', 'inspect', 'config']) {
      const { status, stderr } = run([command, 'broken/a.md'])
      expect(status).toBe(2)
      expect(stderr.split('\n')[0]).toMatch(/^reportlint: broken\/\.reportlintrc\.yaml:1: a “\[” is not closed$/)
      expect(stderr).not.toMatch(/\n {4}at /)
    }
  })

  test('a read-only file', () => {
    const path = write('read-only.md', report)
    chmodSync(path, 0o444)
    const { status, stderr } = run(['fix', '--write', 'read-only.md'])
    expect(status).toBe(2)
    expect(stderr).toContain('reportlint: read-only.md: the file is read-only, so it was left unchanged\n')
    expect(readFileSync(path, 'utf8')).toBe(report)
    expect(statSync(path).mode & 0o777).toBe(0o444)
  })

  test.skipIf(process.platform === 'win32')('a current folder that was deleted', () => {
    for (const command of ['check', 'check a.md', 'fix --write', 'init', 'new Day --date 2026-01-01']) {
      const script = `mkdir gone && cd gone && rmdir ../gone && "$0" ${command}`
      const { status, stdout, stderr } = spawnSync('sh', ['-c', script, program], {
        cwd: installed,
        env,
        encoding: 'utf8',
      })
      expect({ status, stdout, stderr }, command).toEqual({
        status: 2,
        stdout: '',
        stderr: 'reportlint: the current folder no longer exists (ENOENT): go to another one\n',
      })
    }
    expect(existsSync(join(installed, 'gone'))).toBe(false)
  })

  test.skipIf(process.platform === 'win32')('a closed pipe is not an error', () => {
    for (let number = 1; number <= 300; number++) write(`many/content/4-E/4.${number}-Event${number}/_index.md`, report)
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', '{ "$0" check many --no-cache; echo "exit $?" >&2; } | head -1', program],
      { cwd: installed, env, encoding: 'utf8' },
    )
    expect(stdout.split('\n')).toHaveLength(2)
    expect(stderr).toBe('exit 1\n')
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk', () => {
    write('a.md', report)
    for (const args of [
      ['check', 'a.md'],
      ['check', 'a.md', '--format', 'json'],
      ['fix', 'a.md'],
      ['rules'],
      ['schema'],
    ]) {
      const { status, stderr } = spawnSync(program, args, {
        cwd: installed,
        env,
        encoding: 'utf8',
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      })
      expect({ status, stderr }, args.join(' ')).toEqual({
        status: 2,
        stderr: 'reportlint: the result could not be written: the disk is full\n',
      })
    }
    const written = run(['check', 'a.md', '--output', '/dev/full'])
    expect(written).toMatchObject({ status: 2, stderr: expect.stringMatching(oneLine) })
  })
})
