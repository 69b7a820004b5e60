import { countsOf, mostOf } from '../text/counts.js'
import { type EventGroup, nameOf, settledDay } from './event-group.js'
import { peopleOf } from './people.js'

/** Drafts a registry of events as YAML: what most reports say, with comments where they disagree. */
export function draftRegistry(events: readonly EventGroup[]): string {
  const comment = '# The events as they took place. This file takes precedence over what most reports say.\n'
  return events.length === 0 ? `${comment}events: []\n` : `${comment}events:\n${events.map(draftEvent).join('')}`
}

function draftEvent(event: EventGroup): string {
  const day = settledDay(event)
  const doubts = event.days.map(({ day: given, sites }) => `${given} by ${sites}`).join(', ')
  const doubt = event.days.length > 1 || (!day && doubts !== '') ? ` # ${doubts}` : ''
  const place = event.registered?.place ?? commonVenue(event)
  const speakers = peopleOf(event.accounts, event.registered?.speakers).flatMap(({ spellings: [best] }) =>
    best ? [best.text] : [],
  )
  return [
    `  - name: ${JSON.stringify(nameOf(event))}`,
    `    date:${day ? ` ${day.start}` : ''}${doubt}`,
    ...(day?.end ? [`    end: ${day.end}`] : []),
    ...(place ? [`    place: ${JSON.stringify(place)}`] : []),
    ...(speakers.length > 0 ? ['    speakers:', ...speakers.map((name) => `      - ${JSON.stringify(name)}`)] : []),
    '',
  ].join('\n')
}

/** The place of an event as most reports write it. */
function commonVenue({ accounts }: EventGroup): string | null {
  const pages = accounts.flatMap(({ reports, entries }) => [...reports, ...entries])
  return mostOf(countsOf(pages.flatMap(({ venue }) => venue?.value ?? [])))
}
