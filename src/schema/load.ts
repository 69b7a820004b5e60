import eventReport, { data as eventReportData } from './event-report.yaml'
import fcj, { data as fcjData } from './fcj.yaml'
import type { Schema, SectionSpec } from './schema.js'
import { readSchemaFile, SchemaError, type SchemaFile, type SectionFile } from './schema-file.js'

export { SchemaError } from './schema-file.js'

/** The built-in schemas by their names, as the text of their files. */
export const builtInSchemas: Readonly<Record<string, string>> = { 'event-report': eventReport, fcj }

/** The same, parsed at build time: parsing YAML takes longer than checking a report. */
const builtInData = { 'event-report': eventReportData, fcj: fcjData } as Readonly<Record<string, SchemaFile>>

/** The name of the schema that is used by default. */
export const DEFAULT_SCHEMA = 'event-report'

/** Whether the setting of a schema is the path of a file; else it is the name of a built-in schema. */
export function isSchemaFile(schema: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(schema)
}

/**
 * A built-in schema by its name.
 * @throws SchemaError for an unknown name; its message lists the known ones
 */
export function loadSchema(name: string): Schema {
  const data = Object.hasOwn(builtInData, name) ? builtInData[name] : undefined
  if (data === undefined)
    throw new SchemaError(`Unknown schema "${name}", expected ${Object.keys(builtInSchemas).join(' or ')}`, name, 1)
  return complete(data)
}

/**
 * A schema from the text of its file. If `extends` names a built-in schema, its sections are overridden by those with the same id,
 * new ones are added, and each list in the file replaces the inherited one.
 * @param path only for error messages
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

/** A section apart from `serves`, which depends on the other sections. */
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
