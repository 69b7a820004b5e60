import { compose } from '../text/compose.js'
import { lowerCase } from '../text/lower-case.js'

/**
 * What authors call an event by: “Event 3”, “Sự kiện #3”. A number of four digits is a year; that of “Event 5G”, “Event 1st Day” and
 * “Event 2.0” counts something else. For composed text in small letters.
 */
const NUMBERED = String.raw`(?:event|sự kiện)\s*(?:#\s*)?(\d{1,3})(?![a-zÀ-ỿ\d]|[./]\d)`

/** Matches the number of an event anywhere in a title of composed, small letters; the digits are its group. */
export const EVENT_NUMBER = new RegExp(`(?<![a-zÀ-ỿ])${NUMBERED}`, 'd')

const AT_START = new RegExp(`^\\s*${NUMBERED}`)
const BEFORE_NAME = new RegExp(`${AT_START.source}\\s*(?:[:：–—-]\\s*|$)`)

/** Whether a title begins with the number of an event. */
export function isNumbered(title: string): boolean {
  return AT_START.test(lowerCase(compose(title).text))
}

/** "Event 3 – Mesh Day" without the author's number, which is no part of the name; empty where that is all. */
export function withoutNumber(title: string): string {
  const { text, offsetAt } = compose(title)
  const number = BEFORE_NAME.exec(lowerCase(text))?.[0]
  return number === undefined ? title : title.slice(offsetAt(number.length))
}
