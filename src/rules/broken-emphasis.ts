import { nodesOf, rangeOf } from '../markdown/mdast.js'
import type { Range } from '../text/range.js'
import { quote } from './quote.js'
import type { Problem, ReportRule } from './rule.js'

/** Words between two pairs of asterisks on one line, with the spaces inside. */
const BETWEEN_ASTERISKS =
  /(?<![*\\\p{L}\p{N}])\*\*(?!\*)([ \t]{0,9})([^*\s](?:[^*\r\n]{0,200}[^*\s])?)([ \t]{0,9})\*\*(?!\*)/gu

export const brokenEmphasis: ReportRule = {
  id: 'broken-emphasis',
  severity: 'warning',
  fixes: 'safe',
  onAnyPage: true,
  *check({ text, tree }) {
    if (!text.includes('**')) return
    for (const node of nodesOf(tree)) {
      // Asterisks in plain text are those that Markdown does not take for emphasis.
      if (node.type !== 'text') continue
      const [start, end] = rangeOf(node)
      const plain = text.slice(start, end)
      if (!plain.includes('**')) continue
      for (const match of plain.matchAll(BETWEEN_ASTERISKS)) {
        const problem = problemOf(match, start + match.index, text)
        if (problem) yield problem
      }
    }
  },
}

/** @returns null if nothing inside keeps Markdown from taking the words for emphasis */
function problemOf([found, before, words = '', behind]: RegExpExecArray, start: number, text: string): Problem | null {
  const range: Range = [start, start + found.length]
  const after = text.charAt(range[1])
  const isLabel = /[:：]$/.test(words) && WORD.test(after)
  if (!before && !behind && !isLabel) return null
  // With spaces on both sides, asterisks within a line may be signs: 2 ** 3 ** 4.
  if (before && behind && !LINE_START.test(text.slice(Math.max(0, start - MAX_LINE_START), start))) return null
  const emphasis = `**${words}**`
  const isSpaced = Boolean(before || behind)
  return {
    range,
    message: isSpaced
      ? `Unexpected space inside “${quote(found)}”, expected “${quote(emphasis)}”: Markdown shows the asterisks instead of bold text.`
      : `Unexpected “${quote(emphasis)}” without a space after it, expected one: Markdown shows the asterisks instead of bold text.`,
    fix: {
      title: isSpaced ? 'Remove the space inside the asterisks' : 'Add a space after the asterisks',
      safety: 'safe',
      edits: [{ range, text: isLabel || (behind && !NEEDS_NO_SPACE.test(after)) ? `${emphasis} ` : emphasis }],
    },
  }
}

const WORD = /[\p{L}\p{N}]/u

/** What follows words without a space between; also the end of the text. */
const NEEDS_NO_SPACE = /^(?:$|[\s.,:;!?)\]|])/

/** The beginning of a line, with the marks of headings, items and quotations. */
const LINE_START = /(?:^|[\r\n])[\s>#*+|.)\d-]{0,20}$/
/** The most characters that the expression above can match. */
const MAX_LINE_START = 21
