import { h } from './dom.js'

/** What a page would obey or hide instead of showing: control characters but for the tab, direction marks, blanks without width. */
const INVISIBLE =
  /(?!\t)[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/u

/** A text with such characters named: each is shown by its number. */
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

/** The same, as a text. */
export function spelled(text: string): string {
  return text.replace(new RegExp(INVISIBLE.source, 'gu'), nameOf)
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
