import type { Digest } from '../../events/digest.js'
import { type Gathering, gather } from '../../events/gathering.js'
import { type FindAmong, lintAmong, lintUndisputed } from '../../lint/among.js'
import type { Finding } from '../../lint/finding.js'
import type { LintSettings } from '../../lint/lint.js'
import { lintWithin } from '../../lint/together.js'
import type { Report } from '../../report/report.js'
import { type Collected, knownOf } from '../run/collected.js'

/** Checks a report of a run. */
export type LintOne = (report: Report, settings: LintSettings) => Finding[]

export interface Across {
  /** By itself and against the others. */
  readonly lint: LintOne
  /** By itself; but a day that the others dispute is written nowhere. */
  readonly lintOwn: LintOne
  /** The reports as their authors left them. */
  readonly authored: Gathering
}

/**
 * Checks reports, and what becomes of them, against all reports as they were before: what is found in one does not depend on
 * which of the others were changed first.
 * @param given the reports as their authors left them, where these are others by now: a day that a fix wrote speaks for none
 */
export async function lintAcross(collected: Collected, given: Gathering | null): Promise<Across> {
  const { registry, isAsked } = knownOf(collected)
  const gathering = gather(await collected.digests(), registry)
  const authored = given ?? gathering
  collected.keeping?.remember(null)
  /** What was found in the reports as they were. */
  const before = new Map<string, { readonly text: string; readonly found: readonly Finding[] }>()

  const findAmong: FindAmong = ({ path, text }, digest, settings) => {
    const first = before.get(path)
    if (first?.text === text) return first.found
    // Where others had nothing to correct, they have not after the corrections of the report's own either.
    if (first && !first.found.some(({ fix }) => fix)) return first.found
    const around = (first ? gather(aroundOf(digest, gathering), registry) : gathering).around(path)
    if (!around) return []
    const { event, account, eventOf, accountOf } = authored.around(path) ?? around
    const told = { ...around, event, account, eventOf, accountOf }
    const found = lintWithin(told, digest, { ...settings, isAsked })
    if (!first) before.set(path, { text, found })
    return found
  }
  const lint: LintOne = (report, settings) => lintAmong(report, settings, findAmong)
  const lintOwn: LintOne = (report, settings) => lintUndisputed(report, settings, findAmong)
  return { lint, lintOwn, authored }
}

/** A report as it is now, with what others say of its event and its site. */
function aroundOf(digest: Digest, gathering: Gathering): Digest[] {
  const around = gathering.around(digest.path)
  const accounts = around?.event?.accounts ?? []
  const others = [...accounts.flatMap(({ reports }) => reports), ...(around?.site ?? []), ...(around?.twins ?? [])]
  return [digest, ...new Set(others)].filter((other) => other === digest || other.path !== digest.path)
}
