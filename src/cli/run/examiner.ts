import { resolve } from 'node:path'
import { type Digest, digestOf } from '../../events/digest.js'
import { examine, type Found } from '../../lint/examine.js'
import { type BindContext, bindReport } from '../../report/bind.js'
import type { HasImage } from '../../report/images.js'
import { hashOf } from '../../source/hash.js'
import { nothingSeen, siteOf } from '../../source/site/site.js'
import { NO_CLOCK } from './clock.js'
import { loadParsers, type ParserChoice } from './parsers.js'
import { readReport } from './read-report.js'
import type { Selection, Settings } from './settings.js'
import { failureOf, type Target } from './targets.js'

/** The questions about pictures that a check asked, and the answers: if an answer changes, findings may change. */
export type Answers = readonly (readonly [Parameters<HasImage>, ReturnType<HasImage>])[]

/** The result for a file that could be examined. */
export interface Examination {
  readonly state: 'examined'
  readonly found: Found
  /** null if it was not needed so far. */
  readonly digest: Digest | null
  /** Empty if the run is not cached, as is the hash of the text. */
  readonly answers: Answers
  readonly hash: string
}

/** The result for a file, as plain data. */
export type Outcome =
  | Examination
  /** It cannot be read, and probably is not a report. */
  | { readonly state: 'passed over' }
  | { readonly state: 'failed'; readonly reason: string }

/** A file of a run with its result so far. */
export interface Done {
  readonly target: Target
  outcome: Outcome
}

/** How to examine files: plain data, the same in every thread. */
export interface RunSetup {
  readonly cwd: string
  readonly selection: Selection
  readonly parser: ParserChoice
  readonly withEdits: boolean
  /** Which digest of each file is needed for comparing it with others. */
  readonly digest: 'whole' | 'without passages' | 'none'
  /** Whether the results are cached. */
  readonly isCached: boolean
}

/**
 * Returns a function that examines a file; an error in one file does not affect the others. An outcome keeps the whole text of its
 * file in memory until it is `detached` or sent to another thread.
 * @param settings of each file
 * @param clock measures the phases
 * @throws UsageError for unusable options
 */
export async function examinerFor(
  { cwd, parser, withEdits, digest: kind, isCached }: RunSetup,
  settings: Settings,
  clock = NO_CLOCK,
): Promise<(target: Target) => Promise<Outcome>> {
  const { timed } = clock
  const parserFor = await loadParsers(parser)
  const seen = nothingSeen()
  return async (target) => {
    const { path, near } = target
    try {
      const absolute = resolve(cwd, path)
      const set = settings.of(absolute)
      const own = { ...set, rules: clock.rules(set.rules) }
      const text = timed('read', () => readReport(path, absolute))
      clock.read(text)
      const answers: [Parameters<HasImage>, ReturnType<HasImage>][] = []
      const { hasImage } = siteOf(absolute, seen)
      const parse = await parserFor(text)
      const context: BindContext = {
        schema: own.schema,
        parse: (masked) => timed('parse', () => parse(masked)),
        hasImage: (...question) => {
          const answer = timed('look for pictures', () => hasImage(...question))
          if (isCached) answers.push([question, answer])
          return answer
        },
      }
      const report = timed('understand', () => bindReport({ path, text, place: absolute }, context))
      const found: Found = near
        ? { path, kind: report.kind, findings: [] }
        : timed('check', () => examine(report, own, withEdits))
      const digest = kind === 'none' ? null : timed('sum up', () => digestOf(report, own.schema, kind === 'whole'))
      return { state: 'examined', found, digest, answers, hash: isCached ? hashOf(text) : '' }
    } catch (error) {
      const reason = failureOf(error, target, cwd)
      return reason === null ? { state: 'passed over' } : { state: 'failed', reason }
    }
  }
}
