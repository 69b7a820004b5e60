import { dirname, resolve } from 'node:path'
import { neighboursOnDisk } from '../../source/site/neighbours.js'
import { attempt } from '../process/attempt.js'
import { eventRulesOn } from './collected.js'
import type { Settings } from './settings.js'
import type { Target } from './targets.js'

interface Surroundings {
  /** All files of the run, in every shard. */
  readonly all: readonly Target[]
  /** The absolute paths of the files and folders that the user named. */
  readonly named: ReadonlySet<string>
  readonly settings: Settings
  readonly cwd: string
}

/**
 * The files near the targets that are only read to compare the targets with them. Targets deeper in a named folder need none: their
 * neighbours are in that folder as well.
 */
export function neighboursOf(targets: readonly Target[], { all, named, settings, cwd }: Surroundings): Target[] {
  const outer = targets.filter(({ path }) => {
    const absolute = resolve(cwd, path)
    return named.has(absolute) || named.has(dirname(absolute))
  })
  if (outer.length === 0) return []
  const asked = new Set(all.map(({ path }) => resolve(cwd, path)))
  const found = new Map<string, Target>()
  for (const { path } of outer) {
    // An invalid configuration is reported when its files are examined.
    if (!attempt(() => eventRulesOn(settings.of(resolve(cwd, path)).severities).length > 0)) continue
    for (const near of neighboursOnDisk(path, cwd)) {
      const absolute = resolve(cwd, near)
      if (!asked.has(absolute) && !found.has(absolute) && attempt(() => settings.takes(absolute)))
        found.set(absolute, { path: near, named: false, near: true })
    }
  }
  return [...found.values()]
}
