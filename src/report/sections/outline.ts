import type { Root } from 'mdast'
import type { Schema } from '../../schema/schema.js'
import type { Candidate } from './candidate.js'
import { type HeadingLine, headingLines, isHeading } from './headings.js'
import { ownSectionsOfParts } from './own-sections.js'
import { plainFields } from './plain-fields.js'
import { recognizerOf } from './recognize.js'
import type { Section, Slot, Title } from './section.js'
import { bindSections } from './section-binding.js'
import { sectionOf, sectionsOf } from './section-extent.js'

/** The title and the sections of a report. */
export interface Outline {
  readonly title: Title | null
  /** The heading level of the report's sections; null if it has none. */
  readonly baseLevel: number | null
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
  /** The fields of single talks (`**Speaker:** …` below each), which are not sections of the report, in the order of the text. */
  readonly talkFields: readonly Section[]
}

/** @param text the file as read; the tree's offsets point into it */
export function readOutline(tree: Root, text: string, schema: Schema): Outline {
  const meaningOf = recognizerOf(schema)
  const lines = headingLines(tree, text)
  const read = lines.map((line): Candidate => ({ line, meaning: meaningOf(line.title) }))
  const headings = read.filter(({ line }) => isHeading(line))
  const title = titleOf(headings)
  const candidates = read.filter(({ line }) => line.range[0] !== title?.range[0])
  const plain = () => plainFields(tree, text).map((line): Candidate => ({ line, meaning: meaningOf(line.title) }))
  const binding = bindSections(candidates, plain, schema)
  const { baseLevel, bound } = binding
  const inParts = ownSectionsOfParts(candidates, binding)
  const announcing = [...new Set([...lines, ...bound.keys()])].sort(byPlace)
  const sections = sectionsOf(announcing, bound, tree, text)
  return {
    title: title ?? openingTitle(headings, baseLevel),
    baseLevel,
    sections,
    slots: schema.sections.map((spec) => ({
      spec,
      sections: sections.filter(({ id, also }) => id === spec.id || also.includes(spec.id)),
      isInParts: inParts.has(spec.id),
    })),
    talkFields: read.flatMap(({ line, meaning: { proposal } }, index) => {
      if (isHeading(line) || bound.has(line) || proposal?.support !== 'alias') return []
      return sectionOf(line, proposal, lines[index + 1]?.range[0] ?? text.length, tree)
    }),
  }
}

function byPlace({ range: [a] }: HeadingLine, { range: [b] }: HeadingLine): number {
  return a - b
}

/** The first heading of level 1, or the first one that reads like the title of a report. */
function titleOf(headings: readonly Candidate[]): Title | null {
  const [first] = headings
  const heading =
    first?.line.level === 1 && first.meaning.proposal?.support !== 'alias'
      ? first
      : headings.find(({ meaning }) => meaning.isReportTitle)
  return heading ? asTitle(heading) : null
}

/** The first heading, if it is the only one above the section level and does not suggest a section; else null. */
function openingTitle([first, ...others]: readonly Candidate[], baseLevel: number | null): Title | null {
  const isAbove = ({ line }: Candidate): boolean => baseLevel !== null && line.level < baseLevel
  return first && !first.meaning.proposal && isAbove(first) && !others.some(isAbove) ? asTitle(first) : null
}

function asTitle({ line: { title, range, titleRange, level } }: Candidate): Title {
  return { text: title, range, textRange: titleRange, level }
}
