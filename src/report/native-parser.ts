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
  if (HALF_CHARACTER.test(text) || LONE_CR.test(text) || EMPHASIS.test(text) || LONE_BOX.test(text)) return false
  if (text.includes('<!--') && CUT_COMMENT.test(text)) return false
  if (text.includes('@') && MAIL.test(text)) return false
  const hasAddress = ADDRESS.test(text)
  if (hasAddress && UNSURE_ADDRESS.test(text)) return false
  if (!hasAddress && !text.includes('~')) return true
  return !text.split(/\n[^\S\n]*\n/).some((block) => SINGLE_TILDES.test(block) || hasAddressInBrackets(block))
}

const HALF_CHARACTER = /\p{Surrogate}/u
const LONE_CR = /\r(?!\n)/
/** Marks of emphasis behind an escaped sign, behind other marks and before a letter beyond ASCII, or behind an emoji. */
const EMPHASIS = /\\[!-/:-@[-`{-~][*_~]|(?:_\*+|\*_+)[^ -~\s]|[\ud800-\udfff]_/
/** A box to tick on the line below its item's mark, or one that no plain word follows. */
const LONE_BOX = /^[\s>]*(?:[-*+]|\d{1,9}[.)])[^\S\n]*\n\s*\[|\[[ \txX]\](?![^\S\n](?!https?:|www\.)[\wÀ-ỿ])/im
/** A comment that an item begins and does not end. */
const CUT_COMMENT = /^[\s>]*(?:[-*+]|\d{1,9}[.)])[^\S\n][^\n]*<!--(?![^\n]*-->)/m
const MAIL = /[\w.+-]@[\w-]/
/** `~30 and 40~` strikes nothing out on the sites that reports are for; the native parser cannot be told so. */
const SINGLE_TILDES = /(?<!~)~(?![~\s])(?:[^~]|~~+)*[^~\s]~(?!~)/
/** Addresses that are links without a mark of their own. */
const ADDRESS = /www\.|https?:\/\//i
const UNSURE_ADDRESS = /(?<![\s*_~([]|:\/\/)www\.|(?<![\s*_~(<[])https?:\/\/|https?:\/\/(?![\w-])/i
const LINK_GOES_ON = /^\]\([^\s()<>]{0,2000}\)/

/** Whether such an address stands between brackets that make no plain link, or behind one that is never closed. */
function hasAddressInBrackets(block: string): boolean {
  const open: number[] = []
  for (const { index, 0: bracket } of block.matchAll(/[[\]]/g)) {
    if (bracket === '[') open.push(index)
    else {
      const start = open.pop()
      if (start === undefined || LINK_GOES_ON.test(block.slice(index, index + 2005))) continue
      if (ADDRESS.test(block.slice(start, index))) return true
    }
  }
  const [first] = open
  return first !== undefined && ADDRESS.test(block.slice(first))
}
