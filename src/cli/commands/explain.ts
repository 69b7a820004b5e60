import { everyRule } from '../../lint/every-rule.js'
import { PLAIN } from '../../reporters/colours.js'
import { coloursFor } from '../process/colours.js'
import type { ExitCode, Io } from '../process/io.js'
import { unknownName } from '../process/unknown-name.js'
import { formatDoc } from './format-doc.js'
import { listRules } from './rules.js'

/** Prints the documentation of a rule, as plain Markdown unless the output is a terminal; without an id, the list of rules. */
export function explain(id: string | undefined, io: Io): ExitCode {
  if (id === undefined) return listRules(false, io)
  const rule = everyRule.find((known) => known.id === id)
  if (!rule) {
    const ids = everyRule.map((known) => known.id)
    throw unknownName('rule', id, ids, '`reportlint rules` lists them.')
  }
  const colours = coloursFor(io.stdout, io)
  const isSeen = io.stdout.isTTY || colours !== PLAIN
  io.stdout.write(isSeen ? formatDoc(rule.doc, colours, io.stdout.columns) : rule.doc)
  return 0
}
