import { isCapital } from '../text/capitals.js'

/** `right` with a capital, or all in capitals, where `written` is. */
export function likeCase(right: string, written: string): string {
  if (isUpperCase(written)) return right.toUpperCase()
  return isCapital(written) ? (right[0]?.toUpperCase() ?? '') + right.slice(1) : right
}

/** Whether a word of two letters or more is all in capitals. */
export function isUpperCase(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase()
}

/** Whether a word begins with a capital and goes on with a small letter. */
export function isTitleCase(word: string): boolean {
  return isCapital(word) && word.length > 1 && !isCapital(word.slice(1))
}
