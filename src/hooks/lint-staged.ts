import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { applyEdits } from '../text/edit.js'
import { changed, type Edited, refused, SAME } from './edited.js'
import { addBelow, columnOf, documentOf, entryOf, removeAdded } from './yaml-block.js'

const GLOB = '*.md'
const COMMAND = 'reportlint check --reports-only'
const ENTRY = `"${GLOB}": "${COMMAND}"`

/** Whether a larger file has the key of the configuration at its top level; a dependency may have the same name. */
export function hasLintStaged(text: string, section: string): boolean {
  return entryOf(documentOf(text)?.contents, section) !== undefined
}

/**
 * Adds the command to a configuration of lint-staged, JSON or YAML, next to the commands for Markdown if there are any.
 * @param section the key of the configuration in a larger file (`lint-staged` in package.json)
 */
export function addToLintStaged(text: string, section?: string): Edited {
  const map = mapIn(text, section)
  if (!map) return byHand()
  const value = entryOf(map, GLOB)?.value
  if (value !== undefined) return addBeside(text, value)
  const last = map.items.at(-1)
  if (!last) return changed(spliced(text, startOf(map) + 1, 0, ENTRY))
  if (!map.flow) return changed(addBelow(text, contentOf(last), columnOf(text, last.key as Node), [ENTRY]))
  const gap = /(?<!\s)\s*$/.exec(text.slice(0, startOf(last.key)))?.[0]
  return changed(spliced(text, endOf(contentOf(last)), 0, `,${gap || ' '}${ENTRY}`))
}

export function removeFromLintStaged(text: string, section?: string): Edited {
  const without = removeAdded(text)
  if (without.state === 'changed') return without
  const map = mapIn(text, section)
  const value = entryOf(map, GLOB)?.value
  if (!map || !hasCommand(value)) return SAME
  if (isSeq(value)) return changed(removedItem(text, value))
  const index = map.items.findIndex((pair) => contentOf(pair) === value)
  return changed(
    cut(
      text,
      map.items.map((pair) => [startOf(pair.key), endOf(contentOf(pair))] as const),
      index,
    ),
  )
}

/** Turns a single command into a list that begins with ours: `removedItem` undoes that for a list of two. */
function addBeside(text: string, value: unknown): Edited {
  if (hasCommand(value)) return SAME
  if (isScalar(value) && typeof value.value === 'string') {
    const own = text.slice(startOf(value), endOf(value))
    if (!/^(["']).*\1$/.test(own) && /[,[\]{}#]/.test(own)) return byHand()
    return changed(spliced(text, startOf(value), own.length, `["${COMMAND}", ${own}]`))
  }
  if (!isSeq(value)) return byHand()
  const last = value.items.at(-1)
  if (!isNode(last)) return value.flow ? changed(spliced(text, startOf(value) + 1, 0, `"${COMMAND}"`)) : byHand()
  if (!value.flow) return changed(addBelow(text, last, columnOf(text, last), [`- ${COMMAND}`]))
  const gap = /(?<!\s)\s*$/.exec(text.slice(0, startOf(last)))?.[0]
  return changed(spliced(text, endOf(last), 0, `,${gap || ' '}"${COMMAND}"`))
}

function removedItem(text: string, list: YAMLSeq): string {
  const index = list.items.findIndex(isCommand)
  const [, other] = list.items
  if (index === 0 && list.items.length === 2)
    return spliced(text, startOf(list), endOf(list) - startOf(list), text.slice(startOf(other), endOf(other)))
  return cut(
    text,
    list.items.map((item) => [startOf(item), endOf(item)] as const),
    index,
  )
}

/** Removes an item from a list in brackets, with the comma on one of its sides. */
function cut(text: string, items: readonly (readonly [number, number])[], index: number): string {
  const [start, end] = items[index] ?? [0, 0]
  const before = items[index - 1]
  const after = items[index + 1]
  const from = before ? before[1] : start
  const to = !before && after ? after[0] : end
  return spliced(text, from, to - from, '')
}

function mapIn(text: string, section: string | undefined): YAMLMap | null {
  const contents = documentOf(text)?.contents
  const map = section === undefined ? contents : entryOf(contents, section)?.value
  return isMap(map) ? map : null
}

function hasCommand(value: unknown): boolean {
  return isCommand(value) || (isSeq(value) && value.items.some(isCommand))
}

function isCommand(value: unknown): boolean {
  return isScalar(value) && typeof value.value === 'string' && /\breportlint check\b/.test(value.value)
}

function contentOf({ key, value }: Pair): Node {
  return (isNode(value) ? value : key) as Node
}

function startOf(node: unknown): number {
  return (isNode(node) && node.range?.[0]) || 0
}

function endOf(node: unknown): number {
  return (isNode(node) && node.range?.[1]) || 0
}

function spliced(text: string, at: number, length: number, replacement: string): string {
  return applyEdits(text, [{ range: [at, at + length], text: replacement }])
}

function byHand(): Edited {
  return refused('its commands are written in a way that leaves no place to add this', [ENTRY])
}
