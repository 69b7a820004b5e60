import { type EventGroup, nameOf, settledDay } from '../../events/event-group.js'
import { peopleOf } from '../../events/people.js'
import type { EventData } from './page-data.js'

/** @param reportAt gives the number of a report, by its path */
export function eventData(event: EventGroup, reportAt: (path: string) => number): EventData {
  const { days, registered, accounts } = event
  const settled = settledDay(event)
  const [first, second] = days
  const commonest = first && first.sites !== second?.sites ? first.day : null
  return {
    name: nameOf(event),
    day: settled?.start ?? commonest,
    end: settled?.end ?? null,
    settledBy: settled?.by ?? null,
    days: days.map(({ day, sites }) => [day, sites]),
    people: peopleOf(accounts, registered?.speakers).map(({ spellings, short }) =>
      [...spellings, ...short].map(({ text, mentions }): [string, ...number[]] => [
        text,
        ...[...new Set(mentions.map(({ path }) => reportAt(path)))].filter((report) => report >= 0),
      ]),
    ),
  }
}
