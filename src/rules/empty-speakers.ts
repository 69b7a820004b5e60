import type { ReportRule } from './rule.js'

/** The section on speakers exists but names nobody. */
export const emptySpeakers: ReportRule = {
  id: 'empty-speakers',
  severity: 'error',
  fixes: 'never',
  *check({ speakers }) {
    const range = speakers.blanks[0] ?? speakers.heading
    if (speakers.state !== 'empty' || range === null) return
    yield {
      range,
      message:
        'Unexpected empty list of speakers, expected at least one name: write `- **Name** – Role, Organisation` for each speaker.',
      data: { section: speakers.section },
    }
  },
}
