import matter from 'gray-matter'
import { parseTOML } from 'toml-eslint-parser'
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { Located, Range } from '../text/range.js'

export interface FrontMatterEntry {
  readonly key: Located<string>
  /** Strings stay strings, dates too. The span is the value as written, quotes included; empty where there is none. */
  readonly value: Located<unknown>
}

export interface FrontMatterError {
  readonly message: string
  readonly range: Range
}

/** The head of a report, as Hugo reads it, with the place of every value. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml'
  /** A word after the opening fence (`---js`): other programs run such a head. Nothing of it is read. */
  readonly language: string | null
  /** Both fences and all between them, without the last line end. */
  readonly range: Range
  /** What stands between the fences. */
  readonly body: Range
  readonly closed: boolean
  /** The top-level entries, by key. Empty where the head cannot be trusted. */
  readonly entries: ReadonlyMap<string, FrontMatterEntry>
  readonly errors: readonly FrontMatterError[]
}

/** A head of a report holds a handful of lines. Beyond this, readers of YAML can be made to work for seconds. */
const MAX_HEAD = 64 * 1024

/** Hugo allows a byte order mark and blank lines before the opening fence. */
const OPENING = /^\uFEFF?(?:[ \t]{0,80}(?:\r\n|\n|\r)){0,50}(---|\+\+\+)[ \t]*([A-Za-z][\w+.-]*)?[ \t]*(?=\r|\n|$)/

/**
 * Reads the head of a report. Nothing that it says is ever run.
 * @returns null where the text opens with none; a rule (`---`) followed by no `key:` is none
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const opening = OPENING.exec(text)
  if (!opening) return null
  const [all, fence = '---', language = null] = opening
  const start = all.indexOf(fence)
  const bodyStart = afterLine(text, all.length)
  const closing = closingFence(text, fence, bodyStart)
  const format = fence === '+++' ? 'toml' : 'yaml'
  const looksLikeHead = format === 'yaml' ? /^[ \t]*["']?[\w-]+["']?[ \t]*:/m : /^[ \t]*["']?[\w.-]+["']?[ \t]*=/m

  if (!closing) {
    if (
      language === null &&
      !looksLikeHead.test(text.slice(bodyStart, bodyStart + 500).split(/\n[ \t]*\r?\n/)[0] ?? '')
    )
      return null
    const range: Range = [start, all.length]
    const message = `Unexpected end of the text inside the front matter, expected a closing “${fence}” on a line of its own.`
    return {
      format,
      language,
      range,
      body: [bodyStart, bodyStart],
      closed: false,
      entries: new Map(),
      errors: [{ message, range }],
    }
  }

  const body: Range = [bodyStart, closing[0]]
  const head = text.slice(...body)
  if (language === null && format === 'yaml' && !looksLikeHead.test(head) && head.trim() !== '') return null
  const frame = { format, language, range: [start, closing[1]] as Range, body, closed: true } as const
  if (language !== null) return { ...frame, entries: new Map(), errors: [] }
  if (head.length > MAX_HEAD) {
    const message = `Unexpected front matter of ${Math.round(head.length / 1024)} KB, expected at most ${MAX_HEAD / 1024} KB. Move what is not about the page into its text.`
    return { ...frame, entries: new Map(), errors: [{ message, range: [start, start + fence.length] }] }
  }
  return {
    ...frame,
    ...(format === 'toml' ? readToml(head, body[0]) : readYaml(text.slice(start, closing[1]), head, body[0])),
  }
}

interface Content {
  readonly entries: ReadonlyMap<string, FrontMatterEntry>
  readonly errors: readonly FrontMatterError[]
}

/**
 * gray-matter cuts and calls; the `yaml` package reads. Every engine that would run code refuses, options are always given
 * (without them a second reading of broken YAML comes from a cache, as `{}`), and only a head found above gets here.
 */
function readYaml(block: string, head: string, offset: number): Content {
  const document = parseDocument(head, {
    schema: 'core',
    keepSourceTokens: true,
    lineCounter: new LineCounter(),
    prettyErrors: false,
    stringKeys: true,
  })
  // The first error is the cause; what follows it is noise.
  const errors = document.errors.slice(0, 1).map(({ code, message, pos }) => ({
    message: `Unexpected front matter: ${explained(code, message)}`,
    range: [offset + pos[0], offset + Math.max(pos[0], Math.min(pos[1], head.length))] as Range,
  }))
  if (errors.length > 0) return { entries: new Map(), errors }
  try {
    const { data } = matter(
      { content: block.replace(/^\uFEFF/, '') },
      { language: 'yaml', engines: enginesReading(document) },
    )
    return { entries: yamlEntries(document, data, head, offset), errors: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      entries: new Map(),
      errors: [{ message: `Unexpected front matter: ${reason}.`, range: [offset, offset + head.length] }],
    }
  }
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
  head: string,
  offset: number,
): Map<string, FrontMatterEntry> {
  const entries = new Map<string, FrontMatterEntry>()
  if (!isMap(document.contents)) return entries
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || !key.range) continue
    const name = String(key.value)
    const [keyStart, keyEnd] = key.range
    entries.set(name, {
      key: { value: name, range: [offset + keyStart, offset + keyEnd] },
      value: { value: data[name] ?? null, range: valueRange(value as Node | null, head, keyEnd, offset) },
    })
  }
  return entries
}

/** An absent value has the place where one would be written: after the colon and a blank. */
function valueRange(value: Node | null, head: string, keyEnd: number, offset: number): Range {
  const range = value?.range
  if (range && range[1] > range[0])
    return [offset + range[0], offset + range[0] + head.slice(range[0], range[1]).trimEnd().length]
  const colon = head.indexOf(':', keyEnd)
  const at = colon + 1 + (/^[ \t]/.test(head.slice(colon + 1)) ? 1 : 0)
  return [offset + at, offset + at]
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a value with a colon in it needs quotation marks around it',
  DUPLICATE_KEY: 'this key stands there twice, keep one',
  MISSING_CHAR: 'a quotation mark or bracket is not closed',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line with its colon; is a colon or a quotation mark missing?',
  TAB_AS_INDENT: 'a tab cannot indent here, use blanks',
  BAD_INDENT: 'this line is indented differently from its neighbours',
  UNEXPECTED_TOKEN: 'this is not “key: value”',
}

function explained(code: string, message: string): string {
  return `${EXPLANATIONS[code] ?? message.split('\n')[0]?.replace(/\.$/, '')}.`
}

function readToml(head: string, offset: number): Content {
  const entries = new Map<string, FrontMatterEntry>()
  try {
    for (const node of parseTOML(head).body[0].body) {
      if (node.type !== 'TOMLKeyValue') continue
      const [key] = node.key.keys
      if (!key || node.key.keys.length > 1) continue
      const name = key.type === 'TOMLBare' ? key.name : key.value
      const value = node.value.type === 'TOMLValue' ? tomlScalar(head, node.value) : head.slice(...node.value.range)
      const at = ([start, end]: readonly [number, number]): Range => [offset + start, offset + end]
      entries.set(name, { key: { value: name, range: at(key.range) }, value: { value, range: at(node.value.range) } })
    }
    return { entries, errors: [] }
  } catch (error) {
    const { message, index = 0 } = error as { message: string; index?: number }
    const at = offset + Math.min(index, head.length)
    return {
      entries: new Map(),
      errors: [{ message: `Unexpected front matter: ${message.replace(/\.$/, '')}.`, range: [at, at] }],
    }
  }
}

/** Dates and times stay as they are written. */
function tomlScalar(head: string, node: { kind: string; value: unknown; range: [number, number] }): unknown {
  return node.value instanceof Date || node.kind.includes('date') ? head.slice(...node.range) : node.value
}

function closingFence(text: string, fence: string, from: number): Range | null {
  const line = fence === '+++' ? /^\+\+\+[ \t]*$/ : /^---[ \t]*$/
  for (let at = from; at <= text.length && at - from <= MAX_HEAD * 16; ) {
    const next = afterLine(text, at)
    const content = text.slice(at, next).replace(/[\r\n]+$/, '')
    if (line.test(content)) return [at, at + fence.length]
    if (next === at) return null
    at = next
  }
  return null
}

/** The offset after the line end that follows `offset`, or the end of the text. */
function afterLine(text: string, offset: number): number {
  const eol = /\r\n|\n|\r/g
  eol.lastIndex = offset
  const match = eol.exec(text)
  return match ? match.index + match[0].length : text.length
}
