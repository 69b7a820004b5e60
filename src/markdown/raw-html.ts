/** What begins with it ends with its end only, whatever blank lines stand between. */
const RAW: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
]

/**
 * Whether a block of HTML still waits for its end, and would go on with whatever is put behind it.
 * @param html from its first sign on
 * @returns null for HTML that the next blank line ends
 */
export function isOpenRaw(html: string): boolean | null {
  const raw = RAW.find(([begin]) => begin.test(html))
  return raw ? !raw[1].test(html) : null
}
