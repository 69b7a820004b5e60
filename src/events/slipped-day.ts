/** How many days a date may be off and still be that of the event that the name says. */
const MAX_SLIP_DAYS = 45

/** Whether one day may have been written for the other: near it, or with the year, or day and month, gone wrong. */
export function mayBeSlip(a: string, b: string): boolean {
  if (a.slice(5) === b.slice(5)) return true
  if (a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7)) return true
  return daysBetween(a, b) <= MAX_SLIP_DAYS
}

/** Of two ISO days. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
}
