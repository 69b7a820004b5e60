import type { RootContent } from 'mdast'
import { commentOn, withoutComments } from '../markdown/comments.js'
import { inlineLines } from '../markdown/inline-text.js'
import { placeholdersOf } from '../schema/placeholder.js'
import type { Schema, SectionSpec } from '../schema/schema.js'
import type { Report } from './report.js'
import type { Section, Slot } from './sections/section.js'

/** Whether the schema asks for a section that is not there, and none is there that serves for it. */
export function isMissing({ spec, sections, isInParts }: Slot, { slots }: Pick<Report, 'slots'>): boolean {
  const serves = (id: string): boolean => slots.some((other) => other.spec.id === id && other.sections.length > 0)
  return spec.required && sections.length === 0 && !isInParts && !spec.servedBy.some(serves)
}

/**
 * Whether there is a heading and nothing under it. Headings, comments and rules are no content; a section that goes on in one of
 * its own below is not empty.
 */
export function isEmpty({ content, body, level, form }: Section, { sections }: Pick<Report, 'sections'>): boolean {
  if (form === 'inline') return false
  const next = sections.find(({ heading }) => heading[0] === body[1])
  if (next && next.level > level) return false
  return content.every(
    (node) => (node.type === 'heading' && !node.children.some(({ type }) => type === 'image')) || isUnseen(node),
  )
}

/** Comments and rules. */
function isUnseen(node: RootContent): boolean {
  return node.type === 'thematicBreak' || (node.type === 'html' && withoutComments(node.value).trim() === '')
}

/** A stub of fields has the event's name and its day at most; with a third one somebody has been at it. */
const MOST_KNOWN_FIELDS = 2

/** Whether a section is a stub still: fields that were known when it was added, and the comment on what belongs there. */
export function isStub({ content }: Section, { purpose }: SectionSpec): boolean {
  const [fields, comment, ...rest] = content
  return (
    fields?.type === 'list' &&
    fields.children.length <= MOST_KNOWN_FIELDS &&
    comment?.type === 'html' &&
    Object.values(purpose).some((what) => comment.value === commentOn(what)) &&
    rest.every(({ type }) => type === 'thematicBreak')
  )
}

/** What stands in a section and says no more than that it is still to be written; null where anything else stands there. */
export function standInOf({ content, form }: Section, text: string, schema: Schema): string | null {
  const shown = content.filter((node) => !isUnseen(node))
  let [node]: RootContent[] = form === 'inline' || shown.length > 1 ? [] : shown
  while (
    (node?.type === 'list' || node?.type === 'listItem' || node?.type === 'blockquote') &&
    node.children.length === 1
  )
    node = node.children[0]
  if (node?.type !== 'paragraph') return null
  const said = inlineLines(node.children, text)
    .map((line) => line.text.trim())
    .join(' ')
  return placeholdersOf(schema).isText(said.slice(0, MOST_READ)) ? said : null
}

/** Placeholders are shorter, or are told by their beginning. */
const MOST_READ = 200

/** Whether a section of the schema is there and nobody has written it yet; a list of people has to name somebody. */
export function saysNothing({ spec, sections }: Slot, report: Report, schema: Schema): boolean {
  if (spec.content === 'people') return ['empty', 'placeholder'].includes(report.speakers.state)
  return sections.some(
    (section) => isEmpty(section, report) || isStub(section, spec) || standInOf(section, report.text, schema) !== null,
  )
}
