import type { Root } from 'mdast'
import type { ProseLine } from '../markdown/prose.js'
import type { Language } from '../schema/schema.js'
import type { FrontMatter } from '../source/head/front-matter.js'
import type { Lines } from '../text/lines.js'
import type { Located, Range } from '../text/range.js'
import type { EventDate } from './dates/event-date.js'
import type { HeadDate } from './dates/head-date.js'
import type { Image } from './images.js'
import type { Kind } from './kind.js'
import type { LeftoverText } from './leftovers.js'
import type { Numbers } from './numbers.js'
import type { Section, Slot, Title } from './sections/section.js'
import type { SpeakerList } from './speakers/speaker.js'

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
  /** The text with blanks for what the page does not show: code and comments. */
  readonly shown: string
  /** What a reader reads, line by line. */
  readonly prose: readonly ProseLine[]
  readonly frontMatter: FrontMatter | null
  readonly headDate: HeadDate
  readonly title: Title | null
  readonly numbers: Numbers
  readonly eventName: Located<string> | null
  /** The day of the event as the body gives it; null where it gives none with a year. */
  readonly eventDate: EventDate | null
  /** The heading level that the report's own sections stand on; null without any. */
  readonly baseLevel: number | null
  /** In the order of the text. */
  readonly sections: readonly Section[]
  /** In the order of the schema, one for each of its sections. */
  readonly slots: readonly Slot[]
  readonly speakers: SpeakerList
  readonly images: readonly Image[]
  readonly leftovers: readonly LeftoverText[]
  /** Where the sample report of the template stands; null where it does not. */
  readonly sampleReport: Range | null
}
