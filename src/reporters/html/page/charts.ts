import { counted, h, svg } from './dom.js'
import type { Event } from './model.js'

/** Maps days to x positions, in ms since 1970; days outside the scale are drawn at its ends. */
export interface TimeScale {
  readonly first: number
  readonly last: number
}

const WIDTH = 600
const HEIGHT = 22
const MARGIN = 10

/** The range of nearly all dates: a single old report must not squeeze all the others together. */
export function timeScaleOf(events: readonly Event[]): TimeScale | null {
  const days = events
    .flatMap(({ day, reports }) => [day, ...reports.map((report) => report.body)])
    .flatMap((day) => timeOf(day) ?? [])
  if (days.length === 0) return null
  days.sort((a, b) => a - b)
  const at = (share: number): number => days[Math.round(share * (days.length - 1))] as number
  const margin = (at(0.98) - at(0.02)) * 0.06 + 15 * DAY
  const usual = events.flatMap(({ day }) => timeOf(day) ?? [])
  return {
    first: Math.min(at(0.02) - margin, ...usual.filter((day) => day >= at(0.01) - 2 * margin)),
    last: Math.max(at(0.98) + margin, ...usual.filter((day) => day <= at(0.99) + 2 * margin)),
  }
}

const DAY = 86_400_000

function timeOf(day: string | null): number | null {
  const time = day === null ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? null : time
}

function xOf(time: number, { first, last }: TimeScale): number {
  const share = (time - first) / Math.max(1, last - first)
  return MARGIN + Math.max(0, Math.min(1, share)) * (WIDTH - 2 * MARGIN)
}

/** The axis with the months, above a column of tracks. */
export function timeAxis(scale: TimeScale): SVGSVGElement {
  return svg(
    'svg',
    { class: 'axis', viewBox: `0 0 ${WIDTH} 28`, 'aria-hidden': 'true' },
    monthsOf(scale).flatMap(({ x, month, year }) => [
      svg('line', { x1: x, x2: x, y1: 22, y2: 28 }),
      svg('text', { x: x + 2, y: 25 }, month),
      year === null ? null : svg('text', { x: x + 2, y: 11, class: 'year' }, year),
    ]),
  )
}

function monthsOf(scale: TimeScale): { x: number; month: string; year: string | null }[] {
  const months: { x: number; month: string; year: string | null }[] = []
  const start = new Date(scale.first)
  const step = Math.max(1, Math.ceil((scale.last - scale.first) / (30 * DAY) / 14))
  for (let at = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1); at < scale.last; ) {
    const date = new Date(at)
    const month = date.toLocaleString('en', { month: 'short', timeZone: 'UTC' })
    const isNewYear = months.length === 0 || date.getUTCMonth() < step
    months.push({ x: xOf(at, scale), month, year: isNewYear ? String(date.getUTCFullYear()) : null })
    at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1)
  }
  return months
}

/** The days that the reports of an event give, as circles whose size shows how many reports give it; outliers look different. */
export function timeTrack(event: Event, scale: TimeScale): SVGSVGElement {
  const outliers = new Set(event.outliers)
  const days = new Map<string, { day: string; kind: 'day' | 'outlier' | 'outlier front-matter'; count: number }>()
  for (const report of event.reports) {
    const { day, body } = report
    if (day === null) continue
    const kind = !outliers.has(report) ? 'day' : body === null ? 'outlier front-matter' : 'outlier'
    const known = days.get(`${day} ${kind}`) ?? { day, kind, count: 0 }
    known.count++
    days.set(`${day} ${kind}`, known)
  }
  const drawn = [...days.values()].sort((a, b) => b.count - a.count)
  const wordsOf = ({ day, kind, count }: (typeof drawn)[number]): string =>
    `${day} in ${count}${kind === 'outlier front-matter' ? ' front matter' : ''}`
  const middle = HEIGHT / 2
  const usual = timeOf(event.day)
  return svg(
    'svg',
    {
      class: 'track',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label':
        drawn.length > 0 ? `Days that the reports give: ${drawn.map(wordsOf).join(', ')}` : 'No report gives a day',
    },
    monthsOf(scale).map(({ x }) => svg('line', { class: 'month', x1: x, x2: x, y1: 0, y2: HEIGHT })),
    usual === null
      ? null
      : svg('line', { class: 'usual', x1: xOf(usual, scale), x2: xOf(usual, scale), y1: 2, y2: HEIGHT - 2 }),
    drawn.map((one) => {
      const { day, kind, count } = one
      const time = timeOf(day)
      if (time === null) return null
      const x = xOf(time, scale)
      const title = svg('title', {}, wordsOf(one))
      if (time < scale.first || time > scale.last) {
        const tip = time < scale.first ? -7 : 7
        return svg('path', { class: kind, d: `M${x} ${middle - 5}l${tip} 5l${-tip} 5z` }, title)
      }
      return svg('circle', { class: kind, cx: x, cy: middle, r: Math.min(9, 2.2 + Math.sqrt(count) * 0.75) }, title)
    }),
  )
}

/** A histogram of values from 0 to 100 in steps of 5. @param noun for what has these values, in the singular */
export function spread(values: readonly number[], noun: string): HTMLElement {
  const bins = Array.from({ length: 20 }, (_, bin) => values.filter((value) => binOf(value) === bin).length)
  const most = Math.max(1, ...bins)
  const [width, height] = [400, 90]
  const step = width / bins.length
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  const count = counted(values.length, noun)
  const words =
    sorted.length > 1
      ? `${count}: the lowest has ${sorted[0]}, the middle one ${middle}, the highest ${sorted.at(-1)}`
      : [count, ...sorted].join(': ')
  return h(
    'figure',
    { class: 'spread' },
    svg(
      'svg',
      { viewBox: `0 -14 ${width} ${height + 30}`, role: 'img', 'aria-label': words },
      bins.map((count, bin) => {
        const tall = (count / most) * height
        return [
          svg(
            'rect',
            { x: bin * step + 1, y: height - tall, width: step - 2, height: tall },
            svg('title', {}, `${bin * 5} to ${bin * 5 + 5}: ${count}`),
          ),
          count > 0 ? svg('text', { x: (bin + 0.5) * step, y: height - tall - 3 }, count) : null,
        ]
      }),
      svg('line', { x1: 0, x2: width, y1: height + 0.5, y2: height + 0.5 }),
      [0, 25, 50, 75, 100].map((value) =>
        svg('text', { class: 'tick', x: 8 + (value / 100) * (width - 18), y: height + 13 }, value),
      ),
    ),
    h('figcaption', {}, words),
  )
}

function binOf(value: number): number {
  return Math.min(19, Math.floor(value / 5))
}

/** Values from 0 to 100 as ticks on a line. */
export function strip(values: readonly number[]): SVGSVGElement {
  return svg(
    'svg',
    { class: 'strip', viewBox: '0 0 200 14', 'aria-hidden': 'true', preserveAspectRatio: 'none' },
    svg('line', { class: 'base', x1: 0, x2: 200, y1: 7, y2: 7 }),
    values.map((value) => svg('line', { class: 'value', x1: value * 2, x2: value * 2, y1: 1, y2: 13 })),
  )
}

/** A share from 0 to 1 as a bar. */
export function bar(share: number): SVGSVGElement {
  return svg(
    'svg',
    { class: 'bar', viewBox: '0 0 100 6', 'aria-hidden': 'true', preserveAspectRatio: 'none' },
    svg('rect', { x: 0, y: 0, width: Math.max(0.5, share * 100), height: 6 }),
  )
}
