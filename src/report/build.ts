import { parse } from '../markdown/parse.js'
import type { Schema } from '../schema/schema.js'
import { bindReport, type Source } from './bind.js'
import type { HasImage } from './images.js'
import type { Report } from './report.js'

/** `bindReport` by the reference parser. Whoever can choose a parser, or load one on use, calls that instead. */
export function buildReport(source: Source, schema: Schema, hasImage?: HasImage): Report {
  return bindReport(source, { schema, parse, ...(hasImage && { hasImage }) })
}
