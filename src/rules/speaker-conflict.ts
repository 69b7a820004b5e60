import type { Named } from '../events/gathering.js'
import { type Choice, inOrder, type Spelling } from '../events/people.js'
import { beginsWithSurname } from '../report/person-name.js'
import { rangeAt } from '../text/spot.js'
import type { EventRelated, EventRule } from './event-rule.js'
import type { Fix } from './rule.js'

/** So many sites, and so great a part of those that write any marks, have to agree on the marks of a name. */
const MIN_MARKED = 3
const MIN_MARKED_SHARE = 3 / 4

export const speakerConflict: EventRule = {
  id: 'speaker-conflict',
  severity: 'warning',
  fixes: 'unsafe',
  *check({ site, language }, { named }) {
    for (const { person, spelling, mention } of named()) {
      const { order, marks } = person
      const { text } = spelling
      if (spelling.order !== order.usual) {
        const others = person.spellings.filter(
          (other) => other.order === (order.usual ?? other.order) && other.order !== spelling.order,
        )
        const [other] = others
        if (!other) continue
        const expected = inOrder(text, person)
        const isSlip = !isSameWords(spelling, other)
        // In Vietnamese, the surname comes first, however pages in English turn the name.
        if (language === 'vi' && !isSlip && !order.registered && beginsWithSurname(text)) continue
        const probably = isSlip && !order.registered ? ' It is probably the same person.' : ''
        yield {
          at: mention.at,
          message:
            expected === null
              ? `Unexpected “${text}” where another report on this event has “${other.text}”, expected one way to write the name.${probably} Ask how it is written, and write it so everywhere.`
              : `Unexpected “${text}”, expected “${expected}” as ${whoWrites(order)}.${probably}`,
          data: { expected, actual: text },
          related: whereElse(others, site),
          ...(expected !== null && order.settled && fixOf(mention, text, expected)),
        }
      } else if (spelling.marks !== null && marks.usual !== null && spelling.marks !== marks.usual) {
        const isClear = marks.registered || (marks.agree >= MIN_MARKED && marks.agree / marks.of >= MIN_MARKED_SHARE)
        const other = person.spellings.find((usual) => usual.marks === marks.usual)
        if (!isClear || !other) continue
        yield {
          at: mention.at,
          message: `Unexpected “${text}”, expected “${other.text}” as ${whoWrites(marks)}.`,
          data: { expected: other.text, actual: text },
          related: whereElse([other], site),
          ...fixOf(mention, text, other.text),
        }
      }
    }
  },
}

function isSameWords(a: Spelling, b: Spelling): boolean {
  return a.order.split(' ').sort().join(' ') === b.order.split(' ').sort().join(' ')
}

function whoWrites({ registered, agree, of }: Choice): string {
  return registered ? 'the registry of events has it' : `${agree} of ${of} sites with a report on this event write it`
}

/** Three mentions in other sites' reports. */
function whereElse(spellings: readonly Spelling[], site: string): EventRelated[] {
  return spellings
    .flatMap(({ text, mentions }) => mentions.map((mention) => ({ ...mention, text })))
    .filter((mention) => mention.site !== site)
    .slice(0, 3)
    .map(({ path, at, text }) => ({ path, at, message: `here it is “${text}”` }))
}

/** Only the name is changed, not the form of address before it; none where marks of emphasis stand within. */
function fixOf({ name, at }: Named['mention'], text: string, expected: string): { fix?: Fix } {
  const [start, end] = rangeAt(at)
  const from = name.indexOf(text)
  if (from < 0 || end - start !== name.length) return {}
  const edit = { range: [start + from, start + from + text.length] as const, text: expected }
  return { fix: { title: `Write the name “${expected}”`, safety: 'unsafe', edits: [edit] } }
}
