import type { Language } from '../schema/schema.js'
import { countsOf } from '../text/counts.js'
import { once } from '../text/memoize.js'
import type { Range } from '../text/range.js'
import type { Correction, PhraseCorrection } from './correction.js'
import { rankOf } from './dawg.js'
import { dictionary } from './dictionary.js'
import { englishMistakes } from './english-mistakes.js'
import { areSwapped } from './english-word.js'
import type { Glossary } from './glossary.js'
import { isTitleCase, isUpperCase } from './letter-case.js'
import { misreadAI } from './misread-ai.js'
import { wrongPhraseAt } from './phrase.js'
import { afterMaker, fromCapitals, joinedNameAt } from './product-name.js'
import { splitWordAt } from './split-word.js'
import { vietnameseCorrection } from './vietnamese-confusions.js'
import { checkerOf, isEnglish, mayBeVietnamese } from './word-checker.js'
import { type Word, wordsOf, wordTexts } from './words.js'

export interface Misspelling {
  /** As written. */
  readonly word: string
  readonly suggestion: string
  /** Whether no other word can have been meant. */
  readonly certain: boolean
  readonly range: Range
}

/** What counts as right in a text. */
export interface SpellingContext {
  readonly glossary: Glossary
  readonly language: Language
  /** Whether a word is part of the name of a person or a firm, which must not be corrected. */
  isName(word: string): boolean
}

/** In letters: a capitalized word of this length is not taken for a name because of an unknown neighbour or its repetition. */
const TOO_LONG_FOR_NAME = 9
/** A shorter one that occurs more often than this is a name. */
const MAX_REPEATED_SLIP = 2

/** In letters: a word of this length with two swapped letters is a slip, not a name. */
const SHORTEST_SWAPPED = 6

/** The misspelt words in ranges of a text, in their order. */
export function* misspellings(
  text: string,
  ranges: readonly Range[],
  { glossary, language, isName }: SpellingContext,
): Generator<Misspelling> {
  const { mayErr } = checkerOf(glossary)
  const isRepeated = repetitionIn(text, ranges)
  for (const span of ranges) {
    // A quick test, as hardly any range holds a doubtful word.
    if (!mayErr(text, span, language)) continue
    const words = wordsOf(text, span)
    const prose: Prose = { text, words, glossary, isRepeated }
    /** The index of the first word after the last wrong phrase. */
    let next = 0
    for (const [at, word] of words.entries()) {
      if (word.glued || at < next) continue
      const vietnamese = mayBeVietnamese(word.text, language) ? vietnameseCorrection(words, at) : null
      if (vietnamese && !isName(word.text)) yield misspelling(vietnamese, prose)
      if (vietnamese || !isEnglish(word.text)) continue
      const phrase = wrongPhraseAt(words, at, glossary) ?? splitWordAt(words, at, glossary)
      if (phrase) {
        if (phrase.from >= next) yield misspelling(phrase, prose)
        next = phrase.to + 1
        continue
      }
      const joined = joinedNameAt(words, at, glossary)
      const correction = joined ?? misreadAI(words, at) ?? singleCorrection(at, word, prose)
      if (correction && (joined || !isName(word.text))) yield misspelling(correction, prose)
    }
  }
}

/** A range of a text and its words. */
interface Prose {
  readonly text: string
  readonly words: readonly Word[]
  readonly glossary: Glossary
  /** Whether a word is repeated in the text so often that it must be a name. */
  readonly isRepeated: (word: string) => boolean
}

function misspelling({ word, certain, from, to }: PhraseCorrection, { text, words }: Prose): Misspelling {
  const range: Range = [words[from]?.range[0] ?? 0, words[to]?.range[1] ?? 0]
  return { word: text.slice(...range), suggestion: word, certain, range }
}

/** The correction of a word of A–Z; null if it is right, or may be a name or an identifier. */
function singleCorrection(at: number, { text: word, range }: Word, prose: Prose): PhraseCorrection | null {
  const { text, words, glossary } = prose
  const { correctionOf } = checkerOf(glossary)
  const name = isAloneInCapitals(words, at)
    ? fromCapitals(word, glossary)
    : afterMaker(words[at - 1]?.text ?? '', word, glossary)
  const correction = name ?? correctionOf(word)
  if (!correction) return null
  const isRecased = word === correction.word.toLowerCase()
  if (isRecased && isInIdentifier(text, range)) return null
  if (correction.word.includes(' ') && !/[A-Z]/.test(word) && isQuoted(text, range)) return null
  return isTitleCase(word) && mayBeName(at, word, correction, prose) ? null : { ...correction, from: at, to: at }
}

/** Whether a capitalized word may be a name in spite of its correction. */
function mayBeName(
  at: number,
  word: string,
  { word: right }: Correction,
  { words, glossary, isRepeated }: Prose,
): boolean {
  if (glossary.known.has(right) || englishMistakes().has(word.toLowerCase()) || isSurelySlip(word, right)) return false
  return isBesideUnknownName(words, at, glossary) || isRepeated(word)
}

/** Whether a capitalized word is a slip rather than a name: long names differ at the end (`Technologia`), and none in swapped letters. */
function isSurelySlip(wrong: string, right: string): boolean {
  if (wrong.length >= TOO_LONG_FOR_NAME && wrong.at(-1) === right.at(-1)) return true
  return (
    wrong.length >= SHORTEST_SWAPPED && wrong[0] === right[0] && areSwapped(wrong.toLowerCase(), right.toLowerCase())
  )
}

const BEFORE_PART =
  /(?:[-./:@]|(?<!\w)(?:add|apt|brew|create|docker|helm|i|init|install|kubectl|npm|npx|pip|pull|run|yarn) )$/
const AFTER_PART =
  /^(?:[-./:@]\w| --?\w| (?:configure|ec2|s3|s3api|sso|sts)(?!\w)|(?: [a-z\d]+)? (?:create|delete|deploy|describe|get|init|invoke|list|login|push|put|run|start|stop|sync|update)(?!\w))/

/** In characters: the text before and after a word that the expressions above are applied to. */
const MAX_BEFORE_PART = 20
const MAX_AFTER_PART = 40

/**
 * Whether a word is part of the name of a package or a file, or of a command: `aws-cdk`, `github/workflows`, `aws s3 cp`,
 * `npm install openai`.
 */
function isInIdentifier(text: string, [start, end]: Range): boolean {
  return (
    BEFORE_PART.test(text.slice(Math.max(0, start - MAX_BEFORE_PART), start)) ||
    AFTER_PART.test(text.slice(end, end + MAX_AFTER_PART))
  )
}

/** Whether a word is quoted, called or an option, as identifiers of programs are: `isempty()`, `-showall`. */
function isQuoted(text: string, [start, end]: Range): boolean {
  return QUOTES.includes(text[end] ?? ' ') || text[start - 1] === '-'
}

const QUOTES = '(\'"’”'

/** Whether a word is all in capitals, and the words beside it are not. */
function isAloneInCapitals(words: readonly Word[], at: number): boolean {
  const [own, ...beside] = [words[at], words[at - 1], words[at + 1]].map((word) => isUpperCase(word?.text ?? ''))
  return own === true && words.length > 1 && !beside.includes(true)
}

/** Whether a word is beside a capitalized word that is unknown and has no correction: both are then parts of a name. */
function isBesideUnknownName(words: readonly Word[], at: number, glossary: Glossary): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  return [word?.gap === ' ' ? before : undefined, after?.gap === ' ' ? after : undefined].some((beside) => {
    if (!beside || !isTitleCase(beside.text) || glossary.known.has(beside.text)) return false
    if (!isEnglish(beside.text)) return true
    // A word of rank 1 is merely known.
    return (
      rankOf(dictionary(), beside.text.toLowerCase()) <= 1 && checkerOf(glossary).correctionOf(beside.text) === null
    )
  })
}

/** Tells whether a short word is repeated too often for a slip. The words are counted on first use. */
function repetitionIn(text: string, ranges: readonly Range[]): (word: string) => boolean {
  const counts = once(() => countsOf(ranges.flatMap((range) => wordTexts(text, range))))
  return (word) => word.length < TOO_LONG_FOR_NAME && (counts().get(word) ?? 0) > MAX_REPEATED_SLIP
}
