import type { ReportedFinding } from '../../lint/finding.js'
import type { Severities } from '../../lint/lint.js'
import type { Kind } from '../../report/kind.js'
import { offersIn } from '../../reporters/pretty.js'
import { tally } from '../../reporters/summary.js'
import { compare } from '../../text/compare.js'
import type { CollectedFile } from '../run/collected.js'
import type { Manner } from '../run/examiner.js'
import type { Basis } from '../run/run.js'
import { listSeverities } from '../run/severities-list.js'
import type { CheckOptions } from '../telling/check-options.js'
import { shownOf } from '../telling/tell.js'

/** What is kept of the files of a check, for one that finds some of the reports changed. */
export interface RunFiles {
  readonly manner: Manner
  readonly passedOver: number
  /** Paths. */
  readonly registries: readonly string[]
  /** Whether the files were held against each other. */
  readonly isTogether: boolean
  /** What configurations say of the rules, each once. */
  readonly severities: readonly Severities[]
  /** In the order of their paths, which is that in which they are printed. */
  readonly files: readonly RunFile[]
}

export interface RunFile {
  /** As the user named it. */
  readonly path: string
  readonly kind: Kind
  /** null for a page that nothing is told of, and that says nothing to others. */
  readonly role: CollectedFile['role'] | null
  readonly named: boolean
  /** The place in the list. */
  readonly severities: number
  /** The hash of what it says to others. */
  readonly said: string
  /** What was found by holding it against others: the JSON of a list. */
  readonly together: string
  readonly counts: Counts
  /** How many bytes were printed of it. */
  readonly size: number
}

/** What the end of a check says of findings. */
export type Counts = Readonly<Record<'errors' | 'warnings' | 'safe' | 'unsafe', number>>

export function countsOf(told: readonly ReportedFinding[], options: Pick<CheckOptions, 'quiet'>): Counts {
  const { errors, warnings } = tally(told)
  return { errors, warnings, ...offersIn(shownOf(told, options)) }
}

/**
 * @param printed what was printed: of each file in which there are findings a part, then the end
 * @returns null where that is not what was printed
 */
export function runFilesOf(basis: Basis, printed: readonly Buffer[], options: CheckOptions): RunFiles | null {
  if (options.format !== 'pretty' || options.baseline !== undefined) return null
  const { manner, passedOver, registries, isTogether } = basis
  const { list, placeOf } = listSeverities(basis.files)
  const told = new Map(basis.files.map((file) => [file.found.path, file]))
  const parts = printed.values()
  const files = basis
    .examined()
    .toSorted((a, b) => compare(a.path, b.path))
    .map(({ path, kind, said }): RunFile => {
      const file = told.get(path)
      if (!file) return { ...NOTHING, path, kind, said }
      const { role, named, together, severities } = file
      return {
        ...{ path, kind, said, role, named },
        severities: placeOf(severities),
        together: JSON.stringify(together),
        counts: countsOf(file.told, options),
        size: shownOf(file.told, options).length > 0 ? (parts.next().value?.length ?? 0) : 0,
      }
    })
  const isEnd = [...parts].length === 1
  return isEnd ? { manner, passedOver, registries, isTogether, severities: list, files } : null
}

/** Of a page that is told nothing of. */
const NOTHING = {
  role: null,
  named: false,
  severities: 0,
  together: '[]',
  counts: { errors: 0, warnings: 0, safe: 0, unsafe: 0 },
  size: 0,
} as const satisfies Partial<RunFile>

/** A file as a run has collected it, but for what was found in it by itself; null for a page that is told nothing of. */
export function collectedFile(
  { path, kind, role, named, severities }: RunFile,
  all: RunFiles['severities'],
): CollectedFile | null {
  return role && { found: { path, kind, findings: [] }, role, named, severities: all[severities] ?? {} }
}

/** As bytes: a line for all that is known, and one for each file with what was found by holding it against others. */
export function printRunFiles({ files, ...common }: RunFiles): Buffer {
  const known = { ...common, files: files.map(({ together: _, ...file }) => file) }
  return Buffer.from([JSON.stringify(known), ...files.map(({ together }) => together)].join('\n'))
}

/** @throws SyntaxError for bytes that are none of `printRunFiles` */
export function parseRunFiles(bytes: Buffer): RunFiles {
  const [known = '', ...together] = bytes.toString().split('\n')
  const { files, ...common } = JSON.parse(known)
  return { ...common, files: files.map((file: RunFile, at: number) => ({ ...file, together: together[at] })) }
}
