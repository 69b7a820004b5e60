import type { Finding } from '../lint/finding.js'
import type { Safety } from '../rules/rule.js'
import { indexLines } from '../text/lines.js'
import { applyFixes, type Pass } from './apply.js'
import { type Convergence, converged, type Lint, startPasses } from './converge.js'
import { trace } from './trace.js'

/** A fix that is offered to the user. */
export interface Offer {
  readonly finding: Finding
  /** 1-based, in the original text. */
  readonly line: number
  /** The text without it and with it. */
  readonly before: string
  readonly after: string
}

/** `all` and `none` also answer for all further offers. */
export type Answer = 'yes' | 'no' | 'all' | 'none'

/**
 * Offers the fixes of a text one by one, each for the text as the chosen ones before it leave it, until all are answered.
 * @returns the combined result of the chosen fixes
 */
export async function choose(
  text: string,
  lint: Lint,
  safety: Safety,
  ask: (offer: Offer) => Promise<Answer>,
): Promise<Convergence> {
  const sequence = startPasses(text)
  const { passes } = sequence
  const declined = new Set<string>()
  const { place } = indexLines(text)
  let current = text
  for (let answer: Answer | null = null; ; ) {
    const findings = lint(current)
    const { origin } = trace(
      text.length,
      passes.map(({ edits }) => edits),
    )
    /** Identifies a fix across passes. */
    const keyOf = ({ rule, range, fix }: Finding): string => `${origin(range[0])} ${rule} ${fix?.title}`
    let pass: Pass | null = null
    while (pass === null && answer !== 'none') {
      const offers = findings.filter((finding) => finding.fix && !declined.has(keyOf(finding)))
      const single = offers
        .map((finding) => applyFixes(current, [finding], safety))
        .find(({ text: after }) => after !== current)
      const finding = single?.fixed[0]
      if (!single || !finding) break
      if (answer !== 'all')
        answer = await ask({ finding, line: place(origin(finding.range[0])).line, before: current, after: single.text })
      if (answer === 'yes') pass = single
      else if (answer === 'all') pass = applyFixes(current, offers, safety)
      else declined.add(keyOf(finding))
    }
    if (pass === null) return converged(text, passes, findings)
    const refused = sequence.add(pass, answer !== 'all')
    if (refused) return refused
    current = pass.text
  }
}
