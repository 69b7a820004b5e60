import { createHash } from 'node:crypto'

/** Tells contents apart; that of a text is that of its bytes in UTF-8. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('base64')
}
