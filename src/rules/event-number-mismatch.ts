import { agreedNumber, isAtOdds, type Numbers } from '../report/numbers.js'
import type { Report } from '../report/report.js'
import type { Located } from '../text/range.js'
import type { Fix, ReportRule } from './rule.js'

const PLACES = { title: 'the title', menu: 'the menu (`pre`)', folder: 'the folder' } as const
type Place = keyof typeof PLACES

export const eventNumberMismatch: ReportRule = {
  id: 'event-number-mismatch',
  severity: 'error',
  fixes: 'safe',
  *check(report) {
    const { numbers } = report
    const agreed = agreedNumber(numbers)
    const said = (Object.keys(PLACES) as Place[]).flatMap((place) => {
      const value = valueAt(numbers, place)
      return value === null ? [] : [{ place, value }]
    })
    if (isAtOdds(numbers, 'title')) {
      const others = said.map(({ place, value }) => `${PLACES[place]} says ${value}`).join(', ')
      const odd = agreed === null ? said[0] : said.find(({ value }) => value !== agreed)
      if (!odd) return
      const located = odd.place === 'folder' ? null : numbers[odd.place]
      const expected = agreed === null ? 'one number everywhere' : `${agreed} everywhere`
      yield {
        range: located?.range ?? numbers.title?.range ?? numbers.menu?.range ?? [0, 0],
        message: `Unexpected number of the event, expected ${expected}: ${others}.`,
        data: { expected: agreed, actual: odd.value },
        ...(agreed !== null && located ? correction(report, located, agreed) : {}),
      }
    }
    const { weight } = numbers
    if (agreed !== null && weight && isAtOdds(numbers, 'weight'))
      yield {
        range: weight.range,
        severity: weight.value === 1 ? 'warning' : 'error',
        message: `Unexpected weight ${weight.value}, expected ${agreed} like the event's number elsewhere: the menu sorts the page by it.`,
        data: { expected: agreed, actual: weight.value },
        ...correction(report, weight, agreed),
      }
  },
}

function valueAt(numbers: Numbers, place: Place): number | null {
  return place === 'folder' ? numbers.folder : (numbers[place]?.value ?? null)
}

/** Puts the agreed number in the place of the odd one; a leading zero stays. */
function correction(report: Report, { range }: Located<number>, agreed: number): { fix: Fix } {
  const width = report.text.slice(...range).startsWith('0') ? range[1] - range[0] : 0
  const text = String(agreed).padStart(width, '0')
  return { fix: { title: `Set the number to ${agreed}`, safety: 'safe', edits: [{ range, text }] } }
}
