import { filledIn, settingDay } from '../drafting/date-edit.js'
import type { Digest } from '../events/digest.js'
import type { EntryDate } from '../events/entries.js'
import { type EventGroup, type SettledDay, settledDay } from '../events/event-group.js'
import type { Surroundings } from '../events/gathering.js'
import { mayBeSlip } from '../events/slipped-day.js'
import { type StatedDay, statedDay } from '../events/stated-day.js'
import { isSample } from '../report/sample-name.js'
import type { TextEdit } from '../text/edit.js'
import { type EventProblem, type EventRelated, MAX_RELATED } from './event-rule.js'
import type { Fix } from './rule.js'

/* The day of a report's event according to other pages, and which pages these are. */

/** Yields the `answer` for a report that gives no day, or a doubtful one. */
export function* knownDay(report: Digest, around: Surroundings): Generator<EventProblem> {
  const { dateBlank, frontMatterDate, top } = report
  const own = statedDay(report)
  if (own ? !own.doubtful : frontMatterDate && frontMatterDate.state !== 'placeholder') return
  const known = knownFromOtherSites(report, around) ?? knownFromOwnSite(report, around)
  if (!known || (own && own.start !== known.day && own.other !== known.day)) return
  const { day, who, related } = known
  const fix = knownDayFix(day, dateBlank && filledIn(dateBlank, day))
  yield {
    at: top,
    message: `${day} as ${who}`,
    related,
    answer: day,
    ...(fix && { fix }),
  }
}

interface Known {
  /** ISO */
  readonly day: string
  readonly who: string
  readonly related: readonly EventRelated[]
}

/**
 * The settled day of the report's event; null if the index pages of its own site give a very different day, because the report may
 * then be about another event.
 */
function knownFromOtherSites(report: Digest, { event, entries }: Surroundings): Known | null {
  const settled = event && settledDay(event)
  if (!settled || datesIn(entries).some(([, { start }]) => !mayBeSlip(start, settled.start))) return null
  return { day: settled.start, who: whoSays(settled), related: whoElse(event, settled, report) }
}

/**
 * The day on which a report's translations and the index pages of its site agree; null if they give none, or several. A report that
 * names no event gets none: once it does, other reports on that event may know better.
 */
function knownFromOwnSite({ path }: Digest, { event, twins, entries, account }: Surroundings): Known | null {
  const authored = account?.reports.find((report) => report.path === path)
  if (!account || !authored?.name || (event && settledDay(event))) return null
  const translated = twins.flatMap((twin) => {
    const day = statedDay(twin)
    if (!day || day.doubtful) return []
    const isCopied = !twin.bodyDate && (twin.frontMatterDate?.weak || account.copiedDays.includes(day.start))
    return isCopied ? [] : statementAt(twin.path, day)
  })
  const listed = datesIn(entries).flatMap(([path, date]) => (date.ambiguous ? [] : statementAt(path, date)))
  const statements = [...translated, ...listed]
  const [day, ...others] = new Set(statements.map((one) => one.day))
  if (day === undefined || others.length > 0) return null
  const who = translated.length > 0 ? 'its translation says' : 'the index page says'
  return { day, who, related: statements.slice(0, MAX_RELATED) }
}

/** The dates of entries, each with its page, without those of the template's sample event. */
function datesIn(entries: Surroundings['entries']): (readonly [path: string, date: EntryDate])[] {
  return entries.flatMap(([{ path }, { name, date }]) =>
    date && !(name && isSample(name.value)) ? [[path, date] as const] : [],
  )
}

function statementAt(
  path: string,
  { start, at }: Pick<StatedDay, 'start' | 'at'>,
): EventRelated & { readonly day: string } {
  return { day: start, path, at, message: `here it is ${start}` }
}

/** The fix that writes a day which other pages give. @param day ISO */
export function knownDayFix(day: string, edit: TextEdit | null): Fix | null {
  return edit && { ...settingDay(day, edit), safety: 'unsafe' }
}

export function whoSays({ by, agree, of }: SettledDay): string {
  return by === 'registry' ? 'the registry of events says' : `${agree} of ${of} sites with a report on this event say`
}

/** A few reports of other sites that give the expected day. */
export function whoElse(
  { accounts }: EventGroup,
  { start }: SettledDay,
  { site }: Pick<Digest, 'site'>,
): EventRelated[] {
  const found: EventRelated[] = []
  for (const { site: other, reports } of accounts) {
    if (found.length === MAX_RELATED) break
    const report = other === site ? undefined : reports.find((own) => statedDay(own)?.start === start)
    const at = report && statedDay(report)?.at
    if (at) found.push({ path: report.path, at, message: `here it is ${start}` })
  }
  return found
}
