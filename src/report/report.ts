import type { Root, RootContent } from 'mdast'
import type { Language, SectionSpec } from '../schema/schema.js'
import type { FrontMatter } from '../source/front-matter.js'
import type { Lines } from '../text/lines.js'
import type { Located, Range } from '../text/range.js'
import type { EventDate } from './event-date.js'
import type { HeadDate } from './head-date.js'
import type { LeftoverText } from './leftovers.js'
import type { Numbers } from './numbers.js'
import type { SpeakerList } from './speakers.js'

/** What a file is: a report on one event, the page that lists a site's events, or neither. */
export type Kind = 'event' | 'index' | 'other'

/** How a section announces itself. `inline` is a bare field (`**Speakers:** …`) standing for a section. */
export type Form = 'heading' | 'bold' | 'html' | 'inline'

/** A part of the report at its section level, or a section of the schema found elsewhere. */
export interface Section {
  /** The section of the schema that it is; null where nothing supports a reading. */
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
}

export interface Title {
  readonly text: string
  readonly range: Range
  /** Depth of the heading that it stands in. */
  readonly level: number
}

export interface Image {
  readonly url: string
  readonly alt: string
  readonly range: Range
  /** null where nobody can tell: the address is on another host, or the file lies in no site. */
  readonly exists: boolean | null
}

/** What rules may know about one file. Built once per text, never changed. */
export interface Report {
  /** As the user named it. */
  readonly path: string
  readonly kind: Kind
  readonly text: string
  readonly lines: Lines
  readonly language: Language
  /** Positions are offsets into `text`; the front matter and shortcodes are masked. */
  readonly tree: Root
  readonly frontMatter: FrontMatter | null
  readonly headDate: HeadDate
  readonly title: Title | null
  readonly numbers: Numbers
  readonly eventName: Located<string> | null
  /** The day of the event as the body gives it; null where it gives none with a year. */
  readonly eventDate: EventDate | null
  /** The heading level of most of the report's own sections; null without any. */
  readonly baseLevel: number | null
  /** In the order of the text. */
  readonly sections: readonly Section[]
  /** In the order of the schema, one for each of its sections. */
  readonly slots: readonly Slot[]
  readonly speakers: SpeakerList
  readonly images: readonly Image[]
  readonly leftovers: readonly LeftoverText[]
}
