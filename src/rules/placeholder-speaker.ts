import { cut } from '../text/cut.js'
import type { ReportRule } from './rule.js'

const LONGEST_QUOTE = 40

/** Something that a template or a hurried author left stands where a speaker's name should. */
export const placeholderSpeaker: ReportRule = {
  id: 'placeholder-speaker',
  severity: 'error',
  fixes: 'never',
  *check({ speakers }) {
    for (const { value, range } of speakers.placeholders)
      yield {
        range,
        message: `Unexpected placeholder “${cut(value.replace(/\s+/g, ' '), LONGEST_QUOTE)}”, expected the name of a speaker: ask the organisers or look at the event's page, and write who spoke.`,
        data: { section: speakers.section },
      }
  },
}
