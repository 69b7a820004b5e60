import type { BodyDay, Digest } from './digest.js'

/** A day that a page gives for its event. */
export type StatedDay = Omit<BodyDay, 'written' | 'weekday'>

/** The day that a page gives for its event: in its text, else in its front matter. */
export function statedDay(page: Digest): StatedDay | null {
  return page.bodyDate ?? headDayOf(page)
}

/** The day in the front matter; null where the template left it behind, and where Hugo cannot read it: rules of their own tell of these. */
export function headDayOf({ headDate }: Digest): StatedDay | null {
  return headDate?.state === 'ok'
    ? { start: headDate.value, end: null, other: null, doubtful: false, at: headDate.at }
    : null
}
