import * as v from 'valibot'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { cut } from '../text/cut.js'
import { nearest } from '../text/nearest.js'
import { aliasProblem, commentIn, firstYamlProblem, type YamlProblem } from './yaml-problem.js'

/** A settings file that cannot be used, with what is wrong and where. `line` is 1-based. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  constructor(
    message: string,
    readonly path: string,
    readonly line: number,
  ) {
    super(message)
  }
}

/** The path to a value: keys of mappings, and 0-based indexes of lists. */
export type Keys = readonly (string | number)[]

/** The validated content of a file. */
export interface CheckedYaml<Data> {
  readonly data: Data
  /** Reports an error that the schema cannot express. @throws ConfigError always */
  fail(message: string, keys: Keys): never
}

/** A mapping with these keys and no others. @param expected how an error message calls it */
export function mapping<const Entries extends v.ObjectEntries>(entries: Entries, expected: string) {
  return v.pipe(
    v.any(),
    noList(expected),
    v.strictObject(entries, (issue) =>
      isUnknownKey(issue) ? whichIs(String(issue.input), Object.keys(entries)) : expected,
    ),
  )
}

/** A mapping of any keys to values of one kind. */
export function mappingTo<Value extends v.GenericSchema>(value: Value, expected: string) {
  return v.pipe(v.any(), noList(expected), v.record(v.string(), value, expected))
}

/** To Valibot, a list is an object with numbers as keys. */
const noList = (expected: string) => v.check((value: unknown) => !Array.isArray(value), expected)

/**
 * Reads YAML or JSON, as data only: nothing in it is run. An empty file counts as an empty mapping.
 * @param section the key of the data in a larger file
 * @throws ConfigError naming the line, the key and the closest known one
 */
export function readChecked<Shape extends v.GenericSchema>(
  text: string,
  path: string,
  shape: Shape,
  section?: string,
): CheckedYaml<v.InferOutput<Shape>> {
  const { document, lines, lineOf } = locate(text, section)
  const refuse = ({ message, offset }: YamlProblem): never => {
    throw new ConfigError(message, path, lines.linePos(offset).line)
  }
  const broken = firstYamlProblem(document, text)
  if (broken) return refuse(broken)

  const fail = (message: string, keys: Keys): never => {
    throw new ConfigError(message, path, lineOf(keys))
  }
  let whole: unknown
  try {
    whole = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return refuse(aliasProblem(error as Error, text))
  }
  const data = section === undefined ? whole : (whole as Record<string, unknown> | null)?.[section]
  const result = v.safeParse(shape, data ?? {})
  if (result.success) {
    const inherited = inheritedKey(data)
    return inherited ? fail(`unknown key “${keyPath(inherited)}”`, inherited) : { data: result.output, fail }
  }

  // A misspelt key also makes the right one missing; the message about the misspelt one is more helpful.
  const issue = result.issues.find(isUnknownKey) ?? result.issues[0]
  const keys = (issue.path ?? []).map(({ key }) => key as string | number)
  return fail(complaintOf(issue, keyPath(keys)), keys)
}

/**
 * A function that gives the 1-based line of a value in a file; for a missing value, that of the nearest value around it.
 * @param section as for `readChecked`
 */
export function linesOf(text: string, section?: string): (keys: Keys) => number {
  return locate(text, section).lineOf
}

function locate(text: string, section: string | undefined) {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', stringKeys: true, prettyErrors: false })
  const prefix = section === undefined ? [] : [section]
  return {
    document,
    lines,
    lineOf: (keys: Keys): number => lines.linePos(offsetOf([...prefix, ...keys], document)).line,
  }
}

/** The offset of a key; for a missing key, that of the nearest one around it. */
function offsetOf(keys: Keys, document: Document): number {
  for (let depth = keys.length; depth > 0; depth--) {
    const parent = document.getIn(keys.slice(0, depth - 1), true)
    const key = keys[depth - 1]
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
    const node = pair?.key ?? document.getIn(keys.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

/** Keys that every object inherits. Where any key is allowed, Valibot drops them silently. */
const INHERITED_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** The path to such a key in data; null if there is none. @param seen the objects so far, because aliases may be circular */
function inheritedKey(data: unknown, above: Keys = [], seen = new Set<unknown>()): Keys | null {
  if (typeof data !== 'object' || data === null || seen.has(data)) return null
  seen.add(data)
  for (const [key, value] of Object.entries(data)) {
    const keys = [...above, Array.isArray(data) ? Number(key) : key]
    const found = INHERITED_KEYS.has(key) ? keys : inheritedKey(value, keys, seen)
    if (found) return found
  }
  return null
}

type Issue = v.BaseIssue<unknown>

function isUnknownKey({ type, expected }: Issue): boolean {
  return type === 'strict_object' && expected === 'never'
}

function complaintOf(issue: Issue, where: string): string {
  if (isUnknownKey(issue)) return commentIn(String(issue.input)) ?? `unknown key “${where}”${issue.message}`
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `the key “${where}” is missing`
  return `${where === '' ? '' : `${where}: `}unexpected ${shown(issue.input)}, expected ${issue.message}`
}

/** A path as people read it, with 1-based indexes: `overrides[1].rules.typo`. */
export function keyPath(keys: Keys): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

/** The longest value to quote in a message: a file that is not a settings file is one long text. */
const MAX_SHOWN = 60

/** A value as messages name it. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `“${cut(value, MAX_SHOWN)}”`
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' && value !== null ? 'mapping' : String(value)
}

/** The end of a message about an unknown word: the closest known one, or all of them if none is close. */
function whichIs(word: string, known: readonly string[]): string {
  return didYouMean(word, known) || `, expected one of ${known.join(', ')}`
}

/** The end of a message about an unknown word: the closest known one, or nothing if none is close. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near ? `. Did you mean “${near}”?` : ''
}
