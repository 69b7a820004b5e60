import manifest from '../../../package.json' with { type: 'json' }
import type { Weights } from '../../config/weights.js'
import type { Digest } from '../../events/digest.js'
import type { Severities } from '../../lint/lint.js'
import { compare } from '../../text/compare.js'
import type { Shard } from '../run/collect.js'
import type { Collected, CollectedFile } from '../run/collected.js'
import type { Registry } from '../run/registries.js'
import { listSeverities } from '../run/severities-list.js'
import type { Asked } from '../telling/fix-command.js'

/** Goes up whenever a part holds something else. */
export const VERSION = 5

/** What one shard of a run found out: a JSON document, from which the whole is put together. */
export interface Part {
  readonly schemaVersion: typeof VERSION
  /** Which program wrote it: another version may understand reports otherwise. */
  readonly program: string
  readonly shard: Shard
  /** The same for all parts of a run, as are what was asked for and its weights. */
  readonly run: string
  readonly asked: Asked
  /** What findings cost; absent where a configuration that says so cannot be used. */
  readonly weights?: Weights | undefined
  readonly passedOver: number
  readonly failures: readonly string[]
  readonly registries: readonly Registry[]
  /** What configurations say of the rules, each once. */
  readonly severities: readonly Severities[]
  readonly files: readonly PartFile[]
}

interface PartFile extends Omit<CollectedFile, 'severities'> {
  /** The place in the list. */
  readonly severities: number
  /** Absent for a file that says nothing of events. */
  readonly digest?: Digest
}

export const PROGRAM = `reportlint ${manifest.version}`

/** @param known which part it is of which run; `run` names all that the parts of a run have in common */
export async function partOf(
  collected: Collected,
  known: Pick<Part, 'shard' | 'run' | 'asked' | 'weights'>,
): Promise<Part> {
  const { passedOver, failures, registries } = collected
  const digests = new Map((await collected.digests()).map((digest) => [digest.path, digest]))
  const { list, placeOf } = listSeverities(collected.files)
  const files = collected.files.map(({ severities, ...file }): PartFile => {
    const digest = digests.get(file.found.path)
    return { ...file, severities: placeOf(severities), ...(digest && { digest }) }
  })
  return {
    schemaVersion: VERSION,
    program: PROGRAM,
    ...known,
    passedOver,
    failures,
    registries,
    severities: list,
    files,
  }
}

/** The run that all its parts are of, as if nobody had divided it. */
export function joined(parts: readonly Part[]): Collected {
  const inOrder = parts.toSorted((a, b) => a.shard.index - b.shard.index)
  const all = inOrder.flatMap(({ files, severities }) =>
    files.map(({ severities: number, digest, ...file }) => ({
      digest,
      file: { ...file, severities: severities[number] ?? {} },
    })),
  )
  // What one part was asked for may lie near the files of another, and something may lie near both.
  const taken = new Map<string, (typeof all)[number]>()
  for (const isNear of [false, true])
    for (const one of all) {
      const { role, found } = one.file
      if ((role === 'near') === isNear && !taken.has(found.path)) taken.set(found.path, one)
    }
  const kept = [...taken.values()]
  const registries = new Map(inOrder.flatMap((part) => part.registries.map((registry) => [registry.path, registry])))
  return {
    files: kept.map(({ file }) => file),
    passedOver: inOrder.reduce((sum, { passedOver }) => sum + passedOver, 0),
    failures: [...new Set(inOrder.flatMap(({ failures }) => failures))],
    registries: [...registries.values()].sort((a, b) => compare(a.path, b.path)),
    digests: async () => kept.flatMap(({ digest }) => digest ?? []),
    recall: () => null,
    keeping: null,
  }
}
