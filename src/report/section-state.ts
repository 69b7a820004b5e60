import type { SectionSpec } from '../schema/schema.js'
import { commentOn, withoutComments } from './comments.js'
import type { Report } from './report.js'
import type { Section, Slot } from './section.js'

/** Whether the schema asks for a section that is not there, and none is there that serves for it. */
export function isMissing({ spec, sections }: Slot, { slots }: Pick<Report, 'slots'>): boolean {
  const serves = (id: string): boolean => slots.some((other) => other.spec.id === id && other.sections.length > 0)
  return spec.required && sections.length === 0 && !spec.servedBy.some(serves)
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
    (node) =>
      (node.type === 'heading' && !node.children.some(({ type }) => type === 'image')) ||
      node.type === 'thematicBreak' ||
      (node.type === 'html' && withoutComments(node.value).trim() === ''),
  )
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

/** Whether a section of the schema is there and says nothing; a list of people has to name somebody. */
export function saysNothing({ spec, sections }: Slot, report: Pick<Report, 'sections' | 'speakers'>): boolean {
  if (spec.content === 'people') return ['empty', 'placeholder'].includes(report.speakers.state)
  return sections.some((section) => isEmpty(section, report))
}
