import type { BodyDay, Digest } from './digest.js'

/** A day that a page gives for its event. */
export interface StatedDay extends Omit<BodyDay, 'written'> {
  /** Whether Hugo reads it: a date that it cannot read has a rule of its own. */
  readonly isReadable: boolean
}

/** The day that a page gives for its event: in its text, else in its front matter. */
export function statedDay(page: Digest): StatedDay | null {
  return page.bodyDate ? { ...page.bodyDate, isReadable: true } : headDayOf(page)
}

/** The day in the front matter; null where the template left it behind. */
export function headDayOf({ headDate }: Digest): StatedDay | null {
  if (!headDate || headDate.state === 'placeholder') return null
  const { value: start, state, at } = headDate
  return { start, end: null, other: null, doubtful: false, at, isReadable: state === 'ok' }
}
