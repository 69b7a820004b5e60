import type { BodyDay, Digest } from './digest.js'

/** The day that a page gives for its event. */
export type StatedDay = Omit<BodyDay, 'written' | 'weekday'>

/** Reads it from the text or, if that gives none, from the front matter. */
export function statedDay(page: Digest): StatedDay | null {
  return page.bodyDate ?? frontMatterDayOf(page)
}

/** The day in the front matter; null if it is the template's or invalid, which other rules report. */
export function frontMatterDayOf({ frontMatterDate }: Digest): StatedDay | null {
  return frontMatterDate?.state === 'ok'
    ? { start: frontMatterDate.value, end: null, other: null, doubtful: false, at: frontMatterDate.at }
    : null
}
