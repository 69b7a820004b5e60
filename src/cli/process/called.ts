import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isWithin } from '../../source/path.js'

/**
 * How the program is called from a folder, to begin a command that somebody may copy: where it is installed for a site, or for a
 * single call, no shell knows its name.
 * @param program the path of its code
 */
export function calledFrom(cwd: string, program = fileURLToPath(import.meta.url)): string {
  const [home = '', ...inside] = program.split(`${sep}node_modules${sep}`)
  const isOwn = inside.length > 0 && (isWithin(cwd, home) || home.includes(`${sep}_npx${sep}`))
  return isOwn ? 'npx reportlint' : 'reportlint'
}
