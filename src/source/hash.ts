import { createHash } from 'node:crypto'

/** A hash of some content. A text has the same hash as its bytes in UTF-8. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('base64')
}
