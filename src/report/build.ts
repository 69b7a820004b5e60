import type { Schema } from '../schema/schema.js'
import { bindReport, type HasImage, type Source } from './bind.js'
import { parse } from './parse.js'
import type { Report } from './report.js'

export type { HasImage, Source } from './bind.js'

/** `bindReport` by the reference parser. Whoever can choose a parser, or load one on use, calls that instead. */
export function buildReport(source: Source, schema: Schema, hasImage?: HasImage): Report {
  return bindReport(source, { schema, parse, ...(hasImage && { hasImage }) })
}
