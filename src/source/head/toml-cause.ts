import type { HeadCause } from './head-content.js'

/**
 * The likely cause of an error: mostly the parser's own message, which is short and correct; the most frequent mistake is a text
 * without quotation marks.
 * @param at the offset in the head where the parser stopped
 */
export function tomlCause(message: string, at: number, head: string): HeadCause {
  if (message.includes('call stack')) return { message: 'it is nested too deeply.', range: [0, 0] }
  const bare = /^[ \t]{0,80}[\w"'.-]{1,80}[ \t]{0,80}=[ \t]{0,80}$/.test(
    head.slice(head.lastIndexOf('\n', at - 1) + 1, at),
  )
  if (bare && /[A-Za-zÀ-ỿ“]/u.test(head[at] ?? ''))
    return { message: 'text needs quotation marks around it.', range: [at, at + 1] }
  return { message: `this is not TOML (${message.replace(/\.$/, '')}).`, range: [at, Math.min(at + 1, head.length)] }
}
