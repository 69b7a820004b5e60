import { printable } from './terminal.js'

/** How many cells of a terminal a text takes: combining marks none, pictures and East Asian letters two. */
export function cellsOf(text: string): number {
  if (/^[ -~À-ɏḀ-ỹ]*$/.test(text)) return text.length
  let width = 0
  for (const character of printable(text)) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue
    width += /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(
      character,
    )
      ? 2
      : 1
  }
  return width
}

/** A cell hardly ever has more units than these: a letter with its marks. */
const UNITS_OF_CELL = 4

/** How much of the beginning of a text fits into that many cells, in UTF-16 units. */
export function fitting(text: string, cells: number): number {
  return unitsIn(Array.from(text.slice(0, cells * UNITS_OF_CELL)), cells)
}

/** The same of its end. */
export function fittingAtEnd(text: string, cells: number): number {
  return unitsIn(Array.from(text.slice(Math.max(0, text.length - cells * UNITS_OF_CELL))).reverse(), cells)
}

function unitsIn(characters: readonly string[], cells: number): number {
  let left = cells
  let units = 0
  for (const character of characters) {
    left -= cellsOf(character)
    if (left < 0) break
    units += character.length
  }
  return units
}

/** Narrower columns of text are harder to read than lines that the terminal breaks anywhere. */
export const NARROWEST = 24

/**
 * Prose as lines that a terminal need not break within a word.
 * @param width how many cells a line of the terminal has; null where nobody looks: all stands on one line
 * @param indent how many of them stay free before each line
 */
export function wrapped(text: string, width: number | null, indent: number): string[] {
  if (width === null) return [text]
  const room = Math.max(NARROWEST, width - indent)
  const lines: string[] = []
  let line: string | null = null
  for (const word of text.split(' ')) {
    const longer: string = line === null ? word : `${line} ${word}`
    if (line === null || cellsOf(longer) <= room) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line ?? '']
}

/** Lines below each other, all but the first behind so many blanks. */
export function hanging(lines: readonly string[], indent: number): string {
  return lines.join(`\n${' '.repeat(indent)}`)
}
