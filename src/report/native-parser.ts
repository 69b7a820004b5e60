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
  return !HALF_CHARACTER.test(text) && !EMPHASIS_BEHIND_ESCAPE.test(text) && !ADDRESS.test(text) && !mayStrikeOut(text)
}

const HALF_CHARACTER = /\p{Surrogate}/u
const EMPHASIS_BEHIND_ESCAPE = /\\[!-/:-@[-`{-~][*_~]/
/** An address without its protocol, right behind another sign. */
const ADDRESS = /(?:[^\s*_~(/]|(?<!:\/)\/)www\./i

/** `~30 and 40~` strikes nothing out on the sites that reports are for; the native parser cannot be told so. */
function mayStrikeOut(text: string): boolean {
  return text.includes('~') && text.split(/\n[^\S\n]*\n/).some((block) => SINGLE_TILDES.test(block))
}

const SINGLE_TILDES = /(?<!~)~(?![~\s])(?:[^~]|~~+)*[^~\s]~(?!~)/
