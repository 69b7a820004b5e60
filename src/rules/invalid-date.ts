import { dateEdit } from '../drafting/date-edit.js'
import type { ReportRule } from './rule.js'

export const invalidDate: ReportRule = {
  id: 'invalid-date',
  severity: 'error',
  fixes: 'safe',
  *check({ headDate, text }) {
    if (headDate.state !== 'invalid' || !headDate.range) return
    const { reading, range } = headDate
    yield {
      range,
      message: `Unexpected date ${text.slice(...range)}, which Hugo cannot read, expected ${reading ?? 'the form YYYY-MM-DD'}.`,
      data: { expected: reading, actual: null },
      ...(reading
        ? { fix: { title: `Write the date as ${reading}`, safety: 'safe', edits: [dateEdit(range, text, reading)] } }
        : {}),
    }
  },
}
