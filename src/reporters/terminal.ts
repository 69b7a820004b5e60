/** What a terminal would obey or hide instead of showing: control characters but for the tab, line and direction marks. */
const UNPRINTABLE = /[^\t -~\u00a0-\u2027\u202f-\u2065\u206a-\uffff]/g

/** Text from files and paths as it may be shown on a terminal: such characters are spelled out. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
