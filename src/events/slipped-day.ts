/** How many days a date may be off by a slip, such as a wrong month. */
const MAX_SLIP_DAYS = 45

const MILLISECONDS_OF_DAY = 86_400_000

/** Whether one ISO day may be a slip for the other: near it, in another year, or with day and month swapped. */
export function mayBeSlip(a: string, b: string): boolean {
  if (a.slice(5) === b.slice(5)) return true
  if (a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7)) return true
  return daysBetween(a, b) <= MAX_SLIP_DAYS
}

/** The number of days between two ISO days. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / MILLISECONDS_OF_DAY
}
