import { titlesFor } from '../drafting/title-case.js'
import { anchorOf, linkedAnchors } from '../markdown/anchors.js'
import { maskForMarkdown } from '../markdown/mask.js'
import { plainTitle, titleParts, titleWords } from '../report/sections/heading-title.js'
import { phrasesOf, standsAt } from '../report/sections/phrases.js'
import { recognizerOf } from '../report/sections/recognize.js'
import type { Section } from '../report/sections/section.js'
import type { Schema, SectionSpec } from '../schema/schema.js'
import { compose } from '../text/compose.js'
import { MASK } from '../text/mask.js'
import { memoizeByObject } from '../text/memoize.js'
import type { Range } from '../text/range.js'
import type { ReportRule } from './rule.js'

export const headingVariant: ReportRule = {
  id: 'heading-variant',
  severity: 'warning',
  fixes: 'safe',
  *check(report, schema) {
    const titleOf = titlesFor(report)
    for (const section of report.sections) {
      const slot = report.slots.find(({ spec }) => spec.required && spec.id === section.id)
      // If there are two sections of a kind, their titles tell them apart.
      if (slot?.sections.length !== 1) continue
      if (section.form !== 'heading' || !section.firm || section.also.length > 0) continue
      const { spec } = slot
      const { main, asides } = plainTitle(section.title.value)
      if (main === plainTitle(spec.title[report.language]).main || asides.length > 0) continue
      const canonical = titleOf(spec)
      const range = wordsRange(section, main, report.text)
      // Renaming the heading would break links to it.
      const isLinkedTo = linkedAnchors(report.tree).has(anchorOf(section.title.value))
      yield {
        range: section.heading,
        message: `Unexpected title “${section.title.value}”, expected “${canonical}”.`,
        data: { section: spec.id, expected: canonical, actual: section.title.value },
        ...(range && !saysMore(main, spec, schema) && !isLinkedTo
          ? {
              fix: {
                title: `Rename the heading to “${canonical}”`,
                safety: 'safe',
                edits: [{ range, text: canonical }],
              },
            }
          : {}),
      }
    }
  },
}

/** Whether renaming would lose information: "Speaker: Lan Vo", "Application to Work & Studies", "Purpose of Participation". */
function saysMore(main: string, { id }: SectionSpec, schema: Schema): boolean {
  const words = titleWords(main)
  const isInformative = (word: string, at: number): boolean =>
    informativePhrases(schema)
      .get(word)
      ?.some((phrase) => phrase.id === id && standsAt(words, at, phrase)) ?? false
  const meaningOf = recognizerOf(schema)
  return words.some(isInformative) || titleParts(main).some((part) => meaningOf(part).proposal?.id !== id)
}

const informativePhrases = memoizeByObject((schema: Schema) => phrasesOf(schema, 'keeps'))

/**
 * The range of the title's own words with a full stop after them, so that numbering, emoji, emphasis and shortcodes around them stay;
 * null if there are some in between.
 */
function wordsRange({ title }: Section, main: string, text: string): Range | null {
  const { text: written, offsetAt } = compose(maskForMarkdown(text.slice(...title.range), null))
  const words = titleWords(main)
  const folded = written.toLowerCase()
  const first = folded.indexOf(words[0] ?? ' ')
  const last = folded.lastIndexOf(words.at(-1) ?? ' ')
  if (folded.length !== written.length || first < 0 || last < first) return null
  const endOfWords = last + (words.at(-1) ?? '').length
  const end = endOfWords + (/^\.(?=[*_\s]{0,9}$)/.exec(written.slice(endOfWords))?.[0].length ?? 0)
  const [from] = title.range
  const between = written.slice(first, end)
  return /[*_`[\]<>]/.test(between) || between.includes(MASK) ? null : [from + offsetAt(first), from + offsetAt(end)]
}
