import { keepsListsApart } from '../markdown/between-lists.js'
import type { Leftover } from '../schema/schema.js'
import { cut } from '../text/cut.js'
import type { ReportRule } from './rule.js'

const LONGEST_QUOTE = 60

const WORDS: Readonly<Record<Leftover['kind'], readonly [what: string, advice: string]>> = {
  notice: ['warning of the template', 'it is for whoever writes the report, not for its readers. Take it out'],
  instruction: ['instruction of the template', 'do what it asks, and take it out'],
  field: ['field of the template', 'fill it in'],
  todo: ['note of what is still to be done', 'do it, and take the note out'],
  sample: ['sample picture of the template', 'put a picture of the event in its place'],
}

export const templateLeftover: ReportRule = {
  id: 'template-leftover',
  severity: 'error',
  fixes: 'unsafe',
  onAnyPage: true,
  *check({ leftovers, text, tree }) {
    for (const { kind, range, block } of leftovers) {
      const [what, advice] = WORDS[kind]
      yield {
        range,
        message: `Unexpected ${what}: “${cut(wordsOf(text.slice(...range)), LONGEST_QUOTE)}”, expected your own text: ${advice}.`,
        data: { kind },
        ...(block && !keepsListsApart(range, tree)
          ? { fix: { title: `Take out the ${what}`, safety: 'unsafe', edits: [{ range: block, text: '' }] } }
          : {}),
      }
    }
  },
}

/** The words of a passage, without shortcodes and marks. */
function wordsOf(passage: string): string {
  return passage
    .replace(/\{\{[^{}]*\}\}|[*_]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
