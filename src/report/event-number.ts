import { compose } from '../text/compose.js'
import { lowerCase } from '../text/lower-case.js'

/**
 * The author's number of an event: “Event 3”, “Sự kiện #3”. A number of four digits is a year, and “Event 5G”, “Event 1st Day” and
 * “Event 2.0” are not numbers of events. For composed text in lower case.
 */
const NUMBERED = String.raw`(?:event|sự kiện)\s*(?:#\s*)?(\d{1,3})(?![a-zÀ-ỿ\d]|[./]\d)`

/** Matches the number of an event anywhere in a title (composed and in lower case); group 1 holds the digits. */
export const EVENT_NUMBER = new RegExp(`(?<![a-zÀ-ỿ])${NUMBERED}`, 'd')

const AT_START = new RegExp(`^\\s*${NUMBERED}`)
const BEFORE_NAME = new RegExp(`${AT_START.source}\\s*(?:[:：–—|-]\\s*|$)`)

/** Whether a title begins with the number of an event. */
export function isNumbered(title: string): boolean {
  return AT_START.test(lowerCase(compose(title).text))
}

/** "Event 3 – Mesh Day" without the author's number, which is not part of the name; empty if there is nothing else. */
export function withoutNumber(title: string): string {
  const { text, offsetAt } = compose(title)
  const number = BEFORE_NAME.exec(lowerCase(text))?.[0]
  return number === undefined ? title : title.slice(offsetAt(number.length))
}
