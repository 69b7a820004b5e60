import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isWithin } from '../../source/path.js'

/**
 * How to call the program from a folder, for commands that the user may copy: `npx reportlint` if it is installed for a site, or just
 * for a single call, and so is not on the `PATH`.
 * @param program the path of its code
 */
export function commandName(cwd: string, program = fileURLToPath(import.meta.url)): string {
  const [home = '', ...inside] = program.split(`${sep}node_modules${sep}`)
  const isOwn = inside.length > 0 && (isWithin(cwd, home) || home.includes(`${sep}_npx${sep}`))
  return isOwn ? 'npx reportlint' : 'reportlint'
}
