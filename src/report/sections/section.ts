import type { RootContent } from 'mdast'
import type { Content, SectionSpec } from '../../schema/schema.js'
import type { Located, Range } from '../../text/range.js'

/** What announces a section: a heading, a line in bold, a heading in HTML, or (`inline`) a bare field (`**Speakers:** …`). */
export type Form = 'heading' | 'bold' | 'html' | 'inline'

/** A part of the report on its section level, or a section of the schema that was found elsewhere. */
export interface Section {
  /** The id of the section of the schema that it is bound to; null if it is unknown. */
  readonly id: string | null
  /** Further ids of a merged title ("Key Highlights & Takeaways"). */
  readonly also: readonly string[]
  /** Whether the title alone identifies the section; false if its position had to agree. */
  readonly firm: boolean
  /** The title without emphasis; the range covers the inline text of the heading. */
  readonly title: Located<string>
  /** The whole heading, from its first marker to its last character. */
  readonly heading: Range
  /** From the end of the heading to the next section, or to the next heading on the same or a higher level. */
  readonly body: Range
  readonly level: number
  readonly form: Form
  /** The nodes of the body in order, sub-headings included. */
  readonly content: readonly RootContent[]
}

/** A section of the schema with the sections of the report that are bound to it: none if it is missing, two if it occurs twice. */
export interface Slot {
  readonly spec: SectionSpec
  readonly sections: readonly Section[]
  /** Whether a report on several events has the section once for each event. */
  readonly isInParts: boolean
}

/** The sections that have some kind of content according to the schema. */
export function sectionsWith(content: Content, slots: readonly Slot[]): Section[] {
  return slots.flatMap(({ spec, sections }) => (spec.content === content ? sections : []))
}

/** Whether a section of the schema comes after the one with the talks in the order. */
export function isAfterTalks({ order }: SectionSpec, slots: readonly Slot[]): boolean {
  return slots.some(({ spec }) => spec.content === 'talks' && spec.order !== null && spec.order < (order ?? 0))
}

export interface Title {
  readonly text: string
  /** The whole heading. */
  readonly range: Range
  /** Its text, without the markers or tags that make it a heading. */
  readonly textRange: Range
  /** The level of the heading. */
  readonly level: number
}
