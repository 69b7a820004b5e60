import * as v from 'valibot'
import type { RegisteredEvent } from '../events/registry.js'
import { isIsoDay } from '../report/dates/calendar.js'
import { mapping, readChecked } from '../source/checked-yaml.js'

const TEXT = 'a string that is not empty'
const DAY = 'a day of the calendar as YYYY-MM-DD'
const text = v.pipe(
  v.string(TEXT),
  v.trim(),
  v.check((written) => written !== '', TEXT),
)
const day = v.pipe(v.string(DAY), v.check(isIsoDay, DAY))

const event = mapping(
  {
    name: text,
    date: v.nullish(day),
    end: v.nullish(day),
    place: v.nullish(text),
    speakers: v.nullish(v.array(text, 'a list of names')),
  },
  'a mapping with the keys name, date, end, place and speakers',
)

const registryFile = mapping(
  { $schema: v.nullish(text), events: v.nullish(v.array(event, 'a list of events')) },
  'a mapping with the key events',
)

/**
 * Reads a registry of events, YAML, as data only.
 * @throws ConfigError naming the line, the key and the closest known one
 */
export function parseRegistry(written: string, path: string): RegisteredEvent[] {
  const { data, fail } = readChecked(written, path, registryFile)
  for (const [index, { date, end }] of (data.events ?? []).entries())
    if (date && end && end < date)
      fail(`events[${index + 1}].end: unexpected “${end}”, expected a day after the first, ${date}`, [
        'events',
        index,
        'end',
      ])
  return (data.events ?? []).map(({ name, date, end, place, speakers }) => ({
    name,
    date: date ?? null,
    end: end ?? null,
    place: place ?? null,
    speakers: speakers ?? [],
  }))
}
