import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { HookFile } from '../../hooks/runners.js'
import { readSource } from '../../source/read.js'
import { attempt } from '../process/attempt.js'
import type { Io } from '../process/io.js'

/** The folder of the programs that a site installs for itself. */
const OWN = join('node_modules', '.bin')

/**
 * The command that installs what a hook needs to call this program.
 * @param root of the repository
 * @returns null if it is installed already
 */
export function installCommand(needs: HookFile['needs'], root: string, env: Io['env']): string | null {
  const isOwn = hasProgram(join(root, OWN))
  switch (needs) {
    case 'package':
      if (!dependsOnIt(root)) return 'npm install --save-dev reportlint'
      return isOwn ? null : 'npm install'
    case 'program':
      return isOwn || isOnPath(env) ? null : 'npm install --global reportlint'
    case 'nothing':
      return null
  }
}

/** Whether the site's `package.json` installs this program for everybody. */
function dependsOnIt(root: string): boolean {
  const manifest = attempt(() => JSON.parse(readSource(join(root, 'package.json')).text))
  return [manifest?.dependencies, manifest?.devDependencies].some((all) => Object.hasOwn(all ?? {}, 'reportlint'))
}

/** Whether the program is on the `PATH`, apart from the folders that `npx` adds for the time of its run. */
function isOnPath({ PATH = '' }: Io['env']): boolean {
  return PATH.split(delimiter).some((folder) => folder !== '' && !folder.endsWith(OWN) && hasProgram(folder))
}

function hasProgram(folder: string): boolean {
  return ['reportlint', 'reportlint.cmd'].some((name) => existsSync(join(folder, name)))
}
