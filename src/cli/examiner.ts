import { resolve } from 'node:path'
import { type Examined, examine } from '../lint/examine.js'
import { bindReport, type HasImage } from '../report/bind.js'
import { hashOf } from '../source/hash.js'
import { nothingSeen, siteOf } from '../source/site.js'
import { loadParsers, type ParserChoice } from './parsers.js'
import { readReport } from './read-report.js'
import { type Selection, settingsFor } from './settings.js'
import { reasonOf, type Target } from './targets.js'

/** What the site of a report answered to questions about its pictures: while it does so, the report need not be read again. */
export type Answers = readonly (readonly [Parameters<HasImage>, ReturnType<HasImage>])[]

/** What became of a file: plain data. */
export type Outcome =
  | { readonly state: 'examined'; readonly examined: Examined; readonly answers: Answers; readonly hash: string }
  | { readonly state: 'failed'; readonly reason: string }

/** How files are examined: plain data, the same in every thread. */
export interface Manner {
  readonly cwd: string
  readonly selection: Selection
  readonly parser: ParserChoice
  readonly withEdits: boolean
}

/**
 * Examines files one by one; none of them keeps another from being examined.
 * @throws UsageError for options that cannot be followed
 */
export async function examinerFor({
  cwd,
  selection,
  parser,
  withEdits,
}: Manner): Promise<(target: Target) => Promise<Outcome>> {
  const settings = settingsFor(selection, cwd)
  const parserFor = await loadParsers(parser)
  const seen = nothingSeen()
  return async ({ path }) => {
    try {
      const absolute = resolve(cwd, path)
      const own = settings.of(absolute)
      const text = readReport(path, absolute)
      const answers: [Parameters<HasImage>, ReturnType<HasImage>][] = []
      const { hasImage } = siteOf(absolute, seen)
      const report = bindReport(
        { path, text },
        {
          schema: own.schema,
          parse: await parserFor(text),
          hasImage: (...question) => {
            const answer = hasImage(...question)
            answers.push([question, answer])
            return answer
          },
        },
      )
      return { state: 'examined', examined: examine(report, own, withEdits), answers, hash: hashOf(text) }
    } catch (error) {
      return { state: 'failed', reason: reasonOf(error, path, cwd) }
    }
  }
}
