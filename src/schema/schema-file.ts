import * as v from 'valibot'
import { type CheckedYaml, ConfigError, didYouMean, mapping, readChecked } from '../source/checked-yaml.js'
import { lowerCase } from '../text/lower-case.js'
import { isPattern, schemaPattern } from './pattern.js'
import { CONTENTS, LEFTOVERS, type SectionSpec } from './schema.js'

/** An invalid schema, with the path and the 1-based line of the error. */
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

const TEXT = 'a string that is not empty'
const TEXTS = 'a list of strings'
const TRUTH = 'true or false'
const PER_LANGUAGE = 'a mapping with the keys en and vi'

const text = v.pipe(
  v.string(TEXT),
  v.check((written) => written.trim() !== '', TEXT),
)
const ONE_LINE = 'a string of one line'
const line = v.pipe(text, v.regex(/^[^\r\n]+$/, ONE_LINE))
const words = v.optional(v.array(text, TEXTS))
const wordsPerLanguage = v.optional(mapping({ en: words, vi: words }, PER_LANGUAGE))
const linePerLanguage = v.optional(mapping({ en: line, vi: line }, PER_LANGUAGE))
const oneOf = <const Options extends readonly string[]>(...options: Options) =>
  v.picklist(options, `one of ${options.join(', ')}`)

const ID = 'lower-case words joined by hyphens'
const sectionFile = mapping(
  {
    id: v.pipe(v.string(ID), v.regex(/^[a-z][a-z0-9-]*$/, ID)),
    required: v.optional(v.boolean(TRUTH)),
    order: v.optional(v.nullable(v.number('a number'))),
    content: v.optional(oneOf(...CONTENTS)),
    servedBy: words,
    mayBeNested: v.optional(v.boolean(TRUTH)),
    mayBeOfATalk: v.optional(v.boolean(TRUTH)),
    quoted: v.optional(v.boolean(TRUTH)),
    title: linePerLanguage,
    purpose: linePerLanguage,
    aliases: wordsPerLanguage,
    weakAliases: wordsPerLanguage,
    parts: wordsPerLanguage,
    words: wordsPerLanguage,
    hints: wordsPerLanguage,
    keeps: wordsPerLanguage,
    fields: wordsPerLanguage,
  },
  'a mapping that describes a section',
)

const PATTERN = 'a regular expression'
const pattern = v.pipe(
  v.string(PATTERN),
  v.check(isPattern, PATTERN),
  v.check(
    (source) => !isPattern(source) || !schemaPattern(source).test(''),
    `${PATTERN} that does not match everywhere`,
  ),
)

const patterns = v.optional(v.array(pattern, 'a list of regular expressions'))

const DAY = 'a day as YYYY-MM-DD'
const days = v.optional(v.array(v.pipe(v.string(DAY), v.regex(/^\d{4}-\d{2}-\d{2}$/, DAY)), 'a list of days'))

const FARTHEST = 200
const AS_FAR = `a whole number from 0 to ${FARTHEST}`
const distance = v.pipe(v.number(AS_FAR), v.integer(AS_FAR), v.minValue(0, AS_FAR), v.maxValue(FARTHEST, AS_FAR))

const schemaFile = mapping(
  {
    name: text,
    extends: v.optional(v.string('the name of a built-in schema')),
    sections: v.optional(v.array(sectionFile, 'a list of sections')),
    fillers: wordsPerLanguage,
    events: wordsPerLanguage,
    smallWords: wordsPerLanguage,
    titles: wordsPerLanguage,
    placeholders: v.optional(
      mapping(
        { dates: days, weakDates: days, texts: patterns, people: patterns },
        'a mapping with the keys dates, weakDates, texts and people',
      ),
    ),
    leftovers: v.optional(
      v.array(
        mapping(
          { pattern, kind: oneOf(...LEFTOVERS), within: v.optional(distance) },
          'a mapping with the keys pattern and kind',
        ),
        'a list of mappings with the keys pattern and kind',
      ),
    ),
    sampleReport: patterns,
    glossary: words,
  },
  'a mapping of keys to values',
)

/** The data of a schema file. Keys that are left out are inherited. */
export type SchemaFile = v.InferOutput<typeof schemaFile>
export type SectionFile = v.InferOutput<typeof sectionFile>

/**
 * Parses and checks a schema file.
 * @param path only for error messages
 * @param extensible the names of the schemas that it may extend
 * @param completed returns all sections of the schema, including those that it inherits
 * @throws SchemaError naming path, line and key of the first thing that is wrong
 */
export function readSchemaFile(
  text: string,
  path: string,
  extensible: readonly string[],
  completed: (file: SchemaFile) => readonly Section[],
): SchemaFile {
  try {
    const { data, fail } = readChecked(text, path, schemaFile)
    const { extends: base } = data
    if (base !== undefined && !extensible.includes(base))
      fail(`extends: unknown schema “${base}”, expected ${extensible.join(' or ')}${didYouMean(base, extensible)}`, [
        'extends',
      ])
    refuseClashes(data.sections ?? [], completed(data), fail)
    return data
  } catch (error) {
    throw error instanceof ConfigError ? new SchemaError(error.message, error.path, error.line) : error
  }
}

/** What distinguishes a section from the others. */
type Section = Pick<SectionSpec, 'id' | 'title'>

/** @throws ConfigError if two sections share an id or a title, or `servedBy` names something else than another section */
function refuseClashes(
  files: readonly SectionFile[],
  all: readonly Section[],
  fail: CheckedYaml<SchemaFile>['fail'],
): void {
  const ids = all.map(({ id }) => id)
  for (const [at, { id, title, servedBy = [] }] of files.entries()) {
    const own = `sections[${at + 1}]`
    if (files.findIndex((other) => other.id === id) < at)
      fail(`${own}.id: “${id}” appears twice: combine the two`, ['sections', at, 'id'])
    for (const [place, server] of servedBy.entries())
      if (server === id || !ids.includes(server))
        fail(
          `${own}.servedBy[${place + 1}]: unexpected “${server}”, expected the id of another section${didYouMean(server, ids)}`,
          ['sections', at, 'servedBy', place],
        )
    for (const language of ['en', 'vi'] as const) {
      const twin = title && all.find((other) => other.id !== id && areAlike(other.title[language], title[language]))
      if (twin)
        fail(`${own}.title.${language}: “${title[language]}” is the title of the section “${twin.id}” already`, [
          'sections',
          at,
          'title',
          language,
        ])
    }
  }
}

/** Whether readers could not tell two titles apart. */
function areAlike(title: string, other: string): boolean {
  return lowerCase(title.normalize('NFC').trim()) === lowerCase(other.normalize('NFC').trim())
}
