import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import { commentOn } from '../markdown/comments.js'
import type { Speaker } from '../report/speakers/speaker.js'
import type { Language, SectionSpec } from '../schema/schema.js'

/** Facts about an event to fill a new section with. */
export interface KnownFacts {
  readonly name: string | null
  /** In the format to write it in. */
  readonly date: string | null
  /** Those who speak there. */
  readonly people: readonly Pick<Speaker, 'name' | 'role' | 'organization'>[]
}

const LABELS = { en: { name: 'Event name', date: 'Date' }, vi: { name: 'Tên sự kiện', date: 'Ngày' } }

/**
 * A section to fill in: its heading, the known facts, and a comment that says what belongs there. The comment is left out if the
 * facts are complete, as a list of people is; fields never are.
 */
export function stubOf(
  spec: SectionSpec,
  language: Language,
  level: number,
  known: KnownFacts,
  title = spec.title[language],
): RootContent[] {
  const depth = Math.min(Math.max(level, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6
  const heading: RootContent = { type: 'heading', depth, children: [{ type: 'text', value: title }] }
  const children = itemsOf(spec, language, known)
  const hint: RootContent = { type: 'html', value: commentOn(spec.purpose[language]) }
  if (children.length === 0) return [heading, hint]
  const list: RootContent = { type: 'list', spread: false, children }
  return spec.content === 'fields' ? [heading, list, hint] : [heading, list]
}

function itemsOf({ content }: SectionSpec, language: Language, { name, date, people }: KnownFacts): ListItem[] {
  const labels = LABELS[language]
  if (content === 'fields') return [...fieldItem(labels.name, name), ...fieldItem(labels.date, date)]
  if (content !== 'people') return []
  return people.map((person) => {
    const affiliation = [person.role, person.organization].filter((part) => part !== null).join(', ')
    return item(person.name, affiliation && ` – ${affiliation}`)
  })
}

function fieldItem(label: string, value: string | null): ListItem[] {
  return value ? [item(`${label}:`, ` ${value}`)] : []
}

function item(bold: string, rest: string): ListItem {
  const children: PhrasingContent[] = [{ type: 'strong', children: [{ type: 'text', value: bold }] }]
  if (rest) children.push({ type: 'text', value: rest })
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }
}
