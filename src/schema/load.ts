import eventReport, { data as eventReportData } from './event-report.yaml'
import fcj, { data as fcjData } from './fcj.yaml'
import type { Schema, SectionSpec } from './schema.js'
import { readSchemaFile, SchemaError, type SchemaFile, type SectionFile } from './schema-file.js'

export { SchemaError } from './schema-file.js'

/** The schemas that come with the program, as the text of their files. */
export const builtInSchemas: Readonly<Record<string, string>> = { 'event-report': eventReport, fcj }

/** The same as data. Reading YAML takes longer than checking a report, and these files are the same every time. */
const builtInData = { 'event-report': eventReportData, fcj: fcjData } as Readonly<Record<string, SchemaFile>>

/** The one that holds where nothing names another. */
export const DEFAULT_SCHEMA = 'event-report'

/** Whether a schema is given by its path; otherwise it is a name. */
export function isSchemaFile(schema: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(schema)
}

/**
 * A built-in schema by its name.
 * @throws SchemaError for a name that is not built in; it lists those that are.
 */
export function loadSchema(name: string): Schema {
  const data = Object.hasOwn(builtInData, name) ? builtInData[name] : undefined
  if (data === undefined)
    throw new SchemaError(`Unknown schema "${name}", expected ${Object.keys(builtInSchemas).join(' or ')}`, name, 1)
  return complete(data)
}

/**
 * A schema from the text of its file. `extends` names a built-in schema: sections of the same id are laid over its
 * sections, new ones are added, and every list that the file gives replaces the one it inherits.
 * @param path only for messages
 * @throws SchemaError naming path, line and key of the first thing that is wrong
 */
export function parseSchema(text: string, path: string): Schema {
  return complete(readSchemaFile(text, path, Object.keys(builtInSchemas), (file) => complete(file).sections))
}

function complete(file: SchemaFile): Schema {
  const base = file.extends === undefined ? emptySchema : loadSchema(file.extends)
  const sections = new Map(base.sections.map((section): [string, OneSection] => [section.id, section]))
  for (const section of file.sections ?? [])
    sections.set(section.id, completeSection(section, sections.get(section.id)))
  const serving = new Set([...sections.values()].flatMap(({ servedBy }) => servedBy))
  return {
    name: file.name,
    sections: [...sections.values()].map((section) => ({ ...section, serves: serving.has(section.id) })),
    fillers: perLanguage(file.fillers, base.fillers),
    events: perLanguage(file.events, base.events),
    smallWords: perLanguage(file.smallWords, base.smallWords),
    titles: perLanguage(file.titles, base.titles),
    placeholders: {
      dates: file.placeholders?.dates ?? base.placeholders.dates,
      weakDates: file.placeholders?.weakDates ?? base.placeholders.weakDates,
      texts: file.placeholders?.texts ?? base.placeholders.texts,
      people: file.placeholders?.people ?? base.placeholders.people,
    },
    leftovers: file.leftovers ?? base.leftovers,
    sampleReport: file.sampleReport ?? base.sampleReport,
    glossary: file.glossary ?? base.glossary,
  }
}

type OneSection = Omit<SectionSpec, 'serves'>

const none = { en: [], vi: [] }

const emptySchema: Schema = {
  name: '',
  sections: [],
  fillers: none,
  events: none,
  smallWords: none,
  titles: none,
  placeholders: { dates: [], weakDates: [], texts: [], people: [] },
  leftovers: [],
  sampleReport: [],
  glossary: [],
}

/** A section by itself: what it is to others they say. */
function completeSection(file: SectionFile, base: OneSection | undefined): OneSection {
  return {
    id: file.id,
    required: file.required ?? base?.required ?? false,
    order: file.order === undefined ? (base?.order ?? null) : file.order,
    content: file.content ?? base?.content ?? 'prose',
    servedBy: file.servedBy ?? base?.servedBy ?? [],
    mayBeNested: file.mayBeNested ?? base?.mayBeNested ?? false,
    mayBeOfATalk: file.mayBeOfATalk ?? base?.mayBeOfATalk ?? false,
    quoted: file.quoted ?? base?.quoted ?? false,
    title: file.title ?? base?.title ?? { en: file.id, vi: file.id },
    purpose: file.purpose ?? base?.purpose ?? { en: 'what its title says', vi: 'những gì tiêu đề nói đến' },
    aliases: perLanguage(file.aliases, base?.aliases ?? none),
    weakAliases: perLanguage(file.weakAliases, base?.weakAliases ?? none),
    parts: perLanguage(file.parts, base?.parts ?? none),
    words: perLanguage(file.words, base?.words ?? none),
    hints: perLanguage(file.hints, base?.hints ?? none),
    keeps: perLanguage(file.keeps, base?.keeps ?? none),
    fields: perLanguage(file.fields, base?.fields ?? none),
  }
}

function perLanguage<T>(given: { en?: T | undefined; vi?: T | undefined } | undefined, base: { en: T; vi: T }) {
  return { en: given?.en ?? base.en, vi: given?.vi ?? base.vi }
}
