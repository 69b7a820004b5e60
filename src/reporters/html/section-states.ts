import type { Examined } from '../../lint/examine.js'
import type { SectionStates } from './page-data.js'

/** What became of each section, as the findings on the report and its digest say. @see SectionStates */
export function sectionStates({ digest, findings }: Examined, sections: readonly string[]): SectionStates {
  const present = new Set(digest.sections.map(({ value }) => value))
  const named = (rules: readonly string[]): ReadonlySet<unknown> =>
    new Set(
      findings
        .filter(({ rule }) => rules.includes(rule))
        .flatMap(({ data }) => [data?.section, ...(Array.isArray(data?.sections) ? data.sections : [])]),
    )
  const missing = named(['missing-section'])
  const elsewhere = named(['section-out-of-order', 'merged-section'])
  // A list of placeholders names nobody.
  const namesNobody = digest.speakers.length === 0 ? ['placeholder-speaker'] : []
  const empty = named(['empty-section', 'empty-speakers', ...namesNobody])
  return sections
    .map((id) => {
      if (missing.has(id)) return 'm'
      if (!present.has(id)) return '-'
      if (empty.has(id)) return 'b'
      return elsewhere.has(id) ? 'e' : 'p'
    })
    .join('')
}
