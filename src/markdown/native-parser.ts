import type { Root } from 'mdast'
import type { Parse } from './parse.js'

/** A parser that gives the reference's tree many times faster, for the texts of which that is known. */
export interface NativeParser {
  readonly parse: Parse
  /** Whether the text holds nothing that the two are known to read differently. A differential test looks for more. */
  reads(text: string): boolean
}

/** The native parser, where its package is installed and has a build for this system; null elsewhere. */
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
  // An expression is tried at every character; most texts lack a sign that it needs, or it begins with a rare one.
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

/** Line ends to JavaScript: expressions for lines would take what is one line to Markdown for many. */
const LONE_CR = /\r(?!\n)|[\u2028\u2029]/
/** Marks of emphasis between other marks, behind those before a letter beyond ASCII, or behind an emoji. */
const EMPHASIS = /(?:_\*+|\*_+)[^ -~\s]|\*_+\*|_\*+_|[\ud800-\udfff]_/
/** Such marks between an emoji and a letter or sign. */
const EMPHASIS_BY_EMOJI = /[^\s*_][*_]{1,80}[\ud800-\udbff]|[\udc00-\udfff][*_]{1,80}[^\s*_]/
/** Such a mark behind an escaped sign. */
const ESCAPE_BY_MARK = /\\[!-/:-@[-`{-~][*_~]/
/** A box to tick on the line below its item's mark, or one that no plain word follows. */
const LONE_BOX =
  /\[(?:(?<=^[ \t>]*(?:[-*+]|\d{1,9}[.)])[^\S\n]*\n\s*\[)|[ \txX]\](?![^\S\n](?![Hh][Tt][Tt][Pp][Ss]?:|[Ww]{3}\.)[\wÀ-ỿ]))/m
/** A quotation that goes on without its mark. */
const LAZY_QUOTE = />(?<=^[ \t]*>)[^\n]*\n(?![^\S\n]*(?:[>\n]|$))/m
/** Code that an item begins with. */
const CODE_IN_ITEM = /(?:```|~~~)(?<=^[ \t>]*(?:[-*+]|\d{1,9}[.)])[^\S\n]+...)/m
/** A comment that an item's line begins and does not end. */
const CUT_COMMENT = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[^\S\n][^\n]*<!--(?:(?!-->|<!--)[^\n])*$/m
/** A tag on the line below a row of a table, with which the table ends or goes on. */
const TAG_BELOW_ROW = /\|[^|\n]*\n[ \t]*</
const MAIL = /[\w.+-]@[\w-]{1,80}\./
/** `~30 and 40~` strikes nothing out on the sites that reports are for; the native parser cannot be told so. */
const OPENING_TILDE = /(?<!~)~(?![~\s])/
const CLOSING_TILDE = /(?<=[^~\s])~(?!~)/
/** Addresses that are links without a mark of their own. */
const ADDRESS = /www\.|https?:\/\//i
const ADDRESS_OR_BRACKET = /www\.|https?:\/\/|[[\]]/gi
const UNSURE_ADDRESS =
  /(?:www\.|https?:\/\/)[^\s|]{0,2000}\||(?<![\s*_~([]|:\/\/)www\.|(?<![\s*_~(<[])https?:\/\/|https?:\/\/(?![\w-])/i
const LINK_GOES_ON = /^\]\([^\s()<>]{0,2000}\)/

function hasSingleTildes(block: string): boolean {
  const open = block.search(OPENING_TILDE)
  return open >= 0 && CLOSING_TILDE.test(block.slice(open + 1))
}

/** Whether such an address stands between brackets that make no plain link, or behind one that is never closed. */
function hasAddressInBrackets(block: string): boolean {
  const open: number[] = []
  let address = -1
  for (const { index, 0: found } of block.matchAll(ADDRESS_OR_BRACKET)) {
    if (found === '[') open.push(index)
    else if (found !== ']') address = index
    else {
      const start = open.pop()
      if (start === undefined || LINK_GOES_ON.test(block.slice(index, index + 2005))) continue
      if (address > start) return true
    }
  }
  const [first] = open
  return first !== undefined && address > first
}
