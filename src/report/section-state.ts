import type { RootContent } from 'mdast'
import { commentOn, withoutComments } from '../markdown/comments.js'
import { inlineLines } from '../markdown/inline-text.js'
import { placeholdersOf } from '../schema/placeholder.js'
import type { Schema, SectionSpec } from '../schema/schema.js'
import type { Report } from './report.js'
import type { Section, Slot } from './sections/section.js'

/** Whether a required section is missing, and so are those that can replace it (`servedBy`). */
export function isMissing({ spec, sections, isInParts }: Slot, { slots }: Pick<Report, 'slots'>): boolean {
  const serves = (id: string): boolean => slots.some((other) => other.spec.id === id && other.sections.length > 0)
  return spec.required && sections.length === 0 && !isInParts && !spec.servedBy.some(serves)
}

/**
 * Whether a section has a heading and no content. Headings, comments, thematic breaks and empty items do not count, pictures in headings
 * do. A section that another section on a deeper level follows is not empty.
 */
export function isEmpty({ content, body, level, form }: Section, { sections }: Pick<Report, 'sections'>): boolean {
  if (form === 'inline') return false
  const next = sections.find(({ heading }) => heading[0] === body[1])
  if (next && next.level > level) return false
  return content.every(
    (node) => (node.type === 'heading' && !node.children.some(({ type }) => type === 'image')) || isUnseen(node),
  )
}

/** Letters of any language, digits, and what stands for a shortcode. `\p{L}` would take the engine long to compile. */
const WORD = /[\dA-Za-zÀ-\u1fff\u2c00-\u2dff\u3040-\ud7ff\ue000-\uffff]/

/** Whether a node says nothing: a comment, a thematic break, or text and lists without a word, such as “…” and empty items. */
function isUnseen(node: RootContent): boolean {
  if (node.type === 'html') return withoutComments(node.value).trim() === ''
  if (node.type === 'text') return !WORD.test(node.value)
  if ('children' in node) return node.children.every(isUnseen)
  return node.type === 'thematicBreak' || node.type === 'break'
}

/** A stub has at most the event's name and day as fields; more have been added by the author. */
const MAX_KNOWN_FIELDS = 2

/** Whether a section is still as the program drafted it: the fields that were known then, and the comment on what belongs there. */
export function isStub({ content }: Section, { purpose }: SectionSpec): boolean {
  const [fields, comment, ...rest] = content
  return (
    fields?.type === 'list' &&
    fields.children.length <= MAX_KNOWN_FIELDS &&
    comment?.type === 'html' &&
    Object.values(purpose).some((what) => comment.value === commentOn(what)) &&
    rest.every(({ type }) => type === 'thematicBreak')
  )
}

/** The placeholder that a section consists of ("TBD"); null if it has any other content. */
export function placeholderIn({ content, form }: Section, text: string, schema: Schema): string | null {
  const shown = content.filter((node) => !isUnseen(node))
  let [node]: RootContent[] = form === 'inline' || shown.length > 1 ? [] : shown
  while (
    (node?.type === 'list' || node?.type === 'listItem' || node?.type === 'blockquote') &&
    node.children.length === 1
  )
    node = node.children[0]
  if (node?.type !== 'paragraph') return null
  const words = inlineLines(node.children, text)
    .map((line) => line.text.trim())
    .join(' ')
  return placeholdersOf(schema).isText(words.slice(0, MAX_PLACEHOLDER)) ? words : null
}

/** In characters: placeholders are shorter, or can be recognized by their beginning. */
const MAX_PLACEHOLDER = 200

/** Whether a section is there but still unwritten: empty, a stub or a placeholder. A section on people has to name somebody. */
export function saysNothing({ spec, sections }: Slot, report: Report, schema: Schema): boolean {
  if (spec.content === 'people') return ['empty', 'placeholder'].includes(report.speakers.state)
  return sections.some(
    (section) =>
      isEmpty(section, report) || isStub(section, spec) || placeholderIn(section, report.text, schema) !== null,
  )
}
