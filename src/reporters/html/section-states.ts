import type { Examined } from '../../lint/examine.js'
import type { SectionStates } from './page-data.js'

/**
 * What became of each section. What there is was understood, whatever rules are on; what is out of its place is what was found.
 * @param examined null for a page that was named and is no event report
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
