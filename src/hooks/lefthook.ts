import { isMap, isNode, isPair, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import { changed, type Edited, refused, SAME } from './edited.js'
import { addAtEnd, addBelow, columnOf, documentOf, entryOf, isBlock } from './yaml-block.js'

const SETTINGS = ['glob: "*.{md,markdown}"', 'run: npx --no-install reportlint check --staged']
const COMMAND = ['reportlint:', ...SETTINGS.map((line) => `  ${line}`)]
const JOB = ['- name: reportlint', ...SETTINGS.map((line) => `  ${line}`)]
const COMMANDS = ['commands:', ...COMMAND.map((line) => `  ${line}`)]
const HOOK = ['pre-commit:', ...COMMANDS.map((line) => `  ${line}`)]

/**
 * Adds the command to a `lefthook.yml`, among its jobs where it has jobs.
 * @param isYaml whether the file is called so: by its text alone, one without settings may as well be TOML
 */
export function addToLefthook(text: string, isYaml: boolean): Edited {
  const document = documentOf(text)
  if (!document || !(isMap(document.contents) || (isYaml && document.contents === null))) return byHand(HOOK)
  const hook = entryOf(document.contents, 'pre-commit')
  if (!hook) return isMap(document.contents) && document.contents.flow ? byHand(HOOK) : changed(addAtEnd(text, HOOK))
  const commands = entryOf(hook.value, 'commands')?.value
  const jobs = entryOf(hook.value, 'jobs')?.value
  const isThere =
    entryOf(commands, 'reportlint') !== undefined ||
    (isSeq(jobs) && jobs.items.some((job) => isMap(job) && job.get('name') === 'reportlint'))
  if (isThere) return SAME
  if (isBlock(commands)) return below(text, commands, COMMAND)
  if (isBlock(jobs)) return below(text, jobs, JOB)
  return isBlock(hook.value) ? below(text, hook.value, COMMANDS) : byHand(HOOK)
}

function below(text: string, { items }: YAMLMap | YAMLSeq, block: readonly string[]): Edited {
  const entry: unknown = items.at(-1)
  const [start, end] = isPair(entry) ? [entry.key, entry.value ?? entry.key] : [entry, entry]
  return isNode(start) && isNode(end) ? changed(addBelow(text, end, columnOf(text, start), block)) : byHand(block)
}

function byHand(block: readonly string[]): Edited {
  return refused('its hooks are written in a way that leaves no line to add this after', block)
}
