import type { Root } from 'mdast'
import type { Parse } from './parse.js'

/** A much faster parser, for texts on which it is known to give the same tree as the reference parser. */
export interface NativeParser {
  readonly parse: Parse
  /** Whether the text contains nothing that the two are known to parse differently. A differential test looks for more. */
  reads(text: string): boolean
}

/** Loads the native parser; null if its package is not installed, or has no build for this platform. */
export async function loadNativeParser(): Promise<NativeParser | null> {
  try {
    const { markdownToMdast } = await import('satteri')
    const options = { features: { frontmatter: false } }
    return { parse: (text) => markdownToMdast(text, options) as Root, reads }
  } catch {
    return null
  }
}

function reads(text: string): boolean {
  // An expression is tried at every character, so cheap tests come first: most texts lack a character that it needs.
  if (!text.isWellFormed() || LONE_CR.test(text) || LONE_BOX.test(text)) return false
  if (EMPHASIS.test(text) || EMPHASIS_BY_EMOJI.test(text)) return false
  if (text.includes('\\') && ESCAPE_BY_MARK.test(text)) return false
  if (LAZY_QUOTE.test(text) || CODE_IN_ITEM.test(text)) return false
  if (text.includes('<!--') && CUT_COMMENT.test(text)) return false
  if (text.includes('|') && TAG_BELOW_ROW.test(text)) return false
  if (text.includes('@') && MAIL.test(text)) return false
  const hasAddress = ADDRESS.test(text)
  if (hasAddress && UNSURE_ADDRESS.test(text)) return false
  if (!hasAddress && !text.includes('~')) return true
  return !text.split(/\n[^\S\n]*\n/).some((block) => hasSingleTildes(block) || hasAddressInBrackets(block))
}

/** Line ends in JavaScript's regular expressions, but not in Markdown: expressions for lines would see too many lines. */
const LONE_CR = /\r(?!\n)|[\u2028\u2029]/
/** Marks of emphasis between other marks, after others and before a letter beyond ASCII, or after an emoji. */
const EMPHASIS = /(?:_\*+|\*_+)[^ -~\s]|\*_+\*|_\*+_|[\ud800-\udfff]_/
/** Such marks between an emoji and a letter or sign. */
const EMPHASIS_BY_EMOJI = /[^\s*_][*_]{1,80}[\ud800-\udbff]|[\udc00-\udfff][*_]{1,80}[^\s*_]/
/** Such a mark after an escaped sign. */
const ESCAPE_BY_MARK = /\\[!-/:-@[-`{-~][*_~]/
/** A task checkbox on the line after the marker of its item, or one that is not followed by a plain word. */
const LONE_BOX =
  /\[(?:(?<=^[ \t>]*(?:[-*+]|\d{1,9}[.)])[^\S\n]*\n\s*\[)|[ \txX]\](?![^\S\n](?![Hh][Tt][Tt][Pp][Ss]?:|[Ww]{3}\.)[\wÀ-ỿ]))/m
/** A quotation that continues without its marker. */
const LAZY_QUOTE = />(?<=^[ \t]*>)[^\n]*\n(?![^\S\n]*(?:[>\n]|$))/m
/** A list item that begins with code. */
const CODE_IN_ITEM = /(?:```|~~~)(?<=^[ \t>]*(?:[-*+]|\d{1,9}[.)])[^\S\n]+...)/m
/** A comment that is opened, but not closed, on the line of a list item. */
const CUT_COMMENT = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[^\S\n][^\n]*<!--(?:(?!-->|<!--)[^\n])*$/m
/** An HTML tag on the line below a row of a table, which may end the table or continue it. */
const TAG_BELOW_ROW = /\|[^|\n]*\n[ \t]*</
const MAIL = /[\w.+-]@[\w-]{1,80}\./
/** On the sites that reports are for, `~30 and 40~` is not struck out; the native parser has no option for that. */
const OPENING_TILDE = /(?<!~)~(?![~\s])/
const CLOSING_TILDE = /(?<=[^~\s])~(?!~)/
/** Addresses that become links without any markup. */
const ADDRESS = /www\.|https?:\/\//i
const ADDRESS_OR_BRACKET = /www\.|https?:\/\/|[[\]]/gi
const UNSURE_ADDRESS =
  /(?:www\.|https?:\/\/)[^\s|]{0,2000}\||(?<![\s*_~([]|:\/\/)www\.|(?<![\s*_~(<[])https?:\/\/|https?:\/\/(?![\w-])/i
const LINK_GOES_ON = /^\]\([^\s()<>]{0,2000}\)/
/** In characters: at least as many as the expression above can match. */
const MAX_LINK = 2005

function hasSingleTildes(block: string): boolean {
  const open = block.search(OPENING_TILDE)
  return open >= 0 && CLOSING_TILDE.test(block.slice(open + 1))
}

/** Whether such an address is between brackets that do not form a plain link, or after one that is never closed. */
function hasAddressInBrackets(block: string): boolean {
  const open: number[] = []
  let address = -1
  for (const { index, 0: found } of block.matchAll(ADDRESS_OR_BRACKET)) {
    if (found === '[') open.push(index)
    else if (found !== ']') address = index
    else {
      const start = open.pop()
      if (start === undefined || LINK_GOES_ON.test(block.slice(index, index + MAX_LINK))) continue
      if (address > start) return true
    }
  }
  const [first] = open
  return first !== undefined && address > first
}
