import { cut } from '../text/cut.js'
import type { ReportRule } from './rule.js'

/** In UTF-16 units: longer placeholders are shortened in messages. */
const MAX_PLACEHOLDER = 40

/** A placeholder from the template, or from an author in a hurry, in place of a speaker's name. */
export const placeholderSpeaker: ReportRule = {
  id: 'placeholder-speaker',
  severity: 'error',
  fixes: 'never',
  *check({ speakers }) {
    for (const { value, range } of speakers.placeholders)
      yield {
        range,
        message: `Unexpected placeholder “${cut(value.replace(/\s+/g, ' '), MAX_PLACEHOLDER)}”, expected the name of a speaker: ask the organisers or look at the event's page, and write who spoke.`,
        data: { section: speakers.section },
      }
  },
}
