import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver'
import { codeRanges } from '../markdown/code.js'
import type { Report } from '../report/report.js'
import type { TextEdit } from '../text/edit.js'
import type { Range } from '../text/range.js'
import type { OpenReport } from './document.js'
import { offsetOf, protocolEdit, protocolRange } from './positions.js'

/** A line that starts with `#` and is being typed. All positions are offsets. */
interface TypedHeading {
  /** The whole line. */
  readonly line: Range
  readonly marks: Range
  /** Where the title starts, which reaches to the end of the line. */
  readonly titleStart: number
}

/**
 * The titles of sections for a line that starts with `#`: first those that the report lacks, in the order of the schema, then the
 * others. A title replaces what has been typed of it, and sets the number of `#` to the report's section level.
 */
export function titlesAt({ report, schema, rebuild }: OpenReport, position: Position): CompletionItem[] {
  const { text, lines, kind } = report
  const offset = offsetOf(position, lines)
  const typed = typedHeadingAt(offset, report)
  // An index page has none of the sections.
  if (!typed || kind === 'index') return []
  const { line, marks, titleStart } = typed

  // Without the line that is being typed, which is not a section yet.
  const { language, slots, baseLevel } = rebuild(text.slice(0, line[0]) + text.slice(line[1]))
  const isMissing = (id: string): boolean => slots.some(({ spec, sections }) => spec.id === id && sections.length === 0)
  const ranked = schema.sections.toSorted(
    (a, b) =>
      Number(isMissing(b.id)) - Number(isMissing(a.id)) ||
      (a.order ?? schema.sections.length) - (b.order ?? schema.sections.length),
  )
  const relevel = levelEdit(marks, Math.min(baseLevel ?? 2, 6))
  const range = protocolRange([Math.min(titleStart, offset), line[1]], lines)
  const space = titleStart === marks[1] ? ' ' : ''
  return ranked.map(({ id, title, purpose }, index) => ({
    label: title[language],
    kind: CompletionItemKind.Text,
    detail: isMissing(id) ? 'missing section' : 'section',
    documentation: purpose[language],
    sortText: String(index).padStart(3, '0'),
    filterText: title[language],
    textEdit: { range, newText: `${space}${title[language]}` },
    ...(relevel && { additionalTextEdits: [protocolEdit(relevel, lines)] }),
  }))
}

/** The heading that is being typed at an offset; null if there is none, or the offset is before its title. */
function typedHeadingAt(offset: number, { text, lines, tree, frontMatter }: Report): TypedHeading | null {
  const line = lines.range(lines.place(offset).line)
  const [start, end] = line
  const [typed, indent = '', marks = '', gap = ''] =
    /^([ ]{0,3})(#{1,6})([ \t]*)(?:[^\s#].*)?$/.exec(text.slice(start, end)) ?? []
  const marksAt = start + indent.length
  const marksEnd = marksAt + marks.length
  const isCode = codeRanges(tree).some(([from, to]) => from <= offset && offset <= to)
  if (typed === undefined || offset < marksEnd || isCode) return null
  if (frontMatter && offset <= frontMatter.range[1]) return null
  return { line, marks: [marksAt, marksEnd], titleStart: marksEnd + gap.length }
}

/** The edit that sets the number of `#`; null if it is right. */
function levelEdit([start, end]: Range, level: number): TextEdit | null {
  const typed = end - start
  if (typed === level) return null
  return { range: [start, start + Math.max(0, typed - level)], text: '#'.repeat(Math.max(0, level - typed)) }
}
