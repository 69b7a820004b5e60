import type { ChalkInstance } from 'chalk'
import { docs } from '../rules/docs.js'
import { rules } from '../rules/index.js'
import { nearest } from '../text/nearest.js'
import { coloursFor } from './colours.js'
import { type ExitCode, type Io, UsageError } from './io.js'
import { listRules } from './rules.js'

/** Prints the doc of a rule; without one, the list of rules. */
export function explain(id: string | undefined, io: Io): ExitCode {
  if (id === undefined) return listRules(false, io)
  const doc = docs[id]
  if (doc === undefined) {
    const near = nearest(
      id,
      rules.map((rule) => rule.id),
    )
    throw new UsageError(
      `unknown rule “${id}”${near ? `. Did you mean “${near}”?` : ''} \`reportlint rules\` lists them.`,
    )
  }
  io.stdout.write(forTerminal(doc, coloursFor(io.stdout, io)))
  return 0
}

/** Markdown as it is, with headings and the lines of fences set off. */
function forTerminal(markdown: string, colours: ChalkInstance): string {
  return markdown
    .split('\n')
    .map((line) => {
      if (/^#{1,2} /.test(line)) return colours.bold(line)
      return /^`{3,}/.test(line) ? colours.dim(line) : line
    })
    .join('\n')
}
