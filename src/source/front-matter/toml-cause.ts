import type { FrontMatterCause } from './content.js'

/**
 * The likely cause of an error: mostly the parser's own message, which is short and correct; the most frequent mistake is a text
 * without quotation marks.
 * @param at the offset in the text where the parser stopped
 */
export function tomlCause(message: string, at: number, toml: string): FrontMatterCause {
  if (message.includes('call stack')) return { message: 'it is nested too deeply.', range: [0, 0] }
  const bare = /^[ \t]{0,80}[\w"'.-]{1,80}[ \t]{0,80}=[ \t]{0,80}$/.test(
    toml.slice(toml.lastIndexOf('\n', at - 1) + 1, at),
  )
  if (bare && /[A-Za-zÀ-ỿ“]/u.test(toml[at] ?? ''))
    return { message: 'text needs quotation marks around it.', range: [at, at + 1] }
  return { message: `this is not TOML (${message.replace(/\.$/, '')}).`, range: [at, Math.min(at + 1, toml.length)] }
}
