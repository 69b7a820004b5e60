import { parseTOML } from 'toml-eslint-parser'
import type { Range } from '../../text/range.js'
import { byKey, type FrontMatterContent, type FrontMatterEntry, unreadable } from './content.js'
import { tomlCause } from './toml-cause.js'

/**
 * The entries of TOML front matter, but for tables and keys with dots.
 * @param toml the text between the fences
 * @param offset of this text in its file
 */
export function readToml(toml: string, offset: number): FrontMatterContent {
  const entries: FrontMatterEntry[] = []
  try {
    for (const node of parseTOML(toml).body[0].body) {
      if (node.type !== 'TOMLKeyValue') continue
      const [key] = node.key.keys
      if (!key || node.key.keys.length > 1) continue
      const name = key.type === 'TOMLBare' ? key.name : key.value
      const value = node.value.type === 'TOMLValue' ? tomlScalar(toml, node.value) : toml.slice(...node.value.range)
      const at = ([start, end]: readonly [number, number]): Range => [offset + start, offset + end]
      entries.push({ key: { value: name, range: at(key.range) }, value: { value, range: at(node.value.range) } })
    }
    return { entries: byKey(entries), errors: [] }
  } catch (error) {
    const { message, index = 0 } = error as { message: string; index?: number }
    return unreadable(tomlCause(message, Math.min(index, toml.trimEnd().length), toml), offset)
  }
}

/** Dates and times stay as they are written. */
function tomlScalar(toml: string, node: { kind: string; value: unknown; range: [number, number] }): unknown {
  return node.value instanceof Date || node.kind.includes('date') ? toml.slice(...node.range) : node.value
}
