import { resolve } from 'node:path'
import type { Digest } from '../../events/digest.js'
import { type EventGroup, nameOf } from '../../events/event-group.js'
import { gather } from '../../events/gathering.js'
import { peopleOf } from '../../events/people.js'
import { draftRegistry } from '../../events/registry-draft.js'
import { statedDay } from '../../events/stated-day.js'
import type { Colours } from '../../reporters/colours.js'
import { counted } from '../../reporters/summary.js'
import { printable } from '../../reporters/terminal.js'
import { createFiles } from '../../source/create.js'
import { REGISTRY_NAME } from '../../source/registry-file.js'
import { compare } from '../../text/compare.js'
import { coloursFor } from '../process/colours.js'
import { withFileName } from '../process/file-errors.js'
import { complain, type ExitCode, type Io, UsageError } from '../process/io.js'
import { collect } from '../run/collect.js'
import { failuresOf, knownOf } from '../run/collected.js'
import type { Selection } from '../run/settings.js'

export interface EventsOptions extends Selection {
  readonly format: 'pretty' | 'json'
  readonly writeRegistry?: boolean
}

/** Prints the events that reports are about, or writes a draft of a registry to the current folder. */
export async function events(paths: readonly string[], options: EventsOptions, io: Io): Promise<ExitCode> {
  const collected = await collect(paths, options, false, io)
  const digests = await collected.digests()
  collected.cache?.remember(null)
  const failures = failuresOf(collected)
  for (const failure of failures) complain(failure, io)
  const { registry, isRequested } = knownOf(collected)
  const found = gather(digests, registry)
    .events.filter(({ accounts }) => accounts.some(({ reports }) => reports.some(({ path }) => isRequested(path))))
    .toSorted(byDay)
  if (options.writeRegistry) writeRegistry(found, io)
  else {
    const listed = found.map(listedEvent)
    io.stdout.write(
      options.format === 'json'
        ? `${JSON.stringify({ schemaVersion: 1, events: listed }, null, 2)}\n`
        : listed.map((event) => `${asText(event, coloursFor(io.stdout, io))}\n`).join('\n'),
    )
  }
  return failures.length > 0 ? 2 : 0
}

type ListedEvent = ReturnType<typeof listedEvent>

function listedEvent(event: EventGroup) {
  return {
    name: nameOf(event),
    date: dayOf(event),
    reports: event.accounts.flatMap(({ reports }) =>
      reports.map((report) => ({
        path: report.path,
        language: report.language,
        date: statedDay(report)?.start ?? readingOf(report),
      })),
    ),
    speakers: peopleOf(event.accounts, event.registered?.speakers).map(({ spellings, short }) => ({
      name: spellings[0]?.text ?? '',
      spellings: [...spellings, ...short].map(({ text }) => text),
    })),
  }
}

/** A day that Hugo cannot read is listed, too. */
function readingOf({ frontMatterDate }: Digest): string | null {
  return frontMatterDate?.state === 'invalid' ? frontMatterDate.value : null
}

/** The registry's day, or else the day that most sites give, however few these are; null if two days tie. */
function dayOf({ registered, days: [first, second] }: EventGroup): string | null {
  return registered?.date ?? (first && first.sites !== second?.sites ? first.day : null)
}

/** In chronological order; events without a day come last. */
function byDay(a: EventGroup, b: EventGroup): number {
  return (
    compare(dayOf(a) ?? '9', dayOf(b) ?? '9') || compare(nameOf(a), nameOf(b)) || compare(firstPath(a), firstPath(b))
  )
}

function firstPath({ accounts: [account] }: EventGroup): string {
  return account?.page ?? ''
}

function asText({ name, date, reports, speakers }: ListedEvent, colours: Colours): string {
  const width = Math.max(...reports.map(({ path }) => printable(path).length))
  return [
    `${colours.bold(date ?? 'no date   ')}  ${colours.bold(printable(name) || colours.dim('not named'))}  ${colours.dim(counted(reports.length, 'report'))}`,
    ...reports.map(({ path, language, date: own }) => {
      const day = own === null ? colours.dim('no date') : own === date ? colours.dim(own) : colours.yellow(own)
      return `  ${printable(path).padEnd(width)}  ${colours.dim(language)}  ${day}`
    }),
    ...(speakers.length > 0 ? [`  ${colours.dim('speakers')}`] : []),
    ...speakers.map(({ spellings: [first = '', ...others] }) => {
      const also = others.length > 0 ? colours.dim(`  also ${others.map(printable).join(', ')}`) : ''
      return `    ${printable(first)}${also}`
    }),
  ].join('\n')
}

/** @throws UsageError if there is nothing to write, or it cannot be written */
function writeRegistry(found: readonly EventGroup[], io: Io): void {
  // A registry identifies events by their names.
  const withNames = found.filter((event) => nameOf(event) !== '')
  if (withNames.length === 0) throw new UsageError(`no report names its event: ${REGISTRY_NAME} was not written`)
  const text = draftRegistry(withNames)
  withFileName(REGISTRY_NAME, () => createFiles([{ path: resolve(io.cwd(), REGISTRY_NAME), text }]))
  io.stdout.write(`wrote ${REGISTRY_NAME}: read it through before you rely on it\n`)
}
