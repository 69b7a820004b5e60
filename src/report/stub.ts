import type { ListItem, RootContent } from 'mdast'
import type { Language, SectionSpec } from '../schema/schema.js'

/** What is known of an event before anybody writes about it. */
export interface KnownFacts {
  readonly name: string | null
  /** ISO. */
  readonly date: string | null
}

const LABELS = { en: { name: 'Event name', date: 'Date' }, vi: { name: 'Tên sự kiện', date: 'Ngày' } }

/** A section to be filled in: its heading, then what is known, or else a comment that says what belongs there. */
export function stubOf(spec: SectionSpec, language: Language, level: number, known: KnownFacts): RootContent[] {
  const depth = Math.min(Math.max(level, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6
  const heading: RootContent = { type: 'heading', depth, children: [{ type: 'text', value: spec.title[language] }] }
  const labels = LABELS[language]
  const children =
    spec.content === 'fields' ? [...fieldItem(labels.name, known.name), ...fieldItem(labels.date, known.date)] : []
  if (children.length > 0) return [heading, { type: 'list', spread: false, children }]
  return [heading, hintOf(spec, language)]
}

/** A comment that says what belongs in a section. */
export function hintOf(spec: SectionSpec, language: Language): RootContent {
  return { type: 'html', value: `<!-- ${spec.purpose[language]} -->` }
}

function fieldItem(label: string, value: string | null): ListItem[] {
  if (!value) return []
  const name: ListItem['children'][number] = {
    type: 'paragraph',
    children: [
      { type: 'strong', children: [{ type: 'text', value: `${label}:` }] },
      { type: 'text', value: ` ${value}` },
    ],
  }
  return [{ type: 'listItem', spread: false, children: [name] }]
}
