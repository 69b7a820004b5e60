import type { Digest } from '../../events/digest.js'
import { type Gathering, gather } from '../../events/gathering.js'
import { type FindAmong, lintAmong, lintUndisputed } from '../../lint/among.js'
import type { Finding } from '../../lint/finding.js'
import type { LintSettings } from '../../lint/lint.js'
import { lintWithin } from '../../lint/together.js'
import type { Report } from '../../report/report.js'
import { type Collected, knownOf } from '../run/collected.js'

/** Checks one report of a run. */
export type LintOne = (report: Report, settings: LintSettings) => Finding[]

export interface Comparison {
  /** With the rules on single reports and those across reports. */
  readonly lint: LintOne
  /** With the rules on single reports only, but without fixes that copy a day which other reports dispute. */
  readonly lintOwn: LintOne
  /** The reports as their authors left them. */
  readonly authored: Gathering
}

/**
 * Checks reports, before and after fixes, against all other reports as they were at first, so that the findings in one report do not
 * depend on the order in which the others are changed.
 * @param given the reports as their authors wrote them, if they have changed since: a day that a fix wrote is no evidence for that
 * day
 */
export async function compareForFixes(collected: Collected, given: Gathering | null): Promise<Comparison> {
  const { registry, isRequested } = knownOf(collected)
  const gathering = gather(await collected.digests(), registry)
  const authored = given ?? gathering
  collected.cache?.remember(null)
  /** The findings across reports before any fix. */
  const before = new Map<string, { readonly text: string; readonly found: readonly Finding[] }>()

  const findAmong: FindAmong = ({ path, text }, digest, settings) => {
    const first = before.get(path)
    if (first?.text === text) return first.found
    // If the rules across reports offered no fix for it at first, they do not after fixes of the report's own findings either.
    if (first && !first.found.some(({ fix }) => fix)) return first.found
    const around = (first ? gather(aroundOf(digest, gathering), registry) : gathering).around(path)
    if (!around) return []
    const { event, account, eventOf, accountOf } = authored.around(path) ?? around
    const asAuthored = { ...around, event, account, eventOf, accountOf }
    const found = lintWithin(asAuthored, digest, { ...settings, isRequested })
    if (!first) before.set(path, { text, found })
    return found
  }
  const lint: LintOne = (report, settings) => lintAmong(report, settings, findAmong)
  const lintOwn: LintOne = (report, settings) => lintUndisputed(report, settings, findAmong)
  return { lint, lintOwn, authored }
}

/** A report as it is now, with the other reports on its event and the other pages of its site. */
function aroundOf(digest: Digest, gathering: Gathering): Digest[] {
  const around = gathering.around(digest.path)
  const accounts = around?.event?.accounts ?? []
  const others = [...accounts.flatMap(({ reports }) => reports), ...(around?.site ?? []), ...(around?.twins ?? [])]
  return [digest, ...new Set(others)].filter((other) => other === digest || other.path !== digest.path)
}
