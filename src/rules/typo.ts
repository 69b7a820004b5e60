import { linkedAnchors } from '../markdown/anchors.js'
import { maskForMarkdown } from '../markdown/mask.js'
import type { Report } from '../report/report.js'
import { checkedRanges } from '../spelling/checked-ranges.js'
import { glossaryOf } from '../spelling/glossary.js'
import { type Misspelling, misspellings } from '../spelling/misspellings.js'
import { once } from '../text/memoize.js'
import type { Fix, ReportRule } from './rule.js'

export const typo: ReportRule = {
  id: 'typo',
  severity: 'warning',
  fixes: 'safe',
  onAnyPage: true,
  *check(report, schema) {
    const text = maskForMarkdown(report.text, null)
    const title = report.frontMatter?.entries.get('title')?.value
    const ranges = [...(title ? [title.range] : []), ...checkedRanges(report.tree, text)]
    const isLinkedTo = (word: string): boolean =>
      [...linkedAnchors(report.tree)].some((anchor) => anchor.includes(word.toLowerCase()))
    const glossary = glossaryOf(schema.glossary)
    const context = { glossary, language: report.language, isName: namesIn(report) }
    for (const found of misspellings(text, ranges, context)) {
      const { word, suggestion, certain, range } = found
      yield {
        range,
        message: certain
          ? `Unexpected “${word}”, expected “${suggestion}”. Correct the spelling.`
          : `Unexpected “${word}”, expected a word such as “${suggestion}”. Write the word that you mean.`,
        data: { word, suggestion },
        // The anchor of a heading consists of its words, so a correction would break links to it.
        ...(certain && !isLinkedTo(word) && { fix: correct(found) }),
      }
    }
  },
}

function correct({ word, suggestion, range }: Misspelling): Fix {
  return { title: `Correct “${word}” to “${suggestion}”`, safety: 'safe', edits: [{ range, text: suggestion }] }
}

/** Whether a word is part of a speaker's name or organisation. These are collected on the first call. */
function namesIn({ speakers, text }: Report): (word: string) => boolean {
  const names = once(
    () =>
      new Set(
        speakers.people
          .map(({ range, organization }) => `${text.slice(...range)} ${organization ?? ''}`)
          .join(' ')
          .match(/[A-Za-zÀ-ỹ]+/g),
      ),
  )
  return (word) => names().has(word)
}
