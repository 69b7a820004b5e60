import type { Language } from '../schema/schema.js'
import { countsOf } from '../text/counts.js'
import { once } from '../text/memoize.js'
import type { Range } from '../text/range.js'
import { rankOf } from './dawg.js'
import { dictionary } from './dictionary.js'
import { englishMistakes } from './english-mistakes.js'
import { areSwapped, type Correction } from './english-word.js'
import type { Glossary } from './glossary.js'
import { isEnglish, judgeOf, mayBeVietnamese } from './judge.js'
import { isTitleCase, isUpperCase } from './letter-case.js'
import { unmisread } from './misread.js'
import { wrongPhraseAt } from './phrase.js'
import { behindMaker, joined, unshouted } from './product-name.js'
import { tornWordAt } from './torn-word.js'
import { vietnameseCorrection } from './vietnamese-confusions.js'
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
export interface Ways {
  readonly glossary: Glossary
  readonly language: Language
  /** Whether a word is part of the name of a person or a firm, which must not be corrected. */
  isName(word: string): boolean
}

/** In letters: a capitalized word of this length is not taken for a name because of an unknown neighbour or its repetition. */
const TOO_LONG_FOR_NAME = 9
/** A shorter one that occurs more often than this is a name. */
const MOST_OF_ONE_SLIP = 2

/** In letters: a word of this length with two swapped letters is a slip, not a name. */
const SHORTEST_SWAPPED = 6

/** The misspelt words in ranges of a text, in their order. */
export function* misspellings(
  text: string,
  ranges: readonly Range[],
  { glossary, language, isName }: Ways,
): Generator<Misspelling> {
  const { judge, mayErr } = judgeOf(glossary)
  const isRepeated = repetitionIn(text, ranges)
  const found = ({ word, certain }: Correction, from: Word, to: Word): Misspelling => {
    const range: Range = [from.range[0], to.range[1]]
    return { word: text.slice(...range), suggestion: word, certain, range }
  }

  for (const span of ranges) {
    // A quick test, as hardly any range holds a doubtful word.
    if (!mayErr(text, span, language)) continue
    const words = wordsOf(text, span)
    let next = 0
    for (const [at, word] of words.entries()) {
      if (word.glued || at < next) continue
      const vietnamese = mayBeVietnamese(word.text, language) ? vietnameseCorrection(words, at) : null
      if (vietnamese && !isName(word.text)) yield found(vietnamese, words[vietnamese.from] as Word, word)
      if (vietnamese || !isEnglish(word.text)) continue
      const phrase = wrongPhraseAt(words, at, glossary) ?? tornWordAt(words, at, glossary)
      if (phrase) {
        if (phrase.from >= next) yield found(phrase, words[phrase.from] as Word, words[phrase.to] as Word)
        next = phrase.to + 1
        continue
      }
      const before = words[at - 1]
      const name = before && !before.glued && word.gap === ' ' ? joined(before.text, word.text, glossary) : null
      if (before && name) {
        yield found({ word: name, certain: true }, before, word)
        continue
      }
      const misread = unmisread(words, at)
      if (misread && !isName(word.text)) {
        yield found(misread, word, words[misread.to] as Word)
        continue
      }
      const correction =
        (isShouted(words, at)
          ? unshouted(word.text, glossary)
          : behindMaker(before?.text ?? '', word.text, glossary)) ?? judge(word.text)
      if (!correction || isName(word.text) || (isRecasing(correction, word) && isInIdentifier(text, word.range)))
        continue
      if (correction.word.includes(' ') && !/[A-Z]/.test(word.text) && isQuoted(text, word.range)) continue
      const isCertain = glossary.known.has(correction.word) || englishMistakes().has(word.text.toLowerCase())
      const mayBeName = isTitleCase(word.text) && !isCertain && !isSurelySlip(word.text, correction.word)
      if (mayBeName && (isByAName(words, at, judge, glossary) || isRepeated(word.text))) continue
      yield found(correction, word, word)
    }
  }
}

/** Whether a capitalized word is a slip rather than a name: long names differ at the end (`Technologia`), and none in swapped letters. */
function isSurelySlip(wrong: string, right: string): boolean {
  if (wrong.length >= TOO_LONG_FOR_NAME && wrong.at(-1) === right.at(-1)) return true
  return (
    wrong.length >= SHORTEST_SWAPPED && wrong[0] === right[0] && areSwapped(wrong.toLowerCase(), right.toLowerCase())
  )
}

/** Whether a correction only adds capitals to a word in lower case. */
function isRecasing({ word: right }: Correction, { text }: Word): boolean {
  return text === right.toLowerCase()
}

/**
 * Whether a word is part of the name of a package or a file, or of a command: `aws-cdk`, `github/workflows`, `aws s3 cp`,
 * `npm install openai`.
 */
function isInIdentifier(text: string, [start, end]: Range): boolean {
  return PARTS_BEFORE.test(text.slice(Math.max(0, start - 20), start)) || PARTS_BEHIND.test(text.slice(end, end + 40))
}

/** Whether a word is quoted, called or an option, as identifiers of programs are: `isempty()`, `-showall`. */
function isQuoted(text: string, [start, end]: Range): boolean {
  return QUOTES.includes(text[end] ?? ' ') || text[start - 1] === '-'
}

const QUOTES = '(\'"’”'

const PARTS_BEFORE =
  /(?:[-./:@]|(?<!\w)(?:add|apt|brew|create|docker|helm|i|init|install|kubectl|npm|npx|pip|pull|run|yarn) )$/
const PARTS_BEHIND =
  /^(?:[-./:@]\w| --?\w| (?:configure|ec2|s3|s3api|sso|sts)(?!\w)|(?: [a-z\d]+)? (?:create|delete|deploy|describe|get|init|invoke|list|login|push|put|run|start|stop|sync|update)(?!\w))/

/** Whether a word is all in capitals, and the words beside it are not. */
function isShouted(words: readonly Word[], at: number): boolean {
  const [shouted, ...beside] = [words[at], words[at - 1], words[at + 1]].map((word) => isUpperCase(word?.text ?? ''))
  return shouted === true && words.length > 1 && !beside.includes(true)
}

/** Whether a word is beside a capitalized word that is unknown and has no correction: both are then parts of a name. */
function isByAName(
  words: readonly Word[],
  at: number,
  judge: (word: string) => Correction | null,
  { known }: Glossary,
): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  return [word?.gap === ' ' ? before : undefined, after?.gap === ' ' ? after : undefined].some((beside) => {
    if (!beside || !isTitleCase(beside.text) || known.has(beside.text)) return false
    if (!isEnglish(beside.text)) return true
    return rankOf(dictionary(), beside.text.toLowerCase()) <= 1 && judge(beside.text) === null
  })
}

/** Tells whether a short word is repeated too often for a slip. The words are counted on first use. */
function repetitionIn(text: string, ranges: readonly Range[]): (word: string) => boolean {
  const times = once(() => countsOf(ranges.flatMap((range) => wordTexts(text, range))))
  return (word) => word.length < TOO_LONG_FOR_NAME && (times().get(word) ?? 0) > MOST_OF_ONE_SLIP
}
