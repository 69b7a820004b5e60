import { printable } from './terminal.js'

/** How many cells of a terminal a text takes: none for combining marks, two for emoji and East Asian letters. */
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

/** The most UTF-16 units that a cell usually has: a letter with its combining marks. */
const UNITS_OF_CELL = 4

/** The length in UTF-16 units of the longest beginning of a text that fits into a number of cells. */
export function fitting(text: string, cells: number): number {
  return unitsIn(Array.from(text.slice(0, cells * UNITS_OF_CELL)), cells)
}

/** The same for the end of a text. */
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

/** Narrower columns would be harder to read than lines that the terminal breaks itself. */
export const MIN_WIDTH = 24

/**
 * Breaks prose into lines between words.
 * @param width of the terminal in cells; null if the output does not go to a terminal: then all is one line
 * @param indent how many cells to leave free before each line
 */
export function wrapped(text: string, width: number | null, indent: number): string[] {
  if (width === null) return [text]
  const room = Math.max(MIN_WIDTH, width - indent)
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

/** Joins lines; all but the first are indented by that many spaces. */
export function hanging(lines: readonly string[], indent: number): string {
  return lines.join(`\n${' '.repeat(indent)}`)
}
