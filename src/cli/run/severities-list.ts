import type { Severities } from '../../lint/lint.js'
import { memoizeByObject } from '../../text/memoize.js'

/** What configurations say of the rules, each once: files that are written down name it by its place in the list. */
export interface SeveritiesList {
  readonly list: readonly Severities[]
  placeOf(severities: Severities): number
}

export function listSeverities(files: Iterable<{ readonly severities: Severities }>): SeveritiesList {
  // Files under one configuration mostly have one object.
  const keyOf = memoizeByObject((severities: Severities) => JSON.stringify(severities))
  const list = new Map<string, Severities>()
  for (const { severities } of files) if (!list.has(keyOf(severities))) list.set(keyOf(severities), severities)
  const places = new Map([...list.keys()].map((key, place) => [key, place]))
  return { list: [...list.values()], placeOf: (severities) => places.get(keyOf(severities)) ?? 0 }
}
