import type { Range } from '../../text/range.js'
import type { FrontMatterContent, FrontMatterEntry, FrontMatterError } from './content.js'
import { jsonFrontMatter } from './json.js'
import { type FrontMatterOpening, frontMatterOpening } from './opening.js'
import { readPlainYaml } from './plain-yaml.js'
import { readToml } from './toml.js'
import { readYaml } from './yaml.js'

export type { FrontMatterEntry, FrontMatterError } from './content.js'

/** The front matter of a report, as Hugo reads it, with the position of every value. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | 'json'
  /** The word after the opening fence (`---js`), or null. Other programs would run such front matter as code; it is not read. */
  readonly language: string | null
  /** With both fences, without the last line end; if it is unclosed, up to the last line that can belong to it. */
  readonly range: Range
  /** The text between the fences. */
  readonly body: Range
  readonly closed: boolean
  /** The top-level entries, by their keys in lower case. Empty if nothing in it can be trusted: if it has an error without `instead`. */
  readonly entries: ReadonlyMap<string, FrontMatterEntry>
  readonly errors: readonly FrontMatterError[]
}

/** The longest front matter to read: real ones have about 160 characters, and longer ones could keep a YAML parser busy for seconds. */
const MAX_LENGTH = 16 * 1024
/** How far down to search for the closing fence. */
const MAX_DISTANCE = 1024 * 1024

/**
 * Reads the front matter of a report. JSON is only detected. Nothing in it is ever executed.
 * @returns null if the text has none; a horizontal rule (`---`) without a `key:` after it does not count
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const opening = frontMatterOpening(text)
  if (!opening) return unreadJson(text)
  const { fence, language } = opening
  const [start, end] = opening.range
  const bodyStart = afterLine(text, end)
  const closing = closingFence(text, fence, bodyStart)
  if (language !== null) return unreadCode(opening, bodyStart, closing)

  const format = formatOf(fence)
  const leading = leadingLines(text, bodyStart, format)
  const opened: Range = [start, start + fence.length]
  const row = leading.row && (!closing || leading.row[0] < closing[0]) ? leading.row : null
  if (leading.hasEntry && row) {
    const body: Range = [bodyStart, row[0]]
    const { entries, errors } = contentOf(text, format, opened, body)
    return {
      format,
      language,
      range: [start, row[1]],
      body,
      closed: true,
      entries,
      errors: [...errors, tooMany(fence, row)],
    }
  }
  if (!closing) return leading.hasEntry ? unclosedFrontMatter(text, format, opened, leading) : null

  const body: Range = [bodyStart, closing[0]]
  const inside = text.slice(...body)
  if (format === 'yaml' && inside.trim() !== '' && !ENTRY[format].test(inside)) return null
  const content = contentOf(text, format, opened, body)
  // The row of dashes that seemed to close it may be a horizontal rule in the text.
  const isText = content.errors.length > 0 && leading.hasEntry && HEADING.test(text.slice(leading.end, closing[0]))
  return isText
    ? unclosedFrontMatter(text, format, opened, leading)
    : { format, language, range: [start, closing[1]], body, closed: true, ...content }
}

function contentOf(text: string, format: 'yaml' | 'toml', opened: Range, body: Range): FrontMatterContent {
  const content = text.slice(...body)
  if (content.length > MAX_LENGTH) return tooLong(content, opened)
  const [start] = body
  if (format === 'toml') return readToml(content, start)
  return plainContent(content, start) ?? readYaml(`${text.slice(opened[0], body[1])}---`, content, start)
}

/** A line of front matter; JSON is also valid YAML. */
const ENTRY = {
  yaml: /^(?:[ \t]{0,80}["']?[\w-]{1,80}["']?[ \t]{0,80}:|\{)/m,
  toml: /^[ \t]{0,80}["']?[\w.-]{1,80}["']?[ \t]{0,80}=/m,
} as const

function formatOf(fence: FrontMatterOpening['fence']): 'yaml' | 'toml' {
  return fence === '+++' ? 'toml' : 'yaml'
}

/** Front matter in a language that other programs would run. */
function unreadCode(
  { fence, language, range: [start, end] }: FrontMatterOpening,
  bodyStart: number,
  closing: Range | null,
): FrontMatter {
  const range: Range = [start, closing?.[1] ?? end]
  return {
    format: formatOf(fence),
    language,
    range,
    body: [Math.min(bodyStart, range[1]), closing?.[0] ?? range[1]],
    closed: closing !== null,
    entries: new Map(),
    errors: closing ? [] : [{ message: unclosed(fence), range }],
  }
}

function unreadJson(text: string): FrontMatter | null {
  const range = jsonFrontMatter(text, MAX_LENGTH)
  if (!range) return null
  const [start, end] = range
  const message =
    'Unexpected front matter in JSON, expected YAML or TOML: Hugo reads it, but nothing in it is checked here. Write it as YAML.'
  const errors = [{ message, range: [start, start + 1] as const }]
  const closed = end > start + 1
  return {
    format: 'json',
    language: null,
    range,
    body: [start + 1, closed ? end - 1 : end],
    closed,
    entries: new Map(),
    errors,
  }
}

/** A heading, which front matter does not have. By itself it proves nothing, because `#` also starts a comment. */
const HEADING = /^#{1,6}[ \t]+\S/m

interface Leading {
  /** The end of the last line, without its line end. */
  readonly end: number
  readonly hasEntry: boolean
  /** A closing row of dashes that is too long: Hugo takes the first three as the fence, and shows the rest as text. */
  readonly row: Range | null
}

const ROW = { yaml: /^-{4,}$/, toml: /^\+{4,}$/ } as const

/** The lines that front matter without a closing fence may consist of: up to a blank line, a heading or a row of dashes. */
function leadingLines(text: string, from: number, format: 'yaml' | 'toml'): Leading {
  let end = from
  let hasEntry = false
  for (let at = from; at < text.length && at - from < MAX_LENGTH; ) {
    const next = afterLine(text, at)
    const line = text.slice(at, next).trimEnd()
    if (ROW[format].test(line)) return { end: at + line.length, hasEntry, row: [at, at + line.length] }
    if ((line === '' && end > from) || (hasEntry && HEADING.test(line))) break
    if (line !== '') {
      if (!hasEntry && !ENTRY[format].test(line) && !line.startsWith('#')) break
      hasEntry ||= ENTRY[format].test(line)
      end = at + line.length
    }
    at = next
  }
  return { end, hasEntry, row: null }
}

function unclosedFrontMatter(text: string, format: 'yaml' | 'toml', fence: Range, { end }: Leading): FrontMatter {
  const error = { message: unclosed(text.slice(...fence)), range: fence }
  const body: Range = [Math.min(afterLine(text, fence[1]), end), end]
  return { format, language: null, range: [fence[0], end], body, closed: false, entries: new Map(), errors: [error] }
}

function tooMany(fence: string, row: Range): FrontMatterError {
  const message = `Unexpected row of ${row[1] - row[0]} marks, expected “${fence}” to close the front matter: Hugo shows the rest of the row on the page.`
  return { message, range: row, instead: fence }
}

function unclosed(fence: string): string {
  return `Unexpected end of the text inside the front matter, expected a closing “${fence}” on a line of its own.`
}

function plainContent(yaml: string, offset: number): FrontMatterContent | null {
  const entries = readPlainYaml(yaml, offset)
  return entries && { entries, errors: [] }
}

function tooLong(content: string, range: Range): FrontMatterContent {
  const message = `Unexpected front matter of ${Math.ceil(content.length / 1024)} KB, expected at most ${MAX_LENGTH / 1024} KB. Move what is not about the page into its text.`
  return { entries: new Map(), errors: [{ message, range }] }
}

function closingFence(text: string, fence: string, from: number): Range | null {
  const line = fence === '+++' ? /^\+\+\+[ \t]*$/ : /^---[ \t]*$/
  for (let at = from; at <= text.length && at - from <= MAX_DISTANCE; ) {
    const next = afterLine(text, at)
    const content = text.slice(at, next).replace(/(?<![\r\n])[\r\n]+$/, '')
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
