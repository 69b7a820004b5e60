import type { Range } from '../text/range.js'
import { SINGLE_BYTE_ENCODINGS, type SingleByteEncoding } from './single-byte.js'

/** A run of characters that were UTF-8 once, read by another encoding. */
export interface Damage {
  readonly range: Range
  /** What stood there; null where bytes were lost on the way, so that nobody can tell. */
  readonly original: string | null
  readonly encoding: string
}

/** The characters that a damaged text must hold: the first bytes of UTF-8 as either encoding shows them. */
const SUSPICIOUS = /[ÂÃÄÅÆáâãï√¬ƒ∆‚·Ô\uf8ffð\ufffd]/

/**
 * One character read back. Of three or four bytes it is hardly chance; two may be ordinary letters and signs side by side
 * ("ĐÃ”"), so these count only where the text is damaged for certain, or where no such neighbours exist.
 */
interface Sequence {
  readonly start: number
  readonly end: number
  readonly original: string
  readonly isCertain: boolean
}

/**
 * Finds text that was damaged by a wrong encoding. Whatever is found has been proved by the way back: its characters are
 * bytes of that encoding, and the bytes are valid UTF-8 of letters, signs or pictures. Linear in the length of the text.
 */
export function findMojibake(text: string): Damage[] {
  if (!SUSPICIOUS.test(text)) return []
  const damages = SINGLE_BYTE_ENCODINGS.flatMap((encoding) => damagedBy(encoding, text)).sort(
    (a, b) => a.range[0] - b.range[0],
  )
  const lost = [...text.matchAll(LOST)].map(
    ({ index, 0: all }): Damage => ({ range: [index, index + all.length], original: null, encoding: 'Windows-1252' }),
  )
  const isNew = ({ range }: Damage): boolean =>
    !damages.some((known) => known.range[0] < range[1] && range[0] < known.range[1])
  return [...damages, ...lost.filter(isNew)].sort((a, b) => a.range[0] - b.range[0])
}

/** What is left of "”", "ấ" or "ộ" when a program on the way dropped one of the bytes; and the mark of a byte given up. */
const LOST = /â€(?=[\s.,;:!?)]|$)|á[»º](?=\p{L}|\s)|\ufffd+/gmu

function damagedBy(encoding: SingleByteEncoding, text: string): Damage[] {
  const sequences = sequencesOf(encoding, text)
  const isDamaged = sequences.some(({ isCertain }) => isCertain)
  const believed = isDamaged ? sequences : sequences.filter((sequence) => isTelling(encoding, text, sequence))
  const damages: Damage[] = []
  for (const { start, end, original } of believed) {
    const last = damages.at(-1)
    if (last && last.range[1] === start)
      damages[damages.length - 1] = { ...last, range: [last.range[0], end], original: last.original + original }
    else damages.push({ range: [start, end], original, encoding: encoding.name })
  }
  return damages
}

/** "Ã©", "Ä‘", "Æ°", "Â°": a letter that opens a pair, and a sign that hardly ever follows it. */
function isTelling({ name }: SingleByteEncoding, text: string, { start, end }: Sequence): boolean {
  return (
    name === 'Windows-1252' &&
    end - start === 2 &&
    /^(?:[ÃÅÆ][¡-©¬®-º¼-¿]|Ä[‘¡-©¬®-º¼-¿]|Â[°·©®²³µ§¿¡])$/.test(text.slice(start, end))
  )
}

function sequencesOf({ byteOf }: SingleByteEncoding, text: string): Sequence[] {
  const sequences: Sequence[] = []
  for (let at = 0; at < text.length; ) {
    const lead = byteOf.get(text[at] ?? '')
    const length = lead === undefined ? 0 : lengthOf(lead)
    const original = length > 0 ? decoded(text.slice(at, at + length), byteOf, length) : null
    if (original === null) {
      at++
      continue
    }
    sequences.push({ start: at, end: at + length, original, isCertain: length > 2 })
    at += length
  }
  return sequences
}

/** How many bytes a character takes by its first one; 0 for a byte that opens none. */
function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Latin letters, signs, pictures: what reports are written with. Other scripts come out of chance neighbours. */
const PLAUSIBLE = /^(?:[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])$/u
const IMPLAUSIBLE = /[\p{Cc}\p{Co}\p{Cn}]/u

function decoded(characters: string, byteOf: ReadonlyMap<string, number>, length: number): string | null {
  if (characters.length < length) return null
  const bytes = Array.from(characters, (character) => byteOf.get(character) ?? 0)
  if (bytes.length !== length || bytes.some((byte, index) => index > 0 && (byte < 0x80 || byte > 0xbf))) return null
  try {
    const character = utf8.decode(Uint8Array.from(bytes))
    return PLAUSIBLE.test(character) && !IMPLAUSIBLE.test(character) ? character : null
  } catch {
    return null
  }
}
