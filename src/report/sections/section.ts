import type { RootContent } from 'mdast'
import type { Content, SectionSpec } from '../../schema/schema.js'
import type { Located, Range } from '../../text/range.js'

/** How a section announces itself. `inline` is a bare field (`**Speakers:** …`) standing for a section. */
export type Form = 'heading' | 'bold' | 'html' | 'inline'

/** A part of the report at its section level, or a section of the schema found elsewhere. */
export interface Section {
  /** The section of the schema that it is; null where nothing speaks for one. */
  readonly id: string | null
  /** Further ids of a merged title ("Key Highlights & Takeaways"). */
  readonly also: readonly string[]
  /** Whether the title says so wherever it stands; false where its place had to agree. */
  readonly firm: boolean
  /** The title as written, without marks of emphasis; the range covers the heading's inline text. */
  readonly title: Located<string>
  /** The whole heading, from its first mark to its last character. */
  readonly heading: Range
  /** From the end of the heading to the next section, or the next heading that is no deeper. */
  readonly body: Range
  readonly level: number
  readonly form: Form
  /** The nodes of the body in order, sub-headings included. */
  readonly content: readonly RootContent[]
}

/** A section of the schema and the sections of the report bound to it: none is missing, two is a duplicate. */
export interface Slot {
  readonly spec: SectionSpec
  readonly sections: readonly Section[]
  /** Whether a report on several events has it for each of these. */
  readonly isInParts: boolean
}

/** The sections in which, by the schema, something of a kind stands. */
export function sectionsWith(content: Content, slots: readonly Slot[]): Section[] {
  return slots.flatMap(({ spec, sections }) => (spec.content === content ? sections : []))
}

/** Whether a section of the schema stands behind one in which the talks are told. */
export function isBehindTalks({ order }: SectionSpec, slots: readonly Slot[]): boolean {
  return slots.some(({ spec }) => spec.content === 'talks' && spec.order !== null && spec.order < (order ?? 0))
}

export interface Title {
  readonly text: string
  /** The whole heading. */
  readonly range: Range
  /** Its text, without the marks or tags that make it a heading. */
  readonly textRange: Range
  /** Depth of the heading that it stands in. */
  readonly level: number
}
