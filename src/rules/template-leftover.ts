import { keepsListsApart } from '../markdown/between-lists.js'
import type { LeftoverText } from '../report/leftovers.js'
import type { Report } from '../report/report.js'
import type { Leftover } from '../schema/schema.js'
import { overlaps, type Range } from '../text/range.js'
import { MAX_QUOTE, quote } from './quote.js'
import type { Problem, ReportRule } from './rule.js'

const WORDS: Readonly<Record<Leftover['kind'], readonly [what: string, advice: string]>> = {
  notice: ['warning of the template', 'it is for the writer of the report, not for its readers. Remove it'],
  instruction: ['instruction of the template', 'do what it asks, and remove it'],
  field: ['field of the template', 'fill it in'],
  todo: ['note about work still to be done', 'do it, and remove the note'],
  sample: ['sample picture of the template', 'replace it with a picture of the event'],
}

export const templateLeftover: ReportRule = {
  id: 'template-leftover',
  severity: 'error',
  fixes: 'unsafe',
  onAnyPage: true,
  *check(report) {
    const { leftovers, text, tree, speakers } = report
    if (report.sampleReport) yield sampleReport(report.sampleReport, report)
    for (const leftover of leftovers) {
      const { kind, block } = leftover
      const { range, quoted } = shownOf(leftover, text)
      // What is in place of a speaker's name is reported as that.
      if (kind === 'field' && speakers.placeholders.some((placeholder) => overlaps(range, placeholder.range))) continue
      const [what, advice] = WORDS[kind]
      yield {
        range,
        message: `Unexpected ${what}: “${quoted}”, expected your own text: ${advice}.`,
        data: { kind },
        ...(block && !keepsListsApart(range, tree)
          ? { fix: { title: `Remove the ${what}`, safety: 'unsafe', edits: [{ range: block, text: '' }] } }
          : {}),
      }
    }
  },
}

/** A page is the sample report as a whole if at most this share of its lines is outside the sample. */
const MAX_AROUND = 1 / 4

/** One problem for the whole sample report: at the title if the page is the sample, else where it starts. */
function sampleReport([start, end]: Range, { lines, prose, title }: Report): Problem {
  const [first, last] = [lines.place(start).line, lines.place(end).line]
  const around = prose.filter((line) => line.start < start || line.start > end)
  const isAll = around.length <= prose.length * MAX_AROUND
  return {
    range: isAll && title ? title.range : [start, lines.range(first)[1]],
    message: isAll
      ? `Unexpected sample report of the template, expected your own: lines ${first} to ${last} are still the template's. Write what you saw and learned, or remove the page.`
      : `Unexpected sample report of the template beside your own, expected only your own: there are passages of it between line ${first} and line ${last}. Remove what is not yours.`,
    data: { kind: 'report' },
  }
}

/** What to quote of a leftover: the passage that reveals it, with the text before it on the line if that is short. */
function shownOf({ kind, range, at }: LeftoverText, text: string): { range: Range; quoted: string } {
  // A field in angle brackets is a tag.
  const wordsIn = (from: number, to: number): string =>
    wordsOf(kind === 'field' ? text.slice(from, to) : text.slice(from, to).replace(/<\/?[a-z][^<>]{0,400}>/gi, ' '))
  const [start, end] = range
  return wordsIn(start, at).length > MAX_QUOTE / 2
    ? { range: [at, end], quoted: `…${quote(wordsIn(at, end))}` }
    : { range, quoted: quote(wordsIn(start, end)) }
}

/** The words of a passage, without shortcodes, space entities and punctuation marks. */
function wordsOf(passage: string): string {
  return passage
    .replace(/\{\{[^{}]*\}\}|&(?:em|en|nb)sp;|[*_]|^#{1,6} /g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\S) (?=:(?:\s|$))/g, '')
    .trim()
}
