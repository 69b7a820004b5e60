import { isAbsolute } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { type DocumentedRule, everyRule, leadOf } from '../lint/every-rule.js'
import type { ReportedFinding } from '../lint/finding.js'
import { fingerprinted, type KnownFinding } from '../lint/fingerprint.js'
import { slashed } from '../source/path.js'
import { repositoryPath } from '../source/repository.js'
import type { TextEdit } from '../text/edit.js'
import { groupBy } from '../text/group-by.js'
import { indexLines, type Lines, type Place } from '../text/lines.js'
import type { Range } from '../text/range.js'
import type { Checked } from './reporter.js'

/** The base of relative URIs: the name by which GitHub knows the root of the repository. */
const ROOT = '%SRCROOT%'

/**
 * A log in the Static Analysis Results Interchange Format (SARIF), for GitHub code scanning and editors: with the documentation of
 * the rules that found something, and with the fixes.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function sarif(checked: Checked): string {
  const { findings, failures, root } = checked
  const pathOf = (path: string): string => repositoryPath(path, checked)
  const known = fingerprinted(findings, { ...checked, pathOf })
  const ruleIds = [...new Set(findings.map(({ rule }) => rule))].sort()
  const run = {
    tool: { driver: { name: 'reportlint', version: manifest.version, rules: ruleIds.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [ROOT]: { uri: fileUri(`${root.replace(/[\\/]$/, '')}/`) } },
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        ...(failures.length > 0 && {
          toolExecutionNotifications: failures.map((text) => ({ level: 'error', message: { text: unlinked(text) } })),
        }),
      },
    ],
    results: [...groupBy(findings, ({ path }) => path)].flatMap(([path, own]) => {
      const text = checked.textOf(path)
      const places: Places = { regionOf: regionsIn(text), lines: text === null ? null : indexLines(text) }
      return own.map((finding) => ({
        ruleId: finding.rule,
        ruleIndex: ruleIds.indexOf(finding.rule),
        ...resultOf(finding, places, pathOf),
        partialFingerprints: fingerprints(known.get(finding)),
      }))
    }),
  }
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  }
  return `${JSON.stringify(log)}\n`
}

/** A range as SARIF has it: 1-based, the end column exclusive. */
interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** The region between two places in the same text. */
type RegionOf = (start: Place, end: Place) => Region

/** SARIF does not count a byte order mark as a column. @param text null if it is not available */
function regionsIn(text: string | null): RegionOf {
  const mark = text?.startsWith('\uFEFF') ? 1 : 0
  const columnOf = ({ line, column }: Place): number => (line === 1 ? Math.max(1, column - mark) : column)
  return (start, end) => ({
    startLine: start.line,
    startColumn: columnOf(start),
    endLine: end.line,
    endColumn: columnOf(end),
  })
}

function ruleOf(id: string): object {
  const rule = everyRule.find((known) => known.id === id)
  return { id, ...(rule && documentation(rule)) }
}

function documentation({ severity, fixes, doc }: DocumentedRule): object {
  const text = doc.replace(/^# .*\n+/, '').trim()
  return {
    shortDescription: { text: leadOf(doc) },
    fullDescription: { text: chapter(doc, 'Why') || leadOf(doc) },
    help: { text, markdown: text },
    defaultConfiguration: { level: severity },
    properties: { 'problem.severity': severity, fixes },
  }
}

/** The text under a heading of a document, as one paragraph. */
function chapter(doc: string, title: string): string {
  const [, after = ''] = doc.split(`\n## ${title}\n`)
  const [text = ''] = after.split(/\n## /)
  return text.trim().replace(/\s+/g, ' ')
}

/** How to express places in one report. */
interface Places {
  readonly regionOf: RegionOf
  /** null if the text is not available: then there are no fixes. */
  readonly lines: Lines | null
}

function resultOf(finding: ReportedFinding, { regionOf, lines }: Places, pathOf: (path: string) => string): object {
  const { path, severity, message, line, column, endLine, endColumn, data, related = [], fix } = finding
  const region = regionOf({ line, column }, { line: endLine, column: endColumn })
  const regionAt = lines && (([from, to]: Range): Region => regionOf(lines.place(from), lines.place(to)))
  return {
    level: severity,
    message: { text: unlinked(message) },
    locations: [{ physicalLocation: { artifactLocation: artifact(pathOf(path)), region } }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({
        id: index + 1,
        message: { text: unlinked(other.message) },
        physicalLocation: { artifactLocation: artifact(pathOf(other.path)), region: { startLine: other.line } },
      })),
    }),
    ...(fix?.edits && regionAt && { fixes: [fixOf(fix.title, fix.edits, artifact(pathOf(path)), regionAt)] }),
    ...((data || fix) && { properties: { ...(data && { data }), ...(fix && { fix: fix.safety }) } }),
  }
}

/** The first one is this program's own. GitHub only reads the second, and computes one from the lines if it is missing. */
function fingerprints(known: KnownFinding | undefined): object {
  return { 'reportlint/v2': known?.fingerprint, primaryLocationLineHash: known?.fingerprint }
}

function fixOf(
  title: string,
  edits: readonly TextEdit[],
  artifactLocation: object,
  regionAt: (range: Range) => Region,
): object {
  const replacements = edits.map(({ range, text }) => ({
    deletedRegion: regionAt(range),
    ...(text !== '' && { insertedContent: { text } }),
  }))
  return { description: { text: unlinked(title) }, artifactChanges: [{ artifactLocation, replacements }] }
}

/** The location of a file: relative to the root of the repository, or absolute if the file is elsewhere. */
function artifact(path: string): object {
  return isAbsolute(path) ? { uri: fileUri(path) } : { uri: encoded(path), uriBaseId: ROOT }
}

/** Not `pathToFileURL` of Node.js, which drops control characters at the end of a path. */
function fileUri(path: string): string {
  return `file://${path.startsWith('/') ? '' : '/'}${encoded(path)}`
}

/** Percent-encodes everything but the separators. A lone surrogate cannot be encoded. */
function encoded(path: string): string {
  const segments = slashed(path).split('/')
  return segments.map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'))).join('/')
}

/** In a SARIF message, `[text](1)` would be a link. */
function unlinked(text: string): string {
  return text.replaceAll('](', '] (')
}
