import type { Examined } from '../../lint/examine.js'
import type { SectionStates } from './page-data.js'

/**
 * The state of each section. Whether a section is present, empty or missing comes from the outline and does not depend on which rules
 * are on; that it is elsewhere comes from findings.
 * @param examined null for a page that is not an event report
 * @see SectionStates
 */
export function sectionStates(examined: Examined | null, sections: readonly string[]): SectionStates {
  if (!examined) return '?'.repeat(sections.length)
  const {
    digest: { outline },
    findings,
  } = examined
  const present = new Set(outline.sections.map(({ value }) => value))
  const [missing, empty] = [new Set(outline.missing), new Set(outline.empty)]
  const elsewhere = new Set(
    findings
      .filter(({ rule }) => rule === 'section-out-of-order' || rule === 'merged-section')
      .flatMap(({ data }) => [data?.section, ...(Array.isArray(data?.sections) ? data.sections : [])]),
  )
  return sections
    .map((id) => {
      if (missing.has(id)) return 'm'
      if (!present.has(id)) return '-'
      if (empty.has(id)) return 'b'
      return elsewhere.has(id) ? 'e' : 'p'
    })
    .join('')
}
