import { agreedNumber, isAtOdds, type Numbers } from '../report/numbers.js'
import type { Report } from '../report/report.js'
import type { Located } from '../text/range.js'
import type { Fix, ReportRule } from './rule.js'

export const eventNumberMismatch: ReportRule = {
  id: 'event-number-mismatch',
  severity: 'error',
  fixes: 'safe',
  *check(report) {
    const { numbers } = report
    const agreed = agreedNumber(numbers)
    const odd = isAtOdds(numbers, 'title') && [numbers.title, numbers.menu].find((one) => one && one.value !== agreed)
    const expected = agreed === null ? 'one number everywhere' : `${agreed} everywhere`
    if (odd)
      yield {
        range: odd.range,
        message: `Unexpected number of the event, expected ${expected}: ${allNumbers(numbers)}.`,
        data: { expected: agreed, actual: odd.value },
        ...(agreed === null ? {} : correction(report, odd, agreed)),
      }
    const { weight } = numbers
    if (agreed !== null && weight && isAtOdds(numbers, 'weight'))
      yield {
        range: weight.range,
        severity: weight.value === 1 ? 'warning' : 'error',
        message: `Unexpected weight ${weight.value}, expected ${agreed}, the event's number elsewhere: the menu sorts pages by weight.`,
        data: { expected: agreed, actual: weight.value },
        ...correction(report, weight, agreed),
      }
  },
}

/** "the title says 2, the folder says 3" */
function allNumbers({ title, menu, folder }: Numbers): string {
  const places = { 'the title': title?.value, 'the menu (`pre`)': menu?.value, 'the folder': folder ?? undefined }
  return Object.entries(places)
    .flatMap(([place, value]) => (value === undefined ? [] : `${place} says ${value}`))
    .join(', ')
}

/** Replaces the odd number by the agreed one; a leading zero is kept. */
function correction(report: Report, { range }: Located<number>, agreed: number): { fix: Fix } {
  const width = report.text.slice(...range).startsWith('0') ? range[1] - range[0] : 0
  const text = String(agreed).padStart(width, '0')
  return { fix: { title: `Set the number to ${agreed}`, safety: 'safe', edits: [{ range, text }] } }
}
