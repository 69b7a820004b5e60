import matter from 'gray-matter'
import { type Document, isMap, isScalar, type Node, parseDocument } from 'yaml'
import type { Range } from '../../text/range.js'
import { byKey, type FrontMatterCause, type FrontMatterContent, type FrontMatterEntry, unreadable } from './content.js'
import { thrownCause, yamlCause } from './yaml-cause.js'

/**
 * Reads YAML front matter: gray-matter separates it and calls the `yaml` package. Every engine of gray-matter that would run code is
 * overridden to refuse; options are always passed, because without them broken YAML would be read as `{}` from a cache the second
 * time; and only front matter that our own splitter found gets here.
 */
export function readYaml(block: string, yaml: string, offset: number): FrontMatterContent {
  try {
    const document = parseDocument(withoutLoneCr(yaml), {
      schema: 'core',
      // Otherwise `!!timestamp` would make a Date, whose day may differ from the written one.
      resolveKnownTags: false,
      prettyErrors: false,
      stringKeys: true,
    })
    // The first error is the cause; what follows it is noise.
    const [error] = document.errors
    if (error) return unreadable(yamlCause(error, yaml), offset)
    if (document.contents && !isMap(document.contents)) return unreadable(noEntries(yaml), offset)
    const { data } = matter({ content: withoutLoneCr(block) }, { language: 'yaml', engines: enginesReading(document) })
    return { entries: byKey(yamlEntries(document, data, yaml, offset)), errors: [] }
  } catch (error) {
    return unreadable(thrownCause(error, yaml), offset)
  }
}

function noEntries(yaml: string): FrontMatterCause {
  const range: Range = [0, yaml.trimEnd().length]
  return { message: 'expected lines of “key: value”, with a space after the colon.', range }
}

/** A CR alone also ends a line, which neither of the parsers knows. */
function withoutLoneCr(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n')
}

function enginesReading(document: Document) {
  const refuse = {
    parse: () => {
      throw new Error('only YAML and TOML are read, code is never run')
    },
  }
  return {
    yaml: { parse: () => (document.toJS({ maxAliasCount: 50 }) ?? {}) as object },
    js: refuse,
    javascript: refuse,
    json: refuse,
    coffee: refuse,
    coffeescript: refuse,
    cson: refuse,
    toml: refuse,
  }
}

function yamlEntries(
  document: Document,
  data: Record<string, unknown>,
  yaml: string,
  offset: number,
): FrontMatterEntry[] {
  const entries: FrontMatterEntry[] = []
  if (!isMap(document.contents)) return entries
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || !key.range) continue
    const name = String(key.value)
    const [keyStart, keyEnd] = key.range
    entries.push({
      key: { value: name, range: [offset + keyStart, offset + keyEnd] },
      value: { value: data[name] ?? null, range: valueRange(value as Node | null, yaml, keyEnd, offset) },
    })
  }
  return entries
}

/** The range of a value; a missing one is placed where it would be written: after the key, its colon and a space. */
function valueRange(value: Node | null, yaml: string, keyEnd: number, offset: number): Range {
  const range = value?.range
  if (range && range[1] > range[0])
    return [offset + range[0], offset + range[0] + withoutBlankEnd(yaml.slice(range[0], range[1])).length]
  // A key in braces may do without a colon.
  const at = offset + keyEnd + (/^\s*:[ \t]?/.exec(yaml.slice(keyEnd))?.[0].length ?? 0)
  return [at, at]
}

/** A block scalar reaches up to the next key. Only YAML's own white space is dropped: a no-break space belongs to the value. */
function withoutBlankEnd(value: string): string {
  return value.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '')
}
