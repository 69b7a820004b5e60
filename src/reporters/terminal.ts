/** What a terminal would obey or hide instead of showing: control characters but for the tab, line and direction marks. */
const UNPRINTABLE = /(?!\t)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** Text from files and paths as it may be shown on a terminal: such characters are spelled out. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
