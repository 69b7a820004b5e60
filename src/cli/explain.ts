import { everyRule } from '../lint/every-rule.js'
import type { Colours } from '../reporters/colours.js'
import { coloursFor } from './colours.js'
import type { ExitCode, Io } from './io.js'
import { listRules } from './rules.js'
import { unknown } from './unknown.js'

/** Prints the doc of a rule; without one, the list of rules. */
export function explain(id: string | undefined, io: Io): ExitCode {
  if (id === undefined) return listRules(false, io)
  const rule = everyRule.find((known) => known.id === id)
  if (!rule) {
    const ids = everyRule.map((known) => known.id)
    throw unknown('rule', id, ids, '`reportlint rules` lists them.')
  }
  io.stdout.write(forTerminal(rule.doc, coloursFor(io.stdout, io)))
  return 0
}

/** Markdown as it is, with headings and the lines of fences set off. */
function forTerminal(markdown: string, colours: Colours): string {
  let fence: string | null = null
  return markdown
    .split('\n')
    .map((line) => {
      const run = /^`{3,}/.exec(line)?.[0]
      if (run && (fence === null || run === fence)) {
        fence = fence === null ? run : null
        return colours.dim(line)
      }
      return fence === null && /^#{1,2} /.test(line) ? colours.bold(line) : line
    })
    .join('\n')
}
