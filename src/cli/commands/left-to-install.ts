import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { HookFile } from '../../hooks/runners.js'
import { readSource } from '../../source/read.js'
import { attempt } from '../process/attempt.js'
import type { Io } from '../process/io.js'

/** The folder of a site's own programs. */
const OWN = join('node_modules', '.bin')

/**
 * What has to be installed before a hook can call this program, as a command.
 * @param root of the repository
 * @returns null where it is there already
 */
export function leftToInstall(needs: HookFile['needs'], root: string, env: Io['env']): string | null {
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

/** Whether everybody who installs what the site needs gets this program. */
function dependsOnIt(root: string): boolean {
  const manifest = attempt(() => JSON.parse(readSource(join(root, 'package.json')).text))
  return [manifest?.dependencies, manifest?.devDependencies].some((all) => Object.hasOwn(all ?? {}, 'reportlint'))
}

/** `npx` puts what it runs on the path for as long as it runs. */
function isOnPath({ PATH = '' }: Io['env']): boolean {
  return PATH.split(delimiter).some((folder) => folder !== '' && !folder.endsWith(OWN) && hasProgram(folder))
}

function hasProgram(folder: string): boolean {
  return ['reportlint', 'reportlint.cmd'].some((name) => existsSync(join(folder, name)))
}
