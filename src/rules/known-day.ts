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

/* What other pages know of the day of a report's event, and who they are. */

/** Answers a report that gives no day, or one that can be read in two ways, where it is to have one. */
export function* knownDay(report: Digest, around: Surroundings): Generator<EventProblem> {
  const { dateBlank, headDate, top } = report
  const own = statedDay(report)
  if (own ? !own.doubtful : headDate && headDate.state !== 'placeholder') return
  const known = saidBySites(report, around) ?? saidBeside(report, around)
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

/** The day of the event that the report seems to be on; null where its own site lists it with quite another day, and so maybe for another event. */
function saidBySites(report: Digest, { event, entries }: Surroundings): Known | null {
  const settled = event && settledDay(event)
  if (!settled || datesIn(entries).some(([, { start }]) => !mayBeSlip(start, settled.start))) return null
  return { day: settled.start, who: whoSays(settled), related: whoElse(event, settled, report) }
}

/**
 * The one day that a report's translations and the index pages of its site give; null where they give none, or several. Not for a
 * report whose author names no event: once it does, others may be on the same one and know better.
 */
function saidBeside({ path }: Digest, { event, twins, entries, account }: Surroundings): Known | null {
  const authored = account?.reports.find((report) => report.path === path)
  if (!account || !authored?.name || (event && settledDay(event))) return null
  const translated = twins.flatMap((twin) => {
    const day = statedDay(twin)
    if (!day || day.doubtful) return []
    const isCopied = !twin.bodyDate && (twin.headDate?.weak || account.copiedDays.includes(day.start))
    return isCopied ? [] : saidAt(twin.path, day)
  })
  const listed = datesIn(entries).flatMap(([path, date]) => (date.ambiguous ? [] : saidAt(path, date)))
  const said = [...translated, ...listed]
  const [day, ...others] = new Set(said.map((one) => one.day))
  if (day === undefined || others.length > 0) return null
  const who = translated.length > 0 ? 'its translation says' : 'the index page says'
  return { day, who, related: said.slice(0, MAX_RELATED) }
}

/** The dates of a list, each with its page; what stands beside the template's sample event is the sample's. */
function datesIn(entries: Surroundings['entries']): (readonly [path: string, date: EntryDate])[] {
  return entries.flatMap(([{ path }, { name, date }]) =>
    date && !(name && isSample(name.value)) ? [[path, date] as const] : [],
  )
}

function saidAt(path: string, { start, at }: Pick<StatedDay, 'start' | 'at'>): EventRelated & { readonly day: string } {
  return { day: start, path, at, message: `here it is ${start}` }
}

/** Writes a day that others give. @param day ISO */
export function knownDayFix(day: string, edit: TextEdit | null): Fix | null {
  return edit && { ...settingDay(day, edit), safety: 'unsafe' }
}

export function whoSays({ by, agree, of }: SettledDay): string {
  return by === 'registry' ? 'the registry of events says' : `${agree} of ${of} sites with a report on this event say`
}

/** Reports of other sites that give the expected day. */
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
