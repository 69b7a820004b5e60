import * as v from 'valibot'
import { type Document, LineCounter, parseDocument } from 'yaml'
import { linesOf } from '../config/checked-yaml.js'
import { nearest } from '../text/nearest.js'
import { isPattern } from './pattern.js'

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

/** Keys that are known, and no list: valibot takes an empty one for an object. */
const mapping = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.any(),
    v.check((value) => !Array.isArray(value), 'expected a mapping of keys to values, not a list'),
    v.strictObject(entries, ({ input, expected, received }) => {
      if (expected === 'never') return `unknown key${didYouMean(String(input), Object.keys(entries))}`
      return received === 'undefined' ? 'this key is missing' : 'expected a mapping of keys to values'
    }),
  )

function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near ? `. Did you mean “${near}”?` : ''
}

const words = v.optional(v.array(v.string()))
const wordsPerLanguage = v.optional(mapping({ en: words, vi: words }))

const sectionFile = mapping({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'a section id is lower-case words joined by hyphens')),
  required: v.optional(v.boolean()),
  order: v.optional(v.nullable(v.number())),
  content: v.optional(v.picklist(['fields', 'people', 'list', 'prose', 'images'])),
  servedBy: words,
  mayBeNested: v.optional(v.boolean()),
  title: v.optional(mapping({ en: v.string(), vi: v.string() })),
  purpose: v.optional(mapping({ en: v.string(), vi: v.string() })),
  aliases: wordsPerLanguage,
  weakAliases: wordsPerLanguage,
  words: wordsPerLanguage,
  hints: wordsPerLanguage,
  fields: wordsPerLanguage,
})

const pattern = v.pipe(v.string(), v.check(isPattern, 'this is not a regular expression'))

const schemaFile = mapping({
  name: v.string(),
  extends: v.optional(v.string()),
  sections: v.optional(v.array(sectionFile)),
  fillers: wordsPerLanguage,
  smallWords: wordsPerLanguage,
  titles: wordsPerLanguage,
  placeholders: v.optional(mapping({ dates: words, weakDates: words, people: v.optional(v.array(pattern)) })),
  leftovers: v.optional(
    v.array(mapping({ pattern, kind: v.picklist(['notice', 'instruction', 'field', 'todo', 'sample']) })),
  ),
  glossary: words,
})

/** What the file of a schema says; what it leaves out is inherited. */
export type SchemaFile = v.InferOutput<typeof schemaFile>
export type SectionFile = v.InferOutput<typeof sectionFile>

/**
 * Reads the file of a schema.
 * @param path only for messages
 * @throws SchemaError naming path, line and key of the first thing that is wrong
 */
export function readSchemaFile(text: string, path: string): SchemaFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', stringKeys: true })
  const broken = document.errors[0]
  if (broken)
    throw new SchemaError(broken.message.split('\n')[0] ?? broken.message, path, lines.linePos(broken.pos[0]).line)
  const result = v.safeParse(schemaFile, dataOf(document, path))
  if (result.success) return result.output
  const issue = result.issues[0]
  const keys = (issue.path ?? []).map(({ key }) => key as string | number)
  throw new SchemaError(`${keys.join('.') || 'schema'}: ${issue.message}`, path, linesOf(text)(keys))
}

/** Aliases that name nothing, or would grow without end, are found only here. */
function dataOf(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new SchemaError((error as Error).message, path, 1)
  }
}
