import * as v from 'valibot'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { RegisteredEvent } from '../events/registry.js'
import { isoDay } from '../report/calendar.js'
import { nearest } from '../text/nearest.js'
import { ConfigError, named, noList, shown } from './config.js'

const TEXT = 'a text'
const DAY = 'a day of the calendar as YYYY-MM-DD'
const text = v.pipe(
  v.string(TEXT),
  v.trim(),
  v.check((written) => written !== '', TEXT),
)
const day = v.pipe(v.string(DAY), v.check(isDay, DAY))

const EVENT = 'a mapping with the keys name, date, end, place and speakers'
const eventKeys = {
  name: text,
  date: v.nullish(day),
  end: v.nullish(day),
  place: v.nullish(text),
  speakers: v.nullish(v.array(text, 'a list of names')),
}
const event = v.pipe(v.any(), noList(EVENT), v.strictObject(eventKeys, EVENT))

const REGISTRY = 'a mapping with the key events'
const registryKeys = {
  $schema: v.nullish(text),
  events: v.nullish(v.array(event, 'a list of events')),
}
const registryFile = v.pipe(v.any(), noList(REGISTRY), v.strictObject(registryKeys, REGISTRY))

/**
 * Reads a registry of events, YAML: data only.
 * @throws ConfigError naming line, key and the nearest known one
 */
export function parseRegistry(written: string, path: string): RegisteredEvent[] {
  const lines = new LineCounter()
  const document = parseDocument(written, { lineCounter: lines, schema: 'core', stringKeys: true, prettyErrors: false })
  const lineOf = (offset: number): number => lines.linePos(offset).line
  const [broken] = document.errors
  if (broken) throw new ConfigError(broken.message, path, lineOf(broken.pos[0]))
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new ConfigError((error as Error).message, path, 1)
  }
  const result = v.safeParse(registryFile, data ?? {})
  if (result.success)
    return (result.output.events ?? []).map(({ name, date, end, place, speakers }) => ({
      name,
      date: date ?? null,
      end: end ?? null,
      place: place ?? null,
      speakers: speakers ?? [],
    }))

  // A misspelt key is missing as well; its own name says more.
  const issue = result.issues.find(isUnknownKey) ?? result.issues[0]
  const keys = (issue.path ?? []).map(({ key }) => key as string | number)
  // A key that is missing has no place of its own: the nearest one above it has.
  const nodes = keys.map((_, index) => document.getIn(keys.slice(0, index + 1), true)).filter((node) => isNode(node))
  throw new ConfigError(complaintOf(issue, keys), path, lineOf(nodes.at(-1)?.range?.[0] ?? 0))
}

type Issue = v.InferIssue<typeof registryFile>

function isUnknownKey({ type, expected }: Issue): boolean {
  return type === 'strict_object' && expected === 'never'
}

function complaintOf(issue: Issue, keys: readonly (string | number)[]): string {
  const where = named(keys)
  if (isUnknownKey(issue)) {
    const near = nearest(String(keys.at(-1)), Object.keys(keys.length > 1 ? eventKeys : registryKeys))
    return `unknown key “${where}”${near ? `. Did you mean “${near}”?` : ''}`
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `the key “${where}” is missing`
  return `${where === '' ? '' : `${where}: `}unexpected ${shown(issue.input)}, expected ${issue.message}`
}

function isDay(written: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? []
  return year !== undefined && isoDay({ year: Number(year), month: Number(month), day: Number(date) }) !== null
}
