import { createHash } from 'node:crypto'
import { passageRuleIds } from '../rules/event-rule-ids.js'
import { type Counts, increase } from '../text/counts.js'
import { memoize } from '../text/memoize.js'
import type { ReportedFinding } from './finding.js'
import type { SectionLines } from './section-lines.js'

/** A finding in a form that stays the same from one run to the next. */
export interface KnownFinding {
  /** 40 hexadecimal digits; no two findings of a run have the same. */
  readonly fingerprint: string
  /** The same wherever the program is run from, with forward slashes. */
  readonly path: string
  readonly rule: string
  /** The beginning of the line it is on, for people to read. */
  readonly text: string
}

/** Access to the files of a run, by the paths that findings have. */
export interface Files {
  /** The text that the findings' lines are counted in; null if it is not available. */
  textOf(path: string): string | null
  sectionsOf(path: string): SectionLines
  /** See `KnownFinding`. */
  pathOf(path: string): string
}

/**
 * Gives each finding a fingerprint of what it is about, not of where it is: its rule, its path, the text of its first line,
 * the heading above that, and the rule's data; if several findings have all of these in common, they are numbered. A heading
 * that is bound to a section is identified by that section, whatever its words; any other heading by its words, whatever its level.
 *
 * So a fingerprint survives lines that are added, removed and moved elsewhere, and fixes of headings, while a new finding
 * cannot be mistaken for one that was fixed. Findings on copied passages are identified by rule and page alone: what is copied
 * changes with every edit of the other page.
 * @param findings in the order of their place
 */
export function fingerprinted<Finding extends ReportedFinding>(
  findings: readonly Finding[],
  { textOf, sectionsOf, pathOf }: Files,
): ReadonlyMap<Finding, KnownFinding> {
  const seen: Counts<string> = new Map()
  const outlineOf = memoize((path) => outlineIn(textOf(path) ?? '', sectionsOf(path)))
  const know = ({ rule, path: name, line, data = {} }: ReportedFinding): KnownFinding => {
    const path = pathOf(name)
    const { lines, headings } = outlineOf(name)
    const text = plain(lines[line - 1] ?? '')
    const [at, heading = ''] = headings.findLast(([above]) => above <= line) ?? []
    const place = passageRuleIds.includes(rule) ? [] : [heading, at === line ? '' : text, data]
    const content = JSON.stringify([rule, path, ...place])
    const earlier = increase(seen, content) - 1
    const fingerprint = createHash('sha256').update(`${content}${earlier}`).digest('hex').slice(0, 40)
    return { fingerprint, path, rule, text: text.slice(0, 80) }
  }
  return new Map(findings.map((finding) => [finding, know(finding)]))
}

/** The lines of a text, and the names that identify its headings, in their order. */
interface Outline {
  readonly lines: readonly string[]
  readonly headings: readonly (readonly [line: number, name: string])[]
}

function outlineIn(text: string, sections: SectionLines): Outline {
  const lines = text.split(/\r\n|\n|\r/)
  const idsAt = new Map(sections)
  const bodyStart = frontMatterLength(lines)
  const headings = lines.flatMap((line, index) => {
    const ids = idsAt.get(index + 1)
    if (ids !== undefined) return [[index + 1, `section ${ids}`] as const]
    return index >= bodyStart && isHeading(line) ? [[index + 1, plain(line).replace(/^#+ ?/, '')] as const] : []
  })
  return { lines, headings }
}

/** How many lines the front matter has, whose comments look like headings. */
function frontMatterLength(lines: readonly string[]): number {
  const fence = plain(lines[0] ?? '')
  return fence === '---' || fence === '+++' ? lines.indexOf(fence, 1) + 1 : 0
}

function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}(?:\s|$)/.test(line)
}

/** A line with its white space collapsed and without a byte order mark. */
function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}
