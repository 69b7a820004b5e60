import type { Spot } from '../text/spot.js'
import { type Difference, type Statement, type Surplus, surplusDifference, valueDifference } from './difference.js'
import type { Digest } from './digest.js'
import type { Outline, OutlineSection } from './outline.js'

/** The differences between the outlines of a page and its translation. */
export function outlineDifferences(page: Digest, translation: Digest): Difference[] {
  return [...sections(page, translation), ...counts(page, translation)]
}

/** A difference between the outlines of a page and a translation, in words. `at` is a place in the page. */
export interface OutlineSummary extends Pick<Difference, 'about'> {
  readonly at: Spot
  readonly words: readonly string[]
}

/** The differences between the outlines of a page and its translations. */
export function summarizeOutline(page: Digest, twins: readonly Digest[]): OutlineSummary[] {
  return [page, ...twins].some(({ kind }) => kind === 'index')
    ? []
    : twins.flatMap((twin) =>
        outlineDifferences(page, twin).map(({ about, page: own, translation: other }) => ({
          about,
          at: own.at,
          words: [own.unexpected, own.expected(twin.path), other.unexpected],
        })),
      )
}

/**
 * The sections that one of the two lacks. An unrecognised title could hide a section, so one counts as missing only if its page
 * has fewer headings, and no more unknown sections, than the other.
 */
function sections(page: Digest, translation: Digest): Difference[] {
  const isInPage = page.outline.headings > translation.outline.headings
  const [more, fewer] = isInPage ? [page, translation] : [translation, page]
  const missing = sectionsLackedBy(fewer.outline, more.outline)
  const [first] = missing
  if (!first) return []
  const them = missing.length > 1 ? 'them' : 'it'
  const found: Surplus = {
    thing: 'section',
    names: missing.map(({ title }) => title),
    them,
    at: first.at,
    lacking: { at: fewer.top, words: 'page' },
    advice: `Translate ${them} for the page that lacks ${them}, or remove ${them} from the one that has ${them}.`,
  }
  return [surplusDifference(found, isInPage)]
}

function sectionsLackedBy(fewer: Outline, more: Outline): OutlineSection[] {
  const missing = missingFrom(fewer.sections, more.sections)
  return more.headings - fewer.headings < missing.length || fewer.unknownSections > more.unknownSections ? [] : missing
}

/** The sections that the others lack, unless there is another section at the same place, which may be the same by another name. */
function missingFrom(others: readonly OutlineSection[], sections: readonly OutlineSection[]): OutlineSection[] {
  const kinds = others.map(({ value }) => value)
  const isShared = ({ value }: OutlineSection): boolean => kinds.includes(value)
  return sections.filter((section, index) => {
    if (isShared(section) || sections.findIndex(({ value }) => value === section.value) < index) return false
    const before = sections.slice(0, index).findLast(isShared)
    const after = sections.slice(index).find(isShared)
    const from = before ? kinds.indexOf(before.value) + 1 : 0
    return kinds[from] === after?.value
  })
}

/** The differences in the numbers of pictures and code blocks. */
function counts(page: Digest, translation: Digest): Difference[] {
  const compared = (
    about: 'pictures' | 'code',
    statementOf: (page: Digest) => Statement,
    advice: string,
  ): Difference[] => {
    const [own, other] = [statementOf(page), statementOf(translation)]
    return own.words === other.words ? [] : [valueDifference(about, own, other, advice)]
  }
  return [
    ...compared('pictures', picturesOf, 'Show the same pictures in both.'),
    ...compared('code', codeBlocksOf, 'Show the same code in both.'),
  ]
}

function picturesOf({ outline: { pictures, firstPicture }, top }: Digest): Statement {
  return { at: firstPicture ?? top, words: counted(pictures, 'picture') }
}

function codeBlocksOf({ outline: { codeBlocks }, top }: Digest): Statement {
  return { at: top, words: counted(codeBlocks, 'code block') }
}

function counted(count: number, thing: string): string {
  return `${count === 0 ? 'no' : count} ${thing}${count === 1 ? '' : 's'}`
}
