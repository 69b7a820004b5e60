import { keepsCopies, type Text } from '../../events/copies.js'
import type { Digest } from '../../events/digest.js'
import { type Moves, movesBetween } from '../../events/moves.js'
import { type OutlineSummary, summarizeOutline } from '../../events/twin-outlines.js'
import { moved } from '../../lint/moved.js'
import { pageOf, siteOfPage } from '../../source/site/page-path.js'
import { groupBy } from '../../text/group-by.js'
import { NO_CLOCK } from '../run/clock.js'
import type { Examination } from '../run/examiner.js'
import { registryAt } from '../run/registries.js'
import type { ResultCache } from '../run/result-cache.js'
import { collectedFile, type RunFile, type RunFiles } from './run-files.js'

/*
 * Compares the files of a run with each other after some reports were edited. Most edits do not change what a report says about
 * its event, only on which lines, and touch passages that no other report has: then the findings are the same, on other lines.
 */

/** The findings of the rules across reports in a file, as the JSON of a list. */
export type EventFindingsOf = (file: RunFile) => string

/** The reports that were edited, by their paths as the user calls them. */
type EditedReports = ReadonlyMap<string, Examination>

/** null if it is no longer in the cache. */
type DigestOf = (file: RunFile) => Digest | null

/**
 * The findings across reports after some reports were edited: the earlier ones at their new places if the edits cannot have changed
 * anything else, or else the result of comparing all reports again.
 * @returns null if the cache lacks something that is needed
 */
export async function compareAgain(
  run: RunFiles,
  edited: EditedReports,
  cache: ResultCache,
): Promise<EventFindingsOf | null> {
  const changed = run.files.filter((file) => {
    const now = edited.get(file.path)
    return now && file.kind !== 'other' && cache.digestHashOf(file.path, now) !== file.digestHash
  })
  if (!run.wereCompared || changed.length === 0) return ({ eventFindings }) => eventFindings
  return movedFindings(run, changed, edited, cache) ?? freshFindings(run, edited, cache)
}

/** The earlier findings at their new places; null if the edits may have changed what is found. */
function movedFindings(
  { files }: RunFiles,
  changed: readonly RunFile[],
  edited: EditedReports,
  cache: ResultCache,
): EventFindingsOf | null {
  const digestBefore: DigestOf = ({ path, digestHash }) => cache.digestOf(path, digestHash)
  const digestNow: DigestOf = (file) => edited.get(file.path)?.digest ?? digestBefore(file)
  const moves = new Map<string, Moves>()
  const digests: Digest[] = []
  for (const file of changed) {
    const [before, now] = [digestBefore(file), digestNow(file)]
    const own =
      before &&
      now &&
      movesBetween(before, now, () => {
        const twins = twinsAmong(files, file)
        return [summaryOf(file, twins, digestBefore), summaryOf(file, twins, digestNow)]
      })
    if (!own) return null
    moves.set(file.path, own)
    digests.push(now)
  }
  if (!areCopiesUnchanged(files, digests, cache)) return null
  const names = [...moves.keys()].map((path) => JSON.stringify(path))
  const again = new Map<string, string>()
  for (const { path, eventFindings } of files) {
    if (!names.some((name) => eventFindings.includes(name))) continue
    const found = moved(JSON.parse(eventFindings), moves)
    if (!found) return null
    again.set(path, JSON.stringify(found))
  }
  return ({ path, eventFindings }) => again.get(path) ?? eventFindings
}

/** The same page in other languages. */
function twinsAmong(files: readonly RunFile[], { path: own }: RunFile): RunFile[] {
  const page = pageOf(own)
  return files.filter(({ path, kind }) => {
    // A cheap test first: `pageOf` takes longer.
    return path.startsWith(page) && path !== own && kind !== 'other' && pageOf(path) === page
  })
}

function summaryOf(file: RunFile, twins: readonly RunFile[], digestOf: DigestOf): OutlineSummary[] | null {
  const [page, ...others] = [file, ...twins].map(digestOf)
  return page && others.every((twin) => twin !== null) ? summarizeOutline(page, others) : null
}

/** Whether the edits leave all copies as they were. @param edited the edited reports, which are part of no copy */
function areCopiesUnchanged(files: readonly RunFile[], edited: readonly Digest[], cache: ResultCache): boolean {
  const texts = new Map<string, Text>()
  for (const { path, kind, digestHash } of files) {
    if (kind === 'other') continue
    const passages = cache.passagesOf(path, digestHash)
    if (passages === null) return false
    texts.set(path, { site: siteOfPage(path, kind === 'index'), passages })
  }
  return edited.every((now) => {
    const before = texts.get(now.path)
    texts.delete(now.path)
    const areKept = before && keepsCopies(before, now, [...texts.values()])
    texts.set(now.path, now)
    return areKept
  })
}

/** The findings after comparing all reports again; null if the cache lacks the digest of one of them. */
async function freshFindings(
  { files, severities, registries, setup }: RunFiles,
  edited: EditedReports,
  cache: ResultCache,
): Promise<EventFindingsOf | null> {
  const aboutEvents = files.filter(({ kind }) => kind !== 'other')
  const digests = aboutEvents.map(
    ({ path, digestHash }) => edited.get(path)?.digest ?? cache.digestOf(path, digestHash),
  )
  const known = digests.filter((digest) => digest !== null)
  if (known.length < digests.length) return null
  const run = {
    files: files.flatMap((file) => collectedFile(file, severities) ?? []),
    registries: registries.map((path) => registryAt(path, setup.cwd)),
    digests: async () => known,
  }
  const { runEventRules } = await import('../run/event-rules.js')
  const found = groupBy(await runEventRules(run, setup.withEdits, NO_CLOCK), ({ path }) => path)
  return ({ path }) => JSON.stringify(found.get(path) ?? [])
}
