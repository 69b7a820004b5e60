import { type InlineText, rawLine } from '../../markdown/inline-text.js'
import { rangeOf } from '../../markdown/mdast.js'
import type { Range } from '../../text/range.js'
import { type Section, type Slot, sectionsWith } from '../sections/section.js'
import { certainName, type PersonInLine } from './name-chain.js'
import { foldName } from './person-name.js'
import type { Speaker } from './speaker.js'
import { entriesOf, people } from './speaker-entry.js'
import { NOBODY, readSpeakerLine, titledPeople } from './speaker-line.js'

/** Whom the headings of talks name, each once: "Queues in Practice – Mr. An Le". They are in no list that could be written better. */
export function peopleInHeadings(sections: readonly Section[], slots: readonly Slot[], text: string): Speaker[] {
  const named = new Map<string, Speaker>()
  for (const range of talkHeadings(sections, slots)) {
    const line = rawLine(text, range)
    const titled = titledPeople(line)
    const found = titled.length > 0 ? titled : certainPeople(line)
    for (const { speaker } of people(entriesOf({ ...NOBODY, people: found }, line, range))) {
      const name = foldName(speaker.name)
      if (!named.has(name)) named.set(name, { ...speaker, list: null, form: null })
    }
  }
  return [...named.values()]
}

/** The titles of unknown sections, and the headings below these and below the sections with the talks. */
function talkHeadings(sections: readonly Section[], slots: readonly Slot[]): Range[] {
  const withTalks = new Set(sectionsWith('talks', slots))
  return sections
    .filter((section) => section.id === null || withTalks.has(section))
    .flatMap(({ id, title, content }) => [
      ...(id === null ? [title.range] : []),
      ...content.flatMap((node): Range[] => {
        const [first, last] = node.type === 'heading' ? [node.children[0], node.children.at(-1)] : []
        return first && last ? [[rangeOf(first)[0], rangeOf(last)[1]]] : []
      }),
    ])
}

/**
 * The names in a heading without Vietnamese letters, regardless of what is said beside them, which is mostly a topic. With these
 * letters, any two words of a title look like a name.
 */
function certainPeople(line: InlineText): readonly PersonInLine[] {
  if (/[À-ỹ]/.test(line.text)) return []
  return readSpeakerLine(line, 'else').people.flatMap(({ name }) =>
    certainName(line.text, name[0]) ? [{ name, role: null }] : [],
  )
}
