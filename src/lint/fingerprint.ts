import { createHash } from 'node:crypto'
import { passageRuleIds } from '../rules/event-rule-ids.js'
import { type Counts, increase } from '../text/counts.js'
import { kept } from '../text/kept.js'
import type { Told } from './finding.js'
import type { SectionLines } from './section-lines.js'

/** What a finding is known by from one run to the next. */
export interface KnownFinding {
  /** 40 hexadecimal digits; no two findings of a run have the same. */
  readonly fingerprint: string
  /** As it is called from everywhere, with forward slashes. */
  readonly path: string
  readonly rule: string
  /** The beginning of the line that it is on, for people. */
  readonly text: string
}

/** What is said of the files of a run, by the paths that their findings have. */
export interface Files {
  /** The text that the findings' lines are counted in; null where it is not at hand. */
  textOf(path: string): string | null
  sectionsOf(path: string): SectionLines
  /** The path as it is called from everywhere. */
  pathOf(path: string): string
}

/**
 * Knows each finding by what it is about, not by where it stands: by its rule, its path, the line that it begins on with the
 * heading above it, the rule's data, and a number where all of these are the same twice. A heading is known by its section,
 * whatever it is called, and another by its words, whatever its level is. Lines that come, go and move elsewhere leave a
 * finding as it is, and so do fixes of headings; a new finding does not pass for one that was put right. How much of a page
 * others have too, and where that begins, changes with them: such a finding is known by its page alone.
 * @param findings in the order of their place
 */
export function knownBy<Finding extends Told>(
  findings: readonly Finding[],
  { textOf, sectionsOf, pathOf }: Files,
): ReadonlyMap<Finding, KnownFinding> {
  const seen: Counts<string> = new Map()
  const outlineOf = kept((path) => outlineIn(textOf(path) ?? '', sectionsOf(path)))
  const know = ({ rule, path: name, line, data = {} }: Told): KnownFinding => {
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

/** A text by its lines, and what its headings are known by, from the first to the last. */
interface Outline {
  readonly lines: readonly string[]
  readonly headings: readonly (readonly [line: number, name: string])[]
}

function outlineIn(text: string, sections: SectionLines): Outline {
  const lines = text.split(/\r\n|\n|\r/)
  const idsAt = new Map(sections)
  const head = endOfHead(lines)
  const headings = lines.flatMap((line, index) => {
    const ids = idsAt.get(index + 1)
    if (ids !== undefined) return [[index + 1, `section ${ids}`] as const]
    return index >= head && isHeading(line) ? [[index + 1, plain(line).replace(/^#+ ?/, '')] as const] : []
  })
  return { lines, headings }
}

/** How many lines the front matter has: its comments look like headings. */
function endOfHead(lines: readonly string[]): number {
  const fence = plain(lines[0] ?? '')
  return fence === '---' || fence === '+++' ? lines.indexOf(fence, 1) + 1 : 0
}

function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}(?:\s|$)/.test(line)
}

/** Blanks, and a byte order mark, are no part of what a line says. */
function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}
