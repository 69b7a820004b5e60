import * as v from 'valibot'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import eventReport, { data as eventReportData } from './event-report.yaml'
import fcj, { data as fcjData } from './fcj.yaml'
import type { Schema, SectionSpec } from './schema.js'

/** The schemas that come with the program, as the text of their files. */
export const builtInSchemas: Readonly<Record<string, string>> = { 'event-report': eventReport, fcj }

/** The same as data. Reading YAML takes longer than checking a report, and these files are the same every time. */
const builtInData: Readonly<Record<string, unknown>> = { 'event-report': eventReportData, fcj: fcjData }

/** A schema file that cannot be used: where it is wrong, and how. `line` is 1-based. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError'
  constructor(
    message: string,
    readonly path: string,
    readonly line: number,
  ) {
    super(message)
  }
}

const words = v.optional(v.array(v.string()))
const wordsPerLanguage = v.optional(v.strictObject({ en: words, vi: words }))

const sectionFile = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'a section id is lower-case words joined by hyphens')),
  required: v.optional(v.boolean()),
  order: v.optional(v.nullable(v.number())),
  content: v.optional(v.picklist(['fields', 'people', 'list', 'prose', 'images'])),
  servedBy: words,
  mayBeNested: v.optional(v.boolean()),
  title: v.optional(v.strictObject({ en: v.string(), vi: v.string() })),
  purpose: v.optional(v.strictObject({ en: v.string(), vi: v.string() })),
  aliases: wordsPerLanguage,
  weakAliases: wordsPerLanguage,
  words: wordsPerLanguage,
  fields: wordsPerLanguage,
})

const pattern = v.pipe(v.string(), v.check(isPattern, 'this is not a regular expression'))

const schemaFile = v.strictObject({
  name: v.string(),
  extends: v.optional(v.string()),
  sections: v.optional(v.array(sectionFile)),
  fillers: wordsPerLanguage,
  titles: wordsPerLanguage,
  placeholders: v.optional(v.strictObject({ dates: words, weakDates: words, people: v.optional(v.array(pattern)) })),
  leftovers: v.optional(
    v.array(v.strictObject({ pattern, kind: v.picklist(['notice', 'instruction', 'field', 'todo', 'sample']) })),
  ),
  glossary: words,
})

type SchemaFile = v.InferOutput<typeof schemaFile>
type SectionFile = v.InferOutput<typeof sectionFile>

/**
 * A built-in schema by its name.
 * @throws SchemaError for a name that is not built in; it lists those that are.
 */
export function loadSchema(name: string): Schema {
  const data = builtInData[name]
  if (data === undefined)
    throw new SchemaError(
      `Unknown schema "${name}", expected ${Object.keys(builtInSchemas).join(' or ')} or a path`,
      name,
      1,
    )
  return complete(v.parse(schemaFile, data))
}

/**
 * A schema from the text of its file. `extends` names a built-in schema: sections of the same id are laid over its
 * sections, new ones are added, and every list that the file gives replaces the one it inherits.
 * @param path only for messages
 * @throws SchemaError naming path, line and key of the first thing that is wrong
 */
export function parseSchema(text: string, path: string): Schema {
  return complete(readFile(text, path))
}

function complete(file: SchemaFile): Schema {
  const base = file.extends === undefined ? emptySchema : loadSchema(file.extends)
  const sections = new Map(base.sections.map((section) => [section.id, section]))
  for (const section of file.sections ?? [])
    sections.set(section.id, completeSection(section, sections.get(section.id)))
  return {
    name: file.name,
    sections: [...sections.values()],
    fillers: perLanguage(file.fillers, base.fillers),
    titles: perLanguage(file.titles, base.titles),
    placeholders: { ...base.placeholders, ...definedOnly(file.placeholders ?? {}) },
    leftovers: file.leftovers ?? base.leftovers,
    glossary: file.glossary ?? base.glossary,
  }
}

const none = { en: [], vi: [] }

const emptySchema: Schema = {
  name: '',
  sections: [],
  fillers: none,
  titles: none,
  placeholders: { dates: [], weakDates: [], people: [] },
  leftovers: [],
  glossary: [],
}

function readFile(text: string, path: string): SchemaFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', stringKeys: true })
  const broken = document.errors[0]
  if (broken)
    throw new SchemaError(broken.message.split('\n')[0] ?? broken.message, path, lines.linePos(broken.pos[0]).line)
  const result = v.safeParse(schemaFile, dataOf(document, path))
  if (result.success) return result.output
  const issue = result.issues[0]
  const keys = issue.path?.map((step) => step.key) ?? []
  // A key that is missing has no place of its own: the nearest one above it has.
  const nodes = keys.map((_, index) => document.getIn(keys.slice(0, index + 1), true)).filter((node) => isNode(node))
  const offset = nodes.at(-1)?.range?.[0] ?? 0
  throw new SchemaError(`${keys.join('.') || 'schema'}: ${issue.message}`, path, lines.linePos(offset).line)
}

/** Aliases that name nothing, or would grow without end, are found only here. */
function dataOf(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new SchemaError((error as Error).message, path, 1)
  }
}

function completeSection(file: SectionFile, base: SectionSpec | undefined): SectionSpec {
  return {
    id: file.id,
    required: file.required ?? base?.required ?? false,
    order: file.order === undefined ? (base?.order ?? null) : file.order,
    content: file.content ?? base?.content ?? 'prose',
    servedBy: file.servedBy ?? base?.servedBy ?? [],
    mayBeNested: file.mayBeNested ?? base?.mayBeNested ?? false,
    title: file.title ?? base?.title ?? { en: file.id, vi: file.id },
    purpose: file.purpose ?? base?.purpose ?? { en: '', vi: '' },
    aliases: perLanguage(file.aliases, base?.aliases ?? none),
    weakAliases: perLanguage(file.weakAliases, base?.weakAliases ?? none),
    words: perLanguage(file.words, base?.words ?? none),
    fields: perLanguage(file.fields, base?.fields ?? none),
  }
}

function perLanguage<T>(given: { en?: T | undefined; vi?: T | undefined } | undefined, base: { en: T; vi: T }) {
  return { en: given?.en ?? base.en, vi: given?.vi ?? base.vi }
}

function definedOnly<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'iu')
    return true
  } catch {
    return false
  }
}
