/** HTML blocks that only their own end closes, whatever blank lines are between. */
const RAW: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
]

/**
 * Whether a block of HTML is not closed, so that it would swallow any text added after it.
 * @param html from its first character on
 * @returns null for HTML that the next blank line closes
 */
export function isOpenRaw(html: string): boolean | null {
  const raw = RAW.find(([begin]) => begin.test(html))
  return raw ? !raw[1].test(html) : null
}
