import manifest from '../../../package.json' with { type: 'json' }
import type { Weights } from '../../config/weights.js'
import type { Digest } from '../../events/digest.js'
import type { Severities } from '../../lint/lint.js'
import { compare } from '../../text/compare.js'
import type { CheckScope } from '../output/fix-command.js'
import type { Shard } from '../run/collect.js'
import type { Collected, CollectedFile } from '../run/collected.js'
import type { Registry } from '../run/registries.js'
import { listSeverities } from '../run/severities-list.js'

/** To be increased with every change of the format. */
export const VERSION = 5

/** The results of one shard of a run, as a JSON document. `merge` joins them. */
export interface Part {
  readonly schemaVersion: typeof VERSION
  /** The program and version that wrote it: another version might read reports differently. */
  readonly program: string
  readonly shard: Shard
  /** The same in all parts of a run, like `asked` and `weights`. */
  readonly run: string
  readonly asked: CheckScope
  /** The points that findings cost; absent if the configuration that sets them is invalid. */
  readonly weights?: Weights | undefined
  readonly passedOver: number
  readonly failures: readonly string[]
  readonly registries: readonly Registry[]
  /** The different severities of rules by configuration, each once. */
  readonly severities: readonly Severities[]
  readonly files: readonly PartFile[]
}

interface PartFile extends Omit<CollectedFile, 'severities'> {
  /** The index in `severities` of the part. */
  readonly severities: number
  /** Absent for a file that is not about events. */
  readonly digest?: Digest
}

export const PROGRAM = `reportlint ${manifest.version}`

/** @param known which part of which run it is: `run` identifies everything that the parts of a run have in common */
export async function partOf(
  collected: Collected,
  known: Pick<Part, 'shard' | 'run' | 'asked' | 'weights'>,
): Promise<Part> {
  const { passedOver, failures, registries } = collected
  const digests = new Map((await collected.digests()).map((digest) => [digest.path, digest]))
  const { list, indexOf } = listSeverities(collected.files)
  const files = collected.files.map(({ severities, ...file }): PartFile => {
    const digest = digests.get(file.found.path)
    return { ...file, severities: indexOf(severities), ...(digest && { digest }) }
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

/** The results of the whole run, as if it had not been divided. */
export function joinParts(parts: readonly Part[]): Collected {
  const inOrder = parts.toSorted((a, b) => a.shard.index - b.shard.index)
  const all = inOrder.flatMap(({ files, severities }) =>
    files.map(({ severities: number, digest, ...file }) => ({
      digest,
      file: { ...file, severities: severities[number] ?? {} },
    })),
  )
  // A file that one part checks may be near the files of another part, or near files of both. The checked one takes precedence.
  const taken = new Map<string, (typeof all)[number]>()
  for (const isNear of [false, true])
    for (const one of all) {
      const { role, found } = one.file
      if ((role === 'near') === isNear && !taken.has(found.path)) taken.set(found.path, one)
    }
  const distinct = [...taken.values()]
  const registries = new Map(inOrder.flatMap((part) => part.registries.map((registry) => [registry.path, registry])))
  return {
    files: distinct.map(({ file }) => file),
    passedOver: inOrder.reduce((sum, { passedOver }) => sum + passedOver, 0),
    failures: [...new Set(inOrder.flatMap(({ failures }) => failures))],
    registries: [...registries.values()].sort((a, b) => compare(a.path, b.path)),
    digests: async () => distinct.flatMap(({ digest }) => digest ?? []),
    recall: () => null,
    cache: null,
  }
}
