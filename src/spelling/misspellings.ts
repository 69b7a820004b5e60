import type { Range } from '../text/range.js'
import { rankOf } from './dawg.js'
import { dictionary } from './dictionary.js'
import { type Correction, correctionOf, isCompound, isKnown, SHORTEST } from './english-word.js'
import type { Glossary } from './glossary.js'
import { joined, recased, respelt } from './product-name.js'
import { type Confusions, vietnameseConfusions } from './vietnamese-confusions.js'
import { type Word, wordsOf } from './words.js'

export interface Misspelling {
  /** As written. */
  readonly word: string
  readonly suggestion: string
  /** Whether no other word can have been meant. */
  readonly certain: boolean
  readonly range: Range
}

const ENGLISH = /^[A-Za-z]+$/
const CAPITAL = /^[A-Z]/
const TITLE = /^[A-Z][a-z]+$/
const MAX_OF_A_SHORT_NAME = 2
/** From here on, a word that looks like a slip is one, and no name. */
const LONG = 9

/**
 * The misspelt words of some spans of a text, in their order.
 * @param names words of persons and firms, which nobody corrects
 */
export function* misspellings(
  text: string,
  ranges: readonly Range[],
  glossary: Glossary,
  names: ReadonlySet<string>,
): Generator<Misspelling> {
  const spans = ranges.map((range) => wordsOf(text, range))
  const verdicts = new Map<string, Correction | null>()

  const judge = (word: string): Correction | null => {
    let verdict = verdicts.get(word)
    if (verdict === undefined) {
      verdict = judgeAlone(word, glossary)
      verdicts.set(word, verdict)
    }
    return verdict
  }
  for (const words of spans) {
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word
      if (word.glued) continue
      const next = words[at + 1]
      if (!ENGLISH.test(word.text)) {
        const found = confused(words, at, vietnameseConfusions())
        if (found) yield found
        continue
      }
      const pair =
        next && !next.glued && next.gap === ' ' && CAPITAL.test(next.text)
          ? joined(word.text, next.text, glossary)
          : null
      if (pair && next) {
        yield {
          word: `${word.text} ${next.text}`,
          suggestion: pair,
          certain: true,
          range: [word.range[0], next.range[1]],
        }
        at++
        continue
      }
      const correction =
        isShouted(word) && !isShouted(words[at - 1]) && !isShouted(next) && words.length > 1
          ? unshouted(word.text, glossary)
          : judge(word.text)
      if (!correction || names.has(word.text)) continue
      if (TITLE.test(word.text) && !glossary.byLetters.has(correction.word.toLowerCase())) {
        if (isByAName(words, at, judge, glossary)) continue
        if (word.text.length < LONG && countOf(word.text, spans) > MAX_OF_A_SHORT_NAME) continue
      }
      yield { word: word.text, suggestion: correction.word, certain: correction.certain, range: word.range }
    }
  }
}

/** What one word of a–z should be, by itself. */
function judgeAlone(word: string, glossary: Glossary): Correction | null {
  if (glossary.known.has(word)) return null
  const cased = recased(word, glossary)
  if (cased) return { word: cased, certain: true }
  const lower = word.toLowerCase()
  if (word.length < SHORTEST || glossary.byLetters.has(lower)) return null

  const words = dictionary()
  const isPlain = word === lower || TITLE.test(word)
  if ((isPlain && isKnown(words, lower)) || word === word.toUpperCase()) return null
  if (!isPlain || !isCompound(words, lower)) {
    const name = respelt(word, glossary, (part) => rankOf(words, part) > 0)
    if (name) return { word: name, certain: true }
  }
  const correction = isPlain ? correctionOf(words, lower, word !== lower) : null
  if (!correction) return null
  const right = glossary.byLetters.get(correction.word) ?? correction.word
  return { word: likeCase(right, word), certain: correction.certain }
}

function countOf(word: string, spans: readonly (readonly Word[])[]): number {
  return spans.reduce((sum, words) => sum + words.filter(({ text }) => text === word).length, 0)
}

/** A name that has capitals inside (`GENAI`), in the midst of words that are not in capitals. */
function unshouted(word: string, { byLetters, known }: Glossary): Correction | null {
  const name = word.length < SHORTEST || known.has(word) ? undefined : byLetters.get(word.toLowerCase())
  return name && /^[A-Z]+[a-z]+[A-Z]\w*$/.test(name) ? { word: name, certain: true } : null
}

function isShouted(word: Word | undefined): boolean {
  return word !== undefined && word.text.length > 1 && word.text === word.text.toUpperCase()
}

/** A word with a capital next to one that nobody knows and nothing corrects is a part of a name. */
function isByAName(
  words: readonly Word[],
  at: number,
  judge: (word: string) => Correction | null,
  { known }: Glossary,
): boolean {
  const beside = [
    words[at]?.gap === ' ' ? words[at - 1] : undefined,
    words[at + 1]?.gap === ' ' ? words[at + 1] : undefined,
  ]
  return beside.some((word) => {
    if (!word || !isTitle(word.text) || known.has(word.text)) return false
    if (!ENGLISH.test(word.text)) return (words[at] as Word).text.length < LONG
    return rankOf(dictionary(), word.text.toLowerCase()) <= 1 && judge(word.text) === null
  })
}

function isTitle(word: string): boolean {
  const [first = '', second = ''] = word
  return first !== first.toLowerCase() && second !== second.toUpperCase()
}

function confused(words: readonly Word[], at: number, { wrong, right, endings }: Confusions): Misspelling | null {
  const word = words[at] as Word
  const last = normal(word)
  if (!endings.has(last)) return null
  const alone = wrong.get(last)
  if (alone) {
    return { word: word.text, suggestion: likeCase(alone.word, word.text), certain: alone.certain, range: word.range }
  }
  const before = words[at - 1]
  if (!before || before.glued || word.gap !== ' ') return null
  const pair = wrong.get(`${normal(before)} ${last}`)
  if (!pair || right.has(`${normal(words[at - 2])} ${normal(before)} ${last}`)) return null
  const [first = '', second = ''] = pair.word.split(' ')
  return {
    word: `${before.text} ${word.text}`,
    suggestion: `${likeCase(first, before.text)} ${likeCase(second, word.text)}`,
    certain: pair.certain,
    range: [before.range[0], word.range[1]],
  }
}

function normal(word: Word | undefined): string {
  return word?.text.normalize('NFC').toLowerCase() ?? ''
}

/** `right` with a capital, or in capitals, where `written` is. */
function likeCase(right: string, written: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return right.toUpperCase()
  const first = written[0] ?? ''
  return first !== first.toLowerCase() ? right[0]?.toUpperCase() + right.slice(1) : right
}
