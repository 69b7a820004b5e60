import type { HeadCause } from './head-content.js'

/**
 * The cause of an error. TOML's own messages are short and true; the commonest slip is a text without quotation marks.
 * @param at where the parser gave up, an offset into the head
 */
export function tomlCause(message: string, at: number, head: string): HeadCause {
  if (message.includes('call stack')) return { message: 'it is nested too deeply.', range: [0, 0] }
  const bare = /^[ \t]{0,80}[\w"'.-]{1,80}[ \t]{0,80}=[ \t]{0,80}$/.test(
    head.slice(head.lastIndexOf('\n', at - 1) + 1, at),
  )
  if (bare && /[A-Za-zÀ-ỿ“]/u.test(head[at] ?? ''))
    return { message: 'a text needs quotation marks around it.', range: [at, at + 1] }
  return { message: `this is not TOML (${message.replace(/\.$/, '')}).`, range: [at, Math.min(at + 1, head.length)] }
}
