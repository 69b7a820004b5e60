import { pointsOf, type Weights } from '../config/weights.js'
import type { ReportedFinding } from '../lint/finding.js'
import { siteOfPage } from '../source/site/page-path.js'
import { compare } from '../text/compare.js'
import { groupBy } from '../text/group-by.js'
import type { Checked } from './reporter.js'

/** The score of a report without findings. The lowest one is 0. */
const FULL_SCORE = 100

export function scoreOf(findings: readonly ReportedFinding[], weights: Weights): number {
  const lost = findings.reduce((sum, finding) => sum + pointsOf(finding, weights), 0)
  return rounded(Math.max(0, FULL_SCORE - lost))
}

export interface SiteScore {
  readonly site: string
  /** The mean of the scores of its reports. */
  readonly score: number
  readonly reports: readonly ReportScore[]
}

export interface ReportScore {
  readonly path: string
  readonly score: number
  readonly findings: readonly ReportedFinding[]
}

/** The scores of the sites, sorted by name, each with its reports; index pages have no score. */
export function scoresOf({ findings, files, examined, weights }: Checked): SiteScore[] {
  const byPath = groupBy(findings, ({ path }) => path)
  const siteOf = new Map(examined.map(({ path, digest }) => [path, digest.site]))
  const reportScore = (path: string): ReportScore => {
    const own = byPath.get(path) ?? []
    return { path, score: scoreOf(own, weights), findings: own }
  }
  return [...groupBy(files, (path) => siteOf.get(path) ?? siteOfPage(path, false))]
    .map(([site, paths]) => ({ site, reports: paths.map(reportScore) }))
    .map(({ site, reports }) => ({ site, score: mean(reports.map(({ score }) => score)), reports }))
    .sort((a, b) => compare(a.site, b.site))
}

function mean(values: readonly number[]): number {
  return rounded(values.reduce((sum, value) => sum + value, 0) / values.length)
}

/** Rounds to a tenth. */
function rounded(points: number): number {
  return Math.round(points * 10) / 10
}
