import { parse } from '../markdown/parse.js'
import type { Schema } from '../schema/schema.js'
import { bindReport, type Source } from './bind.js'
import type { HasImage } from './images.js'
import type { Report } from './report.js'

/** `bindReport` with the reference parser. Callers that choose the parser, or load it lazily, use `bindReport` itself. */
export function buildReport(source: Source, schema: Schema, hasImage?: HasImage): Report {
  return bindReport(source, { schema, parse, ...(hasImage && { hasImage }) })
}
