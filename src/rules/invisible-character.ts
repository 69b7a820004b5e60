import { codeIn } from '../markdown/code.js'
import type { Range } from '../text/range.js'
import type { ReportRule } from './rule.js'

const NAMES: Readonly<Record<string, string>> = {
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
}

/** A byte order mark at the very start belongs to the encoding. */
const ALWAYS = '(?!^\\ufeff)[\\u00ad\\u200b\\u200e\\u200f\\u2060\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+'
/** Joiners hold the parts of an emoji together, and are fine there. */
const OUTSIDE_EMOJI = '(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])(?:\\u200c|\\u200d)+'
const invisible = (): RegExp => new RegExp(`${ALWAYS}|${OUTSIDE_EMOJI}`, 'gu')

/** A quick test for any of them. */
const ANY = /[\xa0\xad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/

/** Scripts that need such characters. The expression is slow to compile, and hardly any run gets to it. */
const needsThem = (text: string): boolean =>
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Khmer}\p{Script=Thai}]/u.test(
    text,
  )

/** After the marker of a heading or an item, a no-break space is no space to Markdown, so the line is neither. */
const UNSEEN_MARK = /^ {0,3}(?:#{1,6}|[-*+]|\d{1,9}[.)])(\u00a0+)(?=\S)/gm

export const invisibleCharacter: ReportRule = {
  id: 'invisible-character',
  severity: 'warning',
  fixes: 'safe',
  onAnyPage: true,
  *check({ text, tree }) {
    if (!ANY.test(text) || needsThem(text)) return
    const isCode = codeIn(tree)
    for (const { index, 0: found } of text.matchAll(invisible())) {
      const range: Range = [index, index + found.length]
      if (isCode(range)) continue
      const name = NAMES[found[0] ?? ''] ?? 'direction mark'
      yield {
        range,
        message: `Unexpected invisible ${name}, expected none: a search for the word fails because of it. Remove it.`,
        fix: { title: `Remove the ${name}`, safety: 'safe', edits: [{ range, text: '' }] },
      }
    }
    for (const { index, 0: line, 1: blank = '' } of text.matchAll(UNSEEN_MARK)) {
      const range: Range = [index + line.length - blank.length, index + line.length]
      if (isCode(range)) continue
      yield {
        range,
        message: `Unexpected no-break space after “${line.trim()}”, expected a normal space: otherwise Markdown does not recognise the marker.`,
        fix: { title: 'Replace it with a normal space', safety: 'safe', edits: [{ range, text: ' ' }] },
      }
    }
  },
}
