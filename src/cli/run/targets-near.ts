import { dirname, resolve } from 'node:path'
import { neighboursOnDisk } from '../../source/site/neighbours.js'
import { attempt } from '../process/attempt.js'
import { eventRulesOn } from './collected.js'
import type { Settings } from './settings.js'
import type { Target } from './targets.js'

interface Around {
  /** All files of the run, whatever part of them is wanted. */
  readonly all: readonly Target[]
  /** What the user named, files and folders. */
  readonly named: ReadonlySet<string>
  readonly settings: Settings
  readonly cwd: string
}

/** What says something of the files though nobody asked for it; a folder that is named has most of it itself. */
export function targetsNear(targets: readonly Target[], { all, named, settings, cwd }: Around): Target[] {
  const outer = targets.filter(({ path }) => {
    const absolute = resolve(cwd, path)
    return named.has(absolute) || named.has(dirname(absolute))
  })
  if (outer.length === 0) return []
  const asked = new Set(all.map(({ path }) => resolve(cwd, path)))
  const found = new Map<string, Target>()
  for (const { path } of outer) {
    // A configuration that cannot be used is told of where its files are examined.
    if (!attempt(() => eventRulesOn(settings.of(resolve(cwd, path)).severities).length > 0)) continue
    for (const near of neighboursOnDisk(path, cwd)) {
      const absolute = resolve(cwd, near)
      if (!asked.has(absolute) && !found.has(absolute) && attempt(() => settings.takes(absolute)))
        found.set(absolute, { path: near, named: false, near: true })
    }
  }
  return [...found.values()]
}
