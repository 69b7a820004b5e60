import { isMap, isNode, isPair, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import { changed, type Edited, refused, SAME } from './edited.js'
import { addAtEnd, addBelow, columnOf, documentOf, entryOf, isBlock } from './yaml-block.js'

const GLOB = '*.{md,markdown}'
const RUN = 'npx --no-install reportlint check --staged'

const SETTINGS = [`glob: "${GLOB}"`, `run: ${RUN}`]
const COMMAND = ['reportlint:', ...SETTINGS.map((line) => `  ${line}`)]
const JOB = ['- name: reportlint', ...SETTINGS.map((line) => `  ${line}`)]
const COMMANDS = ['commands:', ...COMMAND.map((line) => `  ${line}`)]
const HOOK = ['pre-commit:', ...COMMANDS.map((line) => `  ${line}`)]

const JSON_HOOK = JSON.stringify({ 'pre-commit': { commands: { reportlint: { glob: GLOB, run: RUN } } } }, null, 2)
const JSON_LINES = JSON_HOOK.split('\n').slice(1, -1)

const TOML_SETTINGS = [`glob = "${GLOB}"`, `run = "${RUN}"`]
const TOML_COMMAND = ['[pre-commit.commands.reportlint]', ...TOML_SETTINGS]
const TOML_JOB = ['[[pre-commit.jobs]]', 'name = "reportlint"', ...TOML_SETTINGS]

/** Adds the command to a configuration of lefthook, whose format follows from its name. JSON and TOML are not changed. */
export function addToLefthook(text: string, path: string): Edited {
  if (path.endsWith('.toml')) return addToToml(text)
  return addToYaml(text, /\.jsonc?$/.test(path))
}

function addToToml(text: string): Edited {
  if (/^[^#\n]*\breportlint check\b/m.test(text)) return SAME
  const hasJobs = /^[ \t]*\[\[[ \t]*pre-commit[ \t]*\.[ \t]*jobs[ \t]*\]\]/m.test(text)
  return refused('it is TOML, which is left to you: add these lines', hasJobs ? TOML_JOB : TOML_COMMAND)
}

/** Adds the command, as a job if there are jobs. JSON is YAML in which there is no line to add it after. */
function addToYaml(text: string, isJson: boolean): Edited {
  const lines = isJson ? JSON_LINES : HOOK
  const document = documentOf(text)
  if (!document || !(isMap(document.contents) || (!isJson && document.contents === null))) return byHand(lines)
  const hook = entryOf(document.contents, 'pre-commit')
  if (!hook) return isMap(document.contents) && document.contents.flow ? byHand(lines) : changed(addAtEnd(text, HOOK))
  const commands = entryOf(hook.value, 'commands')?.value
  const jobs = entryOf(hook.value, 'jobs')?.value
  const isThere =
    entryOf(commands, 'reportlint') !== undefined ||
    (isSeq(jobs) && jobs.items.some((job) => isMap(job) && job.get('name') === 'reportlint'))
  if (isThere) return SAME
  if (isBlock(commands)) return below(text, commands, COMMAND)
  if (isBlock(jobs)) return below(text, jobs, JOB)
  return isBlock(hook.value) ? below(text, hook.value, COMMANDS) : byHand(lines)
}

function below(text: string, { items }: YAMLMap | YAMLSeq, block: readonly string[]): Edited {
  const entry: unknown = items.at(-1)
  const [start, end] = isPair(entry) ? [entry.key, entry.value ?? entry.key] : [entry, entry]
  return isNode(start) && isNode(end) ? changed(addBelow(text, end, columnOf(text, start), block)) : byHand(block)
}

function byHand(block: readonly string[]): Edited {
  return refused('its hooks are written in a way that leaves no line to add this after', block)
}
