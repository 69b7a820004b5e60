import type { Schema } from '../schema/schema.js'
import { readFrontMatter } from '../source/front-matter.js'
import { indexLines } from '../text/lines.js'
import { readEventDate } from './event-date.js'
import { readEventName } from './event-name.js'
import { readHeadDate } from './head-date.js'
import { readImages } from './images.js'
import { kindOf } from './kind.js'
import { languageOf } from './language.js'
import { readLeftovers } from './leftovers.js'
import { maskForMarkdown } from './mask.js'
import { readNumbers } from './numbers.js'
import { parse } from './parse.js'
import { recognizerOf } from './recognize.js'
import type { Report } from './report.js'
import { readOutline } from './sections.js'
import { readSpeakers } from './speakers.js'

/** A file to be understood: its path as the user names it, its text byte for byte. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** Whether the site that a report belongs to has a picture; null where nobody can tell. */
export type HasImage = (url: string) => boolean | null

/** Binds everything that rules may know about a file. Never throws, whatever the text. */
export function buildReport({ path, text }: Source, schema: Schema, hasImage: HasImage = () => null): Report {
  const frontMatter = readFrontMatter(text)
  const masked = maskForMarkdown(text, frontMatter?.range ?? null)
  const tree = parse(masked)
  const { title, baseLevel, sections, slots } = readOutline(tree, text, schema)
  const isReportTitle = title !== null && recognizerOf(schema).isReportTitle(title.text)
  const images = readImages(tree, text, hasImage)
  return {
    path,
    kind: kindOf(path, text, frontMatter, title, isReportTitle, slots),
    text,
    lines: indexLines(text),
    language: languageOf(masked, path),
    tree,
    frontMatter,
    headDate: readHeadDate(frontMatter, schema),
    title,
    numbers: readNumbers(frontMatter, text, path),
    eventName: readEventName(title, text, schema),
    eventDate: readEventDate({ text, tree, title, sections }),
    baseLevel,
    sections,
    slots,
    speakers: readSpeakers(slots.find(({ spec }) => spec.content === 'people')?.sections ?? [], text, schema),
    images,
    leftovers: readLeftovers(tree, text, images, schema),
  }
}
