import { applyEdits, type TextEdit } from '../text/edit.js'
import { indexLines } from '../text/lines.js'
import { type Range, shifted } from '../text/range.js'
import { SINGLE_BYTE_ENCODINGS, type SingleByteEncoding } from './single-byte.js'

/** A run of characters that were UTF-8 and were read in another encoding. */
export interface Misread {
  readonly range: Range
  /** The original text. */
  readonly original: string
  readonly encoding: string
}

/** The remains of a character of which a byte was lost, so that it cannot be restored. */
interface Lost {
  readonly range: Range
  readonly original: null
}

export type Damage = Misread | Lost

/**
 * One restored character. Three or four bytes are hardly a coincidence, but two may be ordinary letters and signs side by side
 * ("ĐÃ”"), so these count only within damaged text, or if they are never neighbours otherwise.
 */
interface Sequence {
  readonly range: Range
  readonly original: string
  readonly isCertain: boolean
}

/**
 * Finds text that was damaged by a wrong encoding, in order. Everything it finds is proved: its characters are bytes of that
 * encoding, and the bytes are valid UTF-8 for letters, signs or emoji. Text that was damaged twice is restored in one step. It takes
 * linear time, and only a short scan for undamaged text.
 */
export function findMojibake(text: string): Damage[] {
  const readings = SINGLE_BYTE_ENCODINGS.map((encoding) => ({
    encoding,
    sequences: plausibleSequences(encoding, text),
  }))
  // If two encodings explain the same characters, the one that explains more of the text wins.
  readings.sort((a, b) => b.sequences.length - a.sequences.length)
  let runs: Misread[] = []
  for (const { encoding, sequences } of readings)
    runs = inOrder([...runs, ...apart(joinAdjacent(sequences, encoding), runs, text)])
  const repaired = runs.length > 0 ? repairTwice(text, runs) : []
  return inOrder<Damage>([...repaired, ...apart(lostCharacters(text, runs), runs, text)])
}

function inOrder<T extends Damage>(damages: readonly T[]): T[] {
  return damages.toSorted((a, b) => a.range[0] - b.range[0])
}

/** The damage that does not overlap what is already known. */
function apart<T extends Damage>(found: readonly T[], known: readonly Damage[], text: string): readonly T[] {
  if (found.length === 0 || known.length === 0) return found
  const isKnown = new Uint8Array(text.length)
  for (const { range } of known) isKnown.fill(1, ...range)
  return found.filter(({ range }) => !isKnown.subarray(...range).includes(1))
}

function sequencesOf({ sequence, byteOf }: SingleByteEncoding, text: string): Sequence[] {
  const sequences: Sequence[] = []
  for (const { index, 0: characters } of text.matchAll(sequence)) {
    const original = decoded(characters, byteOf)
    if (original !== null)
      sequences.push({
        range: [index, index + characters.length],
        original,
        isCertain: characters.length > 2 && !closesQuotation(characters, text, index),
      })
  }
  return sequences
}

/** In characters: the text before a quotation mark that is searched for the opening one. */
const MAX_QUOTATION = 200

/** Whether two characters are the end of an open quotation and the sign after it: "« … quá»…". */
function closesQuotation(characters: string, text: string, index: number): boolean {
  return characters[1] === '»' && /(?:^|[\s([*_])«[^«»\n]*$/.test(text.slice(Math.max(0, index - MAX_QUOTATION), index))
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Two bytes: letters of European languages, and the combining marks of Vietnamese. */
const PLAUSIBLE_OF_TWO = /^(?:[\u00a0-\u017f\u01a0\u01a1\u01af\u01b0]|[\u0300-\u036f])$/
/** More bytes: Latin letters, signs, emoji. Other scripts result from coincidental neighbours. */
const PLAUSIBLE_OF_MORE = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]$/u
const IMPLAUSIBLE = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u

function decoded(characters: string, byteOf: ReadonlyMap<string, number>): string | null {
  try {
    const original = utf8.decode(Uint8Array.from(characters, (character) => byteOf.get(character) ?? 0))
    // Characters of the encoding itself may result from damage that happened twice.
    if (byteOf.has(original)) return original
    const plausible = characters.length > 2 ? PLAUSIBLE_OF_MORE : PLAUSIBLE_OF_TWO
    return plausible.test(original) && !IMPLAUSIBLE.test(original) ? original : null
  } catch {
    return null
  }
}

/** The sequences of an encoding that the text around them does not contradict. */
function plausibleSequences(encoding: SingleByteEncoding, text: string): readonly Sequence[] {
  const { telling, foreign } = encoding
  const sequences = sequencesOf(encoding, text)
  const isProof = ({ range: [start, end], isCertain }: Sequence): boolean =>
    isCertain || telling.test(text.slice(Math.max(0, start - 2), end))
  if (!sequences.some(isProof)) return []
  // A text that was damaged as a whole has only characters of the encoding; in other files, each line is judged by itself.
  if (!foreign.test(text)) return sequences
  const lines = indexLines(text)
  const lineOf = ({ range }: Sequence): number => lines.place(range[0]).line
  const damagedLines = new Set(sequences.filter(isProof).map(lineOf))
  const damagedWhole = new Set([...damagedLines].filter((line) => !foreign.test(text.slice(...lines.range(line)))))
  return sequences.filter((sequence) => isProof(sequence) || damagedWhole.has(lineOf(sequence)))
}

/** Joins adjacent sequences to runs. */
function joinAdjacent(sequences: readonly Sequence[], { name }: SingleByteEncoding): Misread[] {
  const found: Misread[] = []
  for (const { range, original } of sequences) {
    const last = found.at(-1)
    if (last && last.range[1] === range[0])
      found[found.length - 1] = { ...last, range: [last.range[0], range[1]], original: last.original + original }
    else found.push({ range, original, encoding: name })
  }
  return found
}

/** Repairs results that are still damaged, and drops results that nobody would write. */
function repairTwice(text: string, runs: readonly Misread[]): Misread[] {
  const again = findMojibake(
    applyEdits(
      text,
      runs.map(({ range, original }) => ({ range, text: original })),
    ),
  )
  let shift = 0
  let next = 0
  return runs
    .map((run) => {
      const start = run.range[0] + shift
      const end = start + run.original.length
      shift = end - run.range[1]
      while ((again[next]?.range[0] ?? end) < start) next++
      const edits: TextEdit[] = []
      for (let damage = again[next]; damage && damage.range[1] <= end; damage = again[++next])
        if (damage.original !== null) edits.push({ range: shifted(damage.range, -start), text: damage.original })
      return { ...run, original: applyEdits(run.original, edits) }
    })
    .filter(({ original }) => !IMPLAUSIBLE.test(original))
}

/** "”" or "ọ" without its last byte, and the mark that programs put for bytes they cannot read, itself damaged or not. */
const ALWAYS_LOST = /â€|á[º»](?=\p{Ll})|ï¿½|ÔøΩ|\ufffd+/gu
/** "ọ" or "à" without its last byte at the end of a word; in sound text a letter before a quotation mark, or a letter. */
const LOST_IN_DAMAGED_LINE = /á[º»](?=\s|$)|[ÃÄ](?=\s|$)/gm

/** The remains of characters of which a byte was lost. Ambiguous ones only count on lines with other damage. */
function lostCharacters(text: string, damages: readonly Misread[]): Lost[] {
  const found = [...text.matchAll(ALWAYS_LOST)]
  if (damages.some(({ encoding }) => encoding === 'Windows-1252')) {
    const lines = indexLines(text)
    const damagedLines = new Set(damages.map(({ range }) => lines.place(range[0]).line))
    for (const match of text.matchAll(LOST_IN_DAMAGED_LINE))
      if (damagedLines.has(lines.place(match.index).line)) found.push(match)
  }
  return found.map(({ index, 0: remains }) => ({
    range: [index, index + remains.length],
    original: null,
  }))
}
