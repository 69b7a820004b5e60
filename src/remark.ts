import { lintReport } from './lint/lint.js'
import { asMapping, type Options, settingsOf } from './options.js'
import { buildReport } from './report/build.js'
import type { Report } from './report/report.js'
import { loadSchema } from './schema/load.js'
import type { Schema } from './schema/schema.js'
import { SourceError } from './source/read.js'
import { isOutsideEvents } from './source/site/event-path.js'

/** The options of the plugin: those of the library, but a built-in schema may be given by its name. */
export interface RemarkOptions extends Omit<Options, 'schema'> {
  readonly schema?: Schema | string
}

/** The part of a vfile that the plugin needs. */
interface File {
  readonly path?: string | undefined
  readonly value: unknown
  message(
    reason: string,
    options: { readonly place: Place | Point; readonly source: string; readonly ruleId?: string },
  ): Message
}

interface Place {
  readonly start: Point
  readonly end: Point
}

interface Point {
  readonly line: number
  readonly column: number
  readonly offset?: number
}

interface Message {
  fatal?: boolean | null | undefined
  note?: string | undefined
}

/**
 * A plugin for unified and remark: every finding becomes a message of the file, and an error a fatal one. Pages that are not event
 * reports are skipped. The text is checked as it was read, whatever other plugins do to the tree. A file that cannot be checked
 * gets a fatal message that says why, unless it is in a place without reports.
 * @throws SchemaError for a schema that is not built in, TypeError for invalid options
 */
export default function remarkReportlint(given: RemarkOptions = {}) {
  const { schema, ...options } = asMapping('options', given)
  const own = typeof schema === 'string' ? loadSchema(schema) : schema
  const settings = settingsOf({ ...options, ...(own && { schema: own }) })
  return (_: unknown, file: File): void => {
    const text =
      typeof file.value === 'string'
        ? file.value
        : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.value as Uint8Array)
    const path = file.path ?? ''
    let report: Report
    try {
      report = buildReport({ path, text }, settings.schema, options.hasImage)
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      if (!isOutsideEvents(path.replaceAll('\\', '/')))
        file.message(error.message, { place: { line: error.line ?? 1, column: 1 }, source: 'reportlint' }).fatal = true
      return
    }
    if (report.kind !== 'event') return
    for (const finding of lintReport(report, settings)) {
      const { line, column, endLine, endColumn, range, message, rule, severity, fix } = finding
      const place = {
        start: { line, column, offset: range[0] },
        end: { line: endLine, column: endColumn, offset: range[1] },
      }
      const put = file.message(message, { place, source: 'reportlint', ruleId: rule })
      put.fatal = severity === 'error'
      if (fix) put.note = `${fix.title}: \`reportlint fix\` does it${fix.safety === 'unsafe' ? ' with --unsafe' : ''}.`
    }
  }
}
