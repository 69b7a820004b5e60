import { undoAccidentalHeadings } from '../markdown/accidental-headings.js'
import { assertBounds } from '../markdown/bounds.js'
import { maskForMarkdown } from '../markdown/mask.js'
import type { Parse } from '../markdown/parse.js'
import { proseLines } from '../markdown/prose.js'
import { shownText } from '../markdown/shown.js'
import type { Schema } from '../schema/schema.js'
import { readFrontMatter } from '../source/front-matter/front-matter.js'
import { indexLines } from '../text/lines.js'
import { readFrontMatterDate } from './dates/front-matter-date.js'
import { readEventDate } from './dates/read-event-date.js'
import { readEventName } from './event-name.js'
import { type HasImage, readImages } from './images.js'
import { kindOf } from './kind.js'
import { languageOf } from './language.js'
import { readLeftovers } from './leftovers.js'
import { readNumbers } from './numbers.js'
import type { Report } from './report.js'
import { readSampleReport } from './sample-report.js'
import { readOutline } from './sections/outline.js'
import { recognizerOf } from './sections/recognize.js'
import { readSpeakers } from './speakers/speakers.js'
import { mayHoldTemplate } from './template-words.js'

/** A file to read: its path as the user names it, and its text byte for byte. */
export interface Source {
  readonly path: string
  readonly text: string
  /** Its actual path, whose folders say which event it is about; by default `path`. */
  readonly place?: string
}

/** What is needed to understand a report. */
export interface BindContext {
  readonly schema: Schema
  readonly parse: Parse
  /** By default it is unknown which pictures exist. */
  readonly hasImage?: HasImage
}

/**
 * Works out all facts of a file.
 * @throws SourceError, and nothing else, for a text that exceeds one of the limits for parsers
 */
export function bindReport(
  { path, text, place = path }: Source,
  { schema, parse, hasImage = () => null }: BindContext,
): Report {
  const folders = place.replaceAll('\\', '/')
  const frontMatter = readFrontMatter(text)
  const masked = maskForMarkdown(text, frontMatter?.range ?? null)
  assertBounds(masked, path)
  const tree = parse(masked)
  undoAccidentalHeadings(tree, masked)
  const outline = readOutline(tree, text, schema)
  const { title, baseLevel, sections, slots } = outline
  const isReportTitle = title !== null && recognizerOf(schema)(title.text).isReportTitle
  const lines = indexLines(text)
  const shown = shownText(tree, text)
  const prose = proseLines(tree, text)
  const images = readImages(tree, text, hasImage)
  const language = languageOf(masked, path)
  const mayHold = mayHoldTemplate(prose, images, schema)
  return {
    path,
    kind: kindOf({ path: folders, shown, frontMatter, isReportTitle, sections, slots }),
    text,
    lines,
    language,
    tree,
    shown,
    prose,
    frontMatter,
    frontMatterDate: readFrontMatterDate(frontMatter, schema),
    title,
    numbers: readNumbers(frontMatter, text, folders),
    eventName: readEventName({ frontMatter, title, prose, sections, slots }, text, schema),
    eventDate: readEventDate({ prose, title, sections, slots, language }),
    baseLevel,
    sections,
    slots,
    speakers: readSpeakers(outline, text, schema),
    images,
    leftovers: readLeftovers({ prose, text, lines, images }, schema, mayHold),
    sampleReport: mayHold ? readSampleReport(prose, schema) : null,
  }
}
