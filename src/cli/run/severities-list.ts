import type { Severities } from '../../lint/lint.js'
import { memoizeByObject } from '../../text/memoize.js'

/** The distinct severities of several files, so that stored files can refer to them by index. */
export interface SeveritiesList {
  readonly list: readonly Severities[]
  indexOf(severities: Severities): number
}

export function listSeverities(files: Iterable<{ readonly severities: Severities }>): SeveritiesList {
  // Most files under one configuration share one object.
  const keyOf = memoizeByObject((severities: Severities) => JSON.stringify(severities))
  const list = new Map<string, Severities>()
  for (const { severities } of files) if (!list.has(keyOf(severities))) list.set(keyOf(severities), severities)
  const places = new Map([...list.keys()].map((key, place) => [key, place]))
  return { list: [...list.values()], indexOf: (severities) => places.get(keyOf(severities)) ?? 0 }
}
