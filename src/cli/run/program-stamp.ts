import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import manifest from '../../../package.json' with { type: 'json' }

/** What tells this build of the program from others: what another one has kept may be wrong by now. */
export function programStamp(): string {
  const { mtimeMs, size } = statSync(fileURLToPath(import.meta.url))
  return `${manifest.version} ${mtimeMs} ${size}`
}
