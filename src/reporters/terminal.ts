/** What a terminal would execute or hide: control characters except the tab, and line separators and direction marks. */
const UNPRINTABLE = /[^\t -~\u00a0-\u2027\u202f-\u2065\u206a-\uffff]/g

/** Text from files and paths that is safe to show on a terminal: such characters are spelled out. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
