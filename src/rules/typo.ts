import { maskForMarkdown } from '../report/mask.js'
import type { Report } from '../report/report.js'
import { glossaryOf } from '../spelling/glossary.js'
import { type Misspelling, misspellings } from '../spelling/misspellings.js'
import { proseRanges } from '../spelling/prose.js'
import type { Range } from '../text/range.js'
import type { Fix, ReportRule } from './rule.js'

export const typo: ReportRule = {
  id: 'typo',
  severity: 'warning',
  fixes: 'safe',
  *check(report, schema) {
    const text = maskForMarkdown(report.text, null)
    const title = report.frontMatter?.entries.get('title')?.value
    const ranges = [...(title ? [title.range] : []), ...proseRanges(report.tree, text)]
    const anchors =
      report.text
        .match(/\]\(#[^)\s]{1,200}\)/g)
        ?.join(' ')
        .toLowerCase() ?? ''
    for (const found of misspellings(text, ranges, glossaryOf(schema.glossary), namesIn(report))) {
      const { word, suggestion, certain, range } = found
      yield {
        range,
        message: certain
          ? `Unexpected “${word}”, expected “${suggestion}”. Correct the spelling.`
          : `Unexpected “${word}”, expected a word such as “${suggestion}”. Write the word that is meant.`,
        data: { word, suggestion },
        // A heading's anchor is made of its words: what links to it would break.
        ...(certain && !anchors.includes(word.toLowerCase()) && { fix: correct(found) }),
      }
    }
  },
}

function correct({ word, suggestion, range }: Misspelling): Fix {
  return { title: `Correct “${word}” to “${suggestion}”`, safety: 'safe', edits: [{ range, text: suggestion }] }
}

/** The words of the speakers' names and firms. */
function namesIn({ speakers, text }: Report): ReadonlySet<string> {
  const written = speakers.people.flatMap(
    ({ range: [start, end], organization }: { range: Range; organization: string | null }) => [
      text.slice(start, end),
      organization ?? '',
    ],
  )
  return new Set(written.join(' ').match(/[A-Za-z]+/g))
}
