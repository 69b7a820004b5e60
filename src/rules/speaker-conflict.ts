import type { Digest } from '../events/digest.js'
import type { Named } from '../events/gathering.js'
import type { Choice, Spelling } from '../events/people.js'
import { inUsualOrder } from '../events/usual-name.js'
import { beginsWithSurname } from '../report/speakers/person-name.js'
import { rangeAt } from '../text/spot.js'
import { type EventProblem, type EventRelated, type EventRule, MAX_RELATED } from './event-rule.js'
import type { Fix } from './rule.js'

export const speakerConflict: EventRule = {
  id: 'speaker-conflict',
  severity: 'warning',
  fixes: 'unsafe',
  *check(report, { named }) {
    for (const name of named()) {
      const { person, spelling } = name
      const problem = spelling.order === person.order.usual ? otherMarks(name, report) : otherOrder(name, report)
      if (problem) yield problem
    }
  },
}

/** A name whose words are in another order than in most reports, or that has a typing error in one word. */
function otherOrder({ person, spelling, mention }: Named, { site, language }: Digest): EventProblem | null {
  const { order } = person
  const { text } = spelling
  const others = person.spellings.filter(
    (other) => other.order === (order.usual ?? other.order) && other.order !== spelling.order,
  )
  const [other] = others
  if (!other) return null
  const expected = inUsualOrder(text, person)
  const isSlip = !isSameWords(spelling, other)
  // Vietnamese text has the surname first, even if most pages are English and have it last.
  if (language === 'vi' && !isSlip && !order.registered && beginsWithSurname(text)) return null
  const probably = isSlip && !order.registered ? ' It is probably the same person.' : ''
  return {
    at: mention.at,
    message:
      expected === null
        ? `Unexpected “${text}” where another report on this event has “${other.text}”, expected one way to write the name.${probably} Ask which is right, and use it everywhere.`
        : `Unexpected “${text}”, expected “${expected}” as ${whoWrites(order)}.${probably}`,
    data: { expected, actual: text },
    related: whereElse(others, site),
    ...(expected !== null && order.settled && fixOf(mention, text, expected)),
  }
}

/** At least this many sites, and this share of the sites that write diacritics at all, must agree on the diacritics of a name. */
const MIN_MARKED = 3
const MIN_MARKED_SHARE = 3 / 4

/** A name with other diacritics than most reports have. */
function otherMarks({ person, spelling, mention }: Named, { site }: Digest): EventProblem | null {
  const { marks } = person
  const { text } = spelling
  if (spelling.marks === null || marks.usual === null || spelling.marks === marks.usual) return null
  const isClear = marks.registered || (marks.agree >= MIN_MARKED && marks.agree / marks.of >= MIN_MARKED_SHARE)
  const other = person.spellings.find((usual) => usual.marks === marks.usual)
  if (!isClear || !other) return null
  return {
    at: mention.at,
    message: `Unexpected “${text}”, expected “${other.text}” as ${whoWrites(marks)}.`,
    data: { expected: other.text, actual: text },
    related: whereElse([other], site),
    ...fixOf(mention, text, other.text),
  }
}

function isSameWords(a: Spelling, b: Spelling): boolean {
  return a.order.split(' ').sort().join(' ') === b.order.split(' ').sort().join(' ')
}

function whoWrites({ registered, agree, of }: Choice): string {
  return registered ? 'the registry of events has it' : `${agree} of ${of} sites with a report on this event write it`
}

/** Mentions in the reports of other sites. */
function whereElse(spellings: readonly Spelling[], site: string): EventRelated[] {
  return spellings
    .flatMap(({ text, mentions }) => mentions.map((mention) => ({ ...mention, text })))
    .filter((mention) => mention.site !== site)
    .slice(0, MAX_RELATED)
    .map(({ path, at, text }) => ({ path, at, message: `here it is “${text}”` }))
}

/** Changes only the name, not the form of address before it; no fix if the name has emphasis inside it. */
function fixOf({ name, at }: Named['mention'], text: string, expected: string): { fix?: Fix } {
  const [start, end] = rangeAt(at)
  const from = name.indexOf(text)
  if (from < 0 || end - start !== name.length) return {}
  const edit = { range: [start + from, start + from + text.length] as const, text: expected }
  return { fix: { title: `Write the name “${expected}”`, safety: 'unsafe', edits: [edit] } }
}
