import type { Root } from 'mdast'
import type { ProseLine } from '../markdown/prose.js'
import type { Language } from '../schema/schema.js'
import type { FrontMatter } from '../source/front-matter/front-matter.js'
import type { Lines } from '../text/lines.js'
import type { Located, Range } from '../text/range.js'
import type { EventDate } from './dates/event-date.js'
import type { FrontMatterDate } from './dates/front-matter-date.js'
import type { Image } from './images.js'
import type { Kind } from './kind.js'
import type { LeftoverText } from './leftovers.js'
import type { Numbers } from './numbers.js'
import type { Section, Slot, Title } from './sections/section.js'
import type { SpeakerList } from './speakers/speaker.js'

/** The facts of one file, which rules read. It is built once for a text and never changed. */
export interface Report {
  /** As the user named it. */
  readonly path: string
  readonly kind: Kind
  readonly text: string
  readonly lines: Lines
  readonly language: Language
  /** Its positions are offsets into `text`. The front matter and shortcodes are masked. */
  readonly tree: Root
  /** The text with spaces in place of code and comments; offsets are the same as in `text`. */
  readonly shown: string
  /** The text as a reader sees it, line by line. */
  readonly prose: readonly ProseLine[]
  readonly frontMatter: FrontMatter | null
  readonly frontMatterDate: FrontMatterDate
  readonly title: Title | null
  readonly numbers: Numbers
  readonly eventName: Located<string> | null
  /** The day of the event according to the body; null if it gives none with a year. */
  readonly eventDate: EventDate | null
  /** The heading level of the report's sections; null if it has none. */
  readonly baseLevel: number | null
  /** In the order of the text. */
  readonly sections: readonly Section[]
  /** In the order of the schema, one for each of its sections. */
  readonly slots: readonly Slot[]
  readonly speakers: SpeakerList
  readonly images: readonly Image[]
  readonly leftovers: readonly LeftoverText[]
  /** The range of the template's sample report; null if the page does not contain it. */
  readonly sampleReport: Range | null
}
