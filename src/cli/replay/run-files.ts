import type { ReportedFinding } from '../../lint/finding.js'
import type { Severities } from '../../lint/lint.js'
import type { Kind } from '../../report/kind.js'
import { offersIn } from '../../reporters/pretty.js'
import { tally } from '../../reporters/summary.js'
import { compare } from '../../text/compare.js'
import type { CheckOptions } from '../output/check-options.js'
import { shownFindings } from '../output/print-findings.js'
import type { CollectedFile } from '../run/collected.js'
import type { RunSetup } from '../run/examiner.js'
import type { Basis } from '../run/run.js'
import { listSeverities } from '../run/severities-list.js'

/** What is recorded of the files of a check, for a later one that finds some of the reports changed. */
export interface RunFiles {
  readonly setup: RunSetup
  readonly passedOver: number
  /** The paths of the registries of events. */
  readonly registries: readonly string[]
  /** Whether the files were compared with each other. */
  readonly wereCompared: boolean
  /** The configured severities, each distinct set once. */
  readonly severities: readonly Severities[]
  /** Sorted by path, as they are printed. */
  readonly files: readonly RunFile[]
}

export interface RunFile {
  /** As the user named it. */
  readonly path: string
  readonly kind: Kind
  /** null for a page that has no findings and says nothing of events. */
  readonly role: CollectedFile['role'] | null
  readonly named: boolean
  /** The index in `RunFiles.severities`. */
  readonly severities: number
  /** The hash of its digest. */
  readonly digestHash: string
  /** The findings in it of the rules across reports, as the JSON of a list. */
  readonly eventFindings: string
  readonly counts: Counts
  /** The number of bytes that were printed for it. */
  readonly size: number
}

/** The counts that the summary of a check gives. */
export type Counts = Readonly<Record<'errors' | 'warnings' | 'safe' | 'unsafe', number>>

export function countsOf(reported: readonly ReportedFinding[], options: Pick<CheckOptions, 'quiet'>): Counts {
  const { errors, warnings } = tally(reported)
  return { errors, warnings, ...offersIn(shownFindings(reported, options)) }
}

/**
 * @param printed the pieces of output: one for each file with findings, then the summary
 * @returns null if the pieces do not match the files
 */
export function runFilesOf(basis: Basis, printed: readonly Buffer[], options: CheckOptions): RunFiles | null {
  if (options.format !== 'pretty' || options.baseline !== undefined) return null
  const { setup, passedOver, registries, wereCompared } = basis
  const { list, indexOf } = listSeverities(basis.files)
  const checked = new Map(basis.files.map((file) => [file.found.path, file]))
  const parts = printed.values()
  const files = basis
    .examined()
    .toSorted((a, b) => compare(a.path, b.path))
    .map(({ path, kind, digestHash }): RunFile => {
      const file = checked.get(path)
      if (!file) return { ...NOTHING, path, kind, digestHash }
      const { role, named, eventFindings, severities } = file
      return {
        ...{ path, kind, digestHash, role, named },
        severities: indexOf(severities),
        eventFindings: JSON.stringify(eventFindings),
        counts: countsOf(file.reported, options),
        size: shownFindings(file.reported, options).length > 0 ? (parts.next().value?.length ?? 0) : 0,
      }
    })
  const isEnd = [...parts].length === 1
  return isEnd ? { setup, passedOver, registries, wereCompared, severities: list, files } : null
}

/** The fields of a page without findings. */
const NOTHING = {
  role: null,
  named: false,
  severities: 0,
  eventFindings: '[]',
  counts: { errors: 0, warnings: 0, safe: 0, unsafe: 0 },
  size: 0,
} as const satisfies Partial<RunFile>

/** A recorded file as a run collects it, without its own findings; null for a page without findings. */
export function collectedFile(
  { path, kind, role, named, severities }: RunFile,
  all: RunFiles['severities'],
): CollectedFile | null {
  return role && { found: { path, kind, findings: [] }, role, named, severities: all[severities] ?? {} }
}

/** As bytes: one line with everything but the findings across reports, then one line with these for each file. */
export function printRunFiles({ files, ...common }: RunFiles): Buffer {
  const known = { ...common, files: files.map(({ eventFindings: _, ...file }) => file) }
  return Buffer.from([JSON.stringify(known), ...files.map(({ eventFindings }) => eventFindings)].join('\n'))
}

/** @throws SyntaxError for bytes that are not from `printRunFiles` */
export function parseRunFiles(bytes: Buffer): RunFiles {
  const [known = '', ...eventFindings] = bytes.toString().split('\n')
  const { files, ...common } = JSON.parse(known)
  return { ...common, files: files.map((file: RunFile, at: number) => ({ ...file, eventFindings: eventFindings[at] })) }
}
