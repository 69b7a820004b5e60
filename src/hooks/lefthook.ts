import { isMap, isNode, isSeq } from 'yaml'
import { changed, type Edited, refused, SAME } from './edited.js'
import { addAtEnd, addBelow, columnOf, documentOf, entryOf, isBlock, takeOut } from './yaml-block.js'

const SETTINGS = ['glob: "*.{md,markdown}"', 'run: npx --no-install reportlint check --staged']
const COMMAND = ['reportlint:', ...SETTINGS.map((line) => `  ${line}`)]
const JOB = ['- name: reportlint', ...SETTINGS.map((line) => `  ${line}`)]
const COMMANDS = ['commands:', ...COMMAND.map((line) => `  ${line}`)]
const HOOK = ['pre-commit:', ...COMMANDS.map((line) => `  ${line}`)]

/** Adds the command to a `lefthook.yml`, among its jobs where it has jobs. */
export function addToLefthook(text: string): Edited {
  const document = documentOf(text)
  if (!document || (document.contents !== null && !isMap(document.contents))) return byHand(HOOK)
  const hook = entryOf(document.contents, 'pre-commit')
  if (!hook) return isMap(document.contents) && document.contents.flow ? byHand(HOOK) : changed(addAtEnd(text, HOOK))
  const commands = entryOf(hook.value, 'commands')?.value
  const jobs = entryOf(hook.value, 'jobs')?.value
  const isThere =
    entryOf(commands, 'reportlint') !== null ||
    (isSeq(jobs) && jobs.items.some((job) => isMap(job) && job.get('name') === 'reportlint'))
  if (isThere) return SAME
  if (isBlock(commands)) return below(text, commands, COMMAND)
  if (isBlock(jobs)) return below(text, jobs, JOB)
  return isBlock(hook.value) ? below(text, hook.value, COMMANDS) : byHand(HOOK)
}

export function removeFromLefthook(text: string): Edited {
  const without = takeOut(text)
  return without === null ? SAME : changed(without)
}

function below(text: string, node: unknown, block: readonly string[]): Edited {
  const items = isMap(node) ? node.items.flatMap(({ key, value }) => [{ first: key, last: value ?? key }]) : []
  const entries = isSeq(node) ? node.items.map((item) => ({ first: item, last: item })) : items
  const entry = entries.at(-1)
  if (!isNode(entry?.first) || !isNode(entry.last)) return byHand(block)
  return changed(addBelow(text, entry.last, columnOf(text, entry.first), block))
}

function byHand(block: readonly string[]): Edited {
  return refused('its hooks are written in a way that leaves no line to add this after', block)
}
