import * as v from 'valibot'
import { ConfigError, didYouMean, mapping, readChecked } from '../source/checked-yaml.js'
import { isPattern } from './pattern.js'
import { CONTENTS, LEFTOVERS } from './schema.js'

/** A schema that cannot be used: where its file is wrong, and how. `line` is 1-based. */
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

const TEXT = 'a text'
const TEXTS = 'a list of texts'
const TRUTH = 'true or false'
const PER_LANGUAGE = 'a mapping with the keys en and vi'

const words = v.optional(v.array(v.string(TEXT), TEXTS))
const wordsPerLanguage = v.optional(mapping({ en: words, vi: words }, PER_LANGUAGE))
const textPerLanguage = v.optional(mapping({ en: v.string(TEXT), vi: v.string(TEXT) }, PER_LANGUAGE))
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
    title: textPerLanguage,
    purpose: textPerLanguage,
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
const pattern = v.pipe(v.string(PATTERN), v.check(isPattern, PATTERN))

const patterns = v.optional(v.array(pattern, 'a list of regular expressions'))

const FARTHEST = 200
const AS_FAR = `a whole number from 0 to ${FARTHEST}`
const distance = v.pipe(v.number(AS_FAR), v.integer(AS_FAR), v.minValue(0, AS_FAR), v.maxValue(FARTHEST, AS_FAR))

const schemaFile = mapping(
  {
    name: v.string(TEXT),
    extends: v.optional(v.string('the name of a built-in schema')),
    sections: v.optional(v.array(sectionFile, 'a list of sections')),
    fillers: wordsPerLanguage,
    events: wordsPerLanguage,
    smallWords: wordsPerLanguage,
    titles: wordsPerLanguage,
    placeholders: v.optional(
      mapping(
        { dates: words, weakDates: words, texts: patterns, people: patterns },
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

/** What the file of a schema says; what it leaves out is inherited. */
export type SchemaFile = v.InferOutput<typeof schemaFile>
export type SectionFile = v.InferOutput<typeof sectionFile>

/**
 * Reads the file of a schema.
 * @param path only for messages
 * @param extensible the names that it may extend
 * @throws SchemaError naming path, line and key of the first thing that is wrong
 */
export function readSchemaFile(text: string, path: string, extensible: readonly string[]): SchemaFile {
  try {
    const { data, fail } = readChecked(text, path, schemaFile)
    const { extends: base } = data
    if (base !== undefined && !extensible.includes(base))
      fail(`extends: unknown schema “${base}”, expected ${extensible.join(' or ')}${didYouMean(base, extensible)}`, [
        'extends',
      ])
    return data
  } catch (error) {
    throw error instanceof ConfigError ? new SchemaError(error.message, error.path, error.line) : error
  }
}
