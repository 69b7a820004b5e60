import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver'
import { codeRanges } from '../markdown/code.js'
import type { OpenReport } from './document.js'
import { offsetOf, protocolEdit, protocolRange } from './positions.js'

/**
 * The titles of sections for a line that starts with `#`: first those that the report lacks, in the order of the schema, then the
 * others. A title replaces what has been typed of it, and sets the number of `#` to the report's section level.
 */
export function titlesAt({ report, schema, rebuild }: OpenReport, position: Position): CompletionItem[] {
  const { text, lines, frontMatter, tree, kind } = report
  // An index page has none of the sections.
  if (kind === 'index') return []
  const offset = offsetOf(position, lines)
  const [start, end] = lines.range(lines.place(offset).line)
  const [typed, indent = '', marks = '', gap = ''] =
    /^([ ]{0,3})(#{1,6})([ \t]*)(?:[^\s#].*)?$/.exec(text.slice(start, end)) ?? []
  const marksAt = start + indent.length
  const titleAt = marksAt + marks.length + gap.length
  const isCode = codeRanges(tree).some(([from, to]) => from <= offset && offset <= to)
  if (typed === undefined || offset < marksAt + marks.length || isCode) return []
  if (frontMatter && offset <= frontMatter.range[1]) return []

  // Without the line that is being typed, which is not a section yet.
  const { language, slots, baseLevel } = rebuild(text.slice(0, start) + text.slice(end))
  const level = '#'.repeat(Math.min(baseLevel ?? 2, 6))
  const surplus = Math.max(0, marks.length - level.length)
  const relevel = protocolEdit(
    { range: [marksAt, marksAt + surplus], text: '#'.repeat(Math.max(0, level.length - marks.length)) },
    lines,
  )
  const isMissing = (id: string): boolean => slots.some(({ spec, sections }) => spec.id === id && sections.length === 0)
  const ranked = schema.sections.toSorted(
    (a, b) =>
      Number(isMissing(b.id)) - Number(isMissing(a.id)) ||
      (a.order ?? schema.sections.length) - (b.order ?? schema.sections.length),
  )
  return ranked.map(({ id, title, purpose }, index) => ({
    label: title[language],
    kind: CompletionItemKind.Text,
    detail: isMissing(id) ? 'missing section' : 'section',
    documentation: purpose[language],
    sortText: String(index).padStart(3, '0'),
    filterText: title[language],
    textEdit: {
      range: protocolRange([Math.min(titleAt, offset), end], lines),
      newText: `${gap === '' ? ' ' : ''}${title[language]}`,
    },
    ...(level !== marks && { additionalTextEdits: [relevel] }),
  }))
}
