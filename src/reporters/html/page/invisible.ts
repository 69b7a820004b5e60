import { h } from './dom.js'

/** Characters that a page would obey or hide: control characters except the tab, direction marks, zero-width spaces and the like. */
const INVISIBLE =
  /(?!\t)[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/u

/** The text, with each of these characters shown by its number. */
export function visible(text: string): Node[] {
  return text.split(new RegExp(`(${INVISIBLE.source})`, 'u')).flatMap((part) => {
    if (part === '') return []
    return [
      INVISIBLE.test(part) && [...part].length === 1
        ? h('span', { class: 'code-point' }, nameOf(part))
        : new Text(part),
    ]
  })
}

/** The same as a string. */
export function spelled(text: string): string {
  return text.replace(new RegExp(INVISIBLE.source, 'gu'), nameOf)
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
