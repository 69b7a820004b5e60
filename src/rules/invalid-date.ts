import { dateEdit } from '../drafting/date-edit.js'
import type { ReportRule } from './rule.js'

export const invalidDate: ReportRule = {
  id: 'invalid-date',
  severity: 'error',
  fixes: 'safe',
  onAnyPage: true,
  *check({ frontMatterDate, text }) {
    if (frontMatterDate.state !== 'invalid' || !frontMatterDate.range) return
    const { reading, range } = frontMatterDate
    const found = `Unexpected date ${text.slice(...range)}, which Hugo cannot read`
    yield {
      range,
      message: `${found}, expected ${reading ?? 'the format YYYY-MM-DD'}.`,
      data: { expected: reading, actual: null },
      ...(reading
        ? { fix: { title: `Write the date as ${reading}`, safety: 'safe', edits: [dateEdit(range, text, reading)] } }
        : { open: found }),
    }
  },
}
