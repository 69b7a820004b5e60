import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { helpEnds } from '../src/cli/examples.js'
import { main } from '../src/cli/main.js'
import { sharedFolder, writeIn } from './folder.js'

/**
 * The examples of the docs are run. A fence with a path (`yaml .reportlintrc.yaml`) is that file; those above the first `##` are
 * there in every section. A `console` fence has commands after `$ ` and what they print. UPDATE_DOCS=1 writes what they print
 * now: read the change before you keep it.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const work = sharedFolder()
const update = process.env.UPDATE_DOCS === '1'

const FENCE = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm

/** The text above the first `##`, then one for each `##` outside of fences. */
function sectionsOf(doc: string): string[] {
  const sections = ['']
  let isInFence = false
  for (const line of doc.split(/(?<=\n)/)) {
    if (line.startsWith('```')) isInFence = !isInFence
    if (line.startsWith('## ') && !isInFence) sections.push('')
    sections.push(sections.pop() + line)
  }
  return sections
}

function transcriptsIn(section: string): RegExpExecArray[] {
  return [...section.matchAll(FENCE)].filter(([, language]) => language === 'console')
}

function writeFiles(folder: string, text: string): void {
  for (const [, , path, content = ''] of text.matchAll(FENCE)) {
    if (path !== undefined) writeIn(folder, { [path]: content })
  }
}

async function output(cwd: string, args: readonly string[]): Promise<string> {
  let printed = ''
  await main(args, {
    stdout: { write: (text) => (printed += text) },
    stderr: { write: (text) => (printed += text) },
    env: { XDG_CACHE_HOME: work },
    cwd: () => cwd,
  })
  return printed.replaceAll(`${cwd}/`, '')
}

/** The output of a line of a transcript; after a bar, another program reads it. */
async function printedBy(cwd: string, line: string): Promise<string> {
  const [command = '', filter] = line.replace(/^\$ reportlint /, '').split(' | ')
  const printed = await output(cwd, command.split(' '))
  return filter ? spawnSync('sh', ['-c', filter], { input: printed, encoding: 'utf8' }).stdout : printed
}

const run = (folder: string, transcript: string) =>
  transcript
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .reduce(async (before, line) => `${await before}${line}\n${await printedBy(folder, line)}`, Promise.resolve(''))

describe.each(['configuration', 'schemas'])('docs/%s.md', (name) => {
  const path = join(root, 'docs', `${name}.md`)
  const doc = readFileSync(path, 'utf8')
  const sections = sectionsOf(doc)
  const [intro = ''] = sections

  const withTranscript = sections.filter((section) => transcriptsIn(section).length > 0)

  test('has transcripts', () => expect(withTranscript).not.toEqual([]))

  test.each(
    withTranscript.map((section) => [/^#+ (.*)/.exec(section)?.[1] ?? '', section] as const),
  )('%s', async (_, section) => {
    const folder = mkdtempSync(join(work, `${name}-`))
    mkdirSync(join(folder, '.git'))
    writeFiles(folder, intro)
    writeFiles(folder, section)
    for (const [fence, , , transcript = ''] of transcriptsIn(section)) {
      const now = await run(folder, transcript)
      expect(now).not.toContain('something went wrong')
      if (update) {
        const current = readFileSync(path, 'utf8')
        writeFileSync(
          path,
          current.replace(fence, () => `\`\`\`console\n${now}\`\`\``),
        )
      } else expect(transcript).toBe(now)
    }
  })
})

test('every key of configurations and schemas is described', () => {
  const keysOf = (schema: string): string[] =>
    Object.keys(JSON.parse(readFileSync(join(root, 'schemas', schema), 'utf8')).properties)
  const documented = (doc: string): string[] =>
    [...readFileSync(join(root, 'docs', doc), 'utf8').matchAll(/^\| ([^|]+)\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([$\w]+)`/g)].map(([, key = '']) => key),
    )
  expect(documented('configuration.md')).toEqual(expect.arrayContaining(keysOf('config.schema.json')))
  expect(documented('schemas.md')).toEqual(expect.arrayContaining(keysOf('schema.schema.json')))
})

test('all commands, options and links in the docs exist', async () => {
  const options = new Set<string>()
  for (const command of Object.keys(helpEnds)) {
    const help = await output(work, command === 'reportlint' ? ['--help'] : [command, '--help'])
    for (const [option] of help.matchAll(/--[a-z-]+/g)) options.add(option)
  }
  const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
  const named = docs.map((name) => namedIn(readFileSync(join(root, 'docs', name), 'utf8')))
  const commands = new Set(named.flatMap((of) => of.commands))
  const given = new Set(named.flatMap((of) => of.options))
  const links = new Set(named.flatMap((of) => of.links))

  expect([...commands].filter((name) => !Object.hasOwn(helpEnds, name))).toEqual([])
  expect([...given].filter((option) => !options.has(option))).toEqual([])
  expect([...links].filter((target) => !existsSync(join(root, 'docs', target)))).toEqual([])
  // Not because nothing was looked for: what they surely name is among it.
  expect([...commands]).toEqual(expect.arrayContaining(['check', 'fix', 'merge', 'lsp']))
  expect([...given]).toEqual(expect.arrayContaining(['--staged', '--shard', '--format']))
  expect([...links]).toEqual(expect.arrayContaining(['schemas.md', 'images/page.png']))
})

/** Options of other programs on a line with this one. */
const OF_OTHERS = /^--(?:no-install|yes|global|save-dev)$/

/** The commands and options of this program in a doc, and the files that it links to. */
function namedIn(doc: string): Readonly<Record<'commands' | 'options' | 'links', readonly string[]>> {
  const lines = doc.split('\n').filter((line) => /\breportlint /.test(line) && !/npm|npx --yes --package/.test(line))
  const options = lines.flatMap((line) => [...line.matchAll(/(?<=[\s`])--[a-z][a-z-]+/g)].map(([option]) => option))
  return {
    commands: [...doc.matchAll(/(?:`|^|\$ )reportlint ([a-z]+)/gm)].map(([, command = '']) => command),
    options: options.filter((option) => !OF_OTHERS.test(option)),
    links: [...doc.replace(FENCE, '').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target),
  }
}
