import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import manifest from '../../../package.json' with { type: 'json' }

/** Identifies this build of the program: the caches of other builds are not used. */
export function programStamp(): string {
  const { mtimeMs, size } = statSync(fileURLToPath(import.meta.url))
  return `${manifest.version} ${mtimeMs} ${size}`
}
