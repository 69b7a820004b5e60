import type { ProseLine } from '../markdown/prose.js'
import { unmarked } from '../markdown/unmarked.js'
import { schemaPattern } from '../schema/pattern.js'
import type { Leftover, Schema } from '../schema/schema.js'
import { compose } from '../text/compose.js'
import type { Lines } from '../text/lines.js'
import { memoizeByObject } from '../text/memoize.js'
import { type Range, trimmed } from '../text/range.js'
import type { Image } from './images.js'
import { mayBeTemplate } from './template-words.js'

/** Text of the template that the author should have removed or replaced. */
export interface LeftoverText {
  readonly kind: Leftover['kind']
  readonly range: Range
  /** The offset of the match, which may be further along the line. */
  readonly at: number
  /** The range of whole lines to delete, line ends included; null if there is other text on them. */
  readonly block: Range | null
}

/** A page to search. The text is the file as read, and all offsets refer to it. */
interface Page {
  readonly prose: readonly ProseLine[]
  readonly text: string
  readonly lines: Lines
  readonly images: readonly Image[]
}

/**
 * Finds text that the template left behind by the schema's patterns: at most one match for each line, or for a whole notice box.
 * @param mayHold see `mayHoldTemplate`
 * @returns in the order of the text
 */
export function readLeftovers({ prose, text, lines, images }: Page, schema: Schema, mayHold: boolean): LeftoverText[] {
  const patterns = patternsOf(schema.leftovers)
  const matchOf = (line: string): Match | null => {
    const words = unmarked(line)
    if (!mayBeTemplate(words, schema)) return null
    for (const { kind, expression } of patterns) {
      const at = expression.search(words)
      if (at >= 0) return { kind, at, leads: kind === 'notice' || words.slice(0, at).trim() === '' }
    }
    return null
  }
  const kindOf = (line: string): Leftover['kind'] | null => matchOf(line)?.kind ?? null
  const found: LeftoverText[] = []
  for (const { container, start, text: visible } of prose) {
    const last = found.at(-1)
    if (last && start < last.range[1]) continue
    // Hugo does not show `<YYYY-MM-DD>`, as it looks like a tag: fields are also searched in the text as written.
    const written = text.slice(start, start + visible.length)
    const match = mayHold ? matchOf(visible) : null
    const kind = match?.kind ?? (written.includes('<') ? fieldIn(withoutCode(written, visible), patterns) : null)
    if (kind === null) continue
    const range = trimmed([start, start + written.length], text)
    const box = kind === 'notice' ? boxAround(range, text, kindOf) : null
    // After other words, a note is part of the author's sentence; before a list, the list continues it.
    const isWhole = container === 'paragraph' && kind !== 'field' && match?.leads === true && !LEADS_IN.test(visible)
    found.push({
      kind,
      range: box ?? range,
      at: box || !match ? (box ?? range)[0] : Math.max(range[0], start + originOf(visible, match.at)),
      block: box ? wholeLines(box, text, lines) : isWhole ? wholeLines(range, text, lines) : null,
    })
  }
  for (const { alt, url, range } of images) {
    const kind = mayHold ? (kindOf(alt) ?? kindOf(url)) : null
    if (kind !== null)
      found.push({
        kind: 'sample',
        range,
        at: range[0],
        block: standsAlone(range, text, lines) ? wholeLines(range, text, lines) : null,
      })
  }
  return found.sort((a, b) => a.range[0] - b.range[0])
}

const LEADS_IN = /:[\s*_]*$/

interface Match {
  readonly kind: Leftover['kind']
  /** The offset in the line without marks of emphasis. */
  readonly at: number
  /** Whether nothing precedes it on the line. A notice may be anywhere in it. */
  readonly leads: boolean
}

type Patterns = ReturnType<typeof patternsOf>

/** A schema's patterns are prepared once. */
const patternsOf = memoizeByObject((leftovers: readonly Leftover[]) =>
  leftovers.map(({ kind, pattern, within }) => ({
    kind,
    expression: schemaPattern(within === undefined ? pattern : `${OPENING}[^.]{0,${within}}(?:${pattern})`),
  })),
)

/** The start of a line up to its first letter, for patterns with `within`. */
const OPENING = '^[^A-Za-zÀ-ỹ]{0,10}'

/** The offset in a line as written, by an offset in the same line without marks of emphasis. */
function originOf(written: string, at: number): number {
  const { text, offsetAt } = compose(written)
  const kept = [...text.matchAll(/[^*_`\\]/g)]
  return offsetAt(kept[at]?.index ?? text.length)
}

/** A line as written, with its tags, but with code replaced by the blanks of the visible line. */
function withoutCode(written: string, visible: string): string {
  return written.replace(/(`{1,3})[^`]{0,400}\1/g, (code, _, index: number) =>
    visible.slice(index, index + code.length),
  )
}

function fieldIn(line: string, patterns: Patterns): Leftover['kind'] | null {
  return line.includes('<') &&
    patterns.some(({ kind, expression }) => kind === 'field' && expression.test(line.normalize('NFC')))
    ? 'field'
    : null
}

const BOX_OPENS = /\{\{[%<]\s*notice\b[^\n]{0,200}?[%>]\}\}[ \t]*\r?\n\s*$/
const BOX_CLOSES = /^[^\S\n]*(?:\r?\n[^\n]*){0,20}?\{\{[%<]\s*\/notice\s*[%>]\}\}/

/** The range of the `{{% notice %}}` around a line; null without one, or if it also holds the author's own text. */
function boxAround([start, end]: Range, text: string, kindOf: (line: string) => unknown): Range | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const opening = BOX_OPENS.exec(text.slice(Math.max(0, lineStart - 400), lineStart))
  const closing = BOX_CLOSES.exec(text.slice(end, end + 4000))
  if (!opening || !closing) return null
  const inside = text.slice(start, end + closing[0].lastIndexOf('{{'))
  if (inside.split(/\r?\n/).some((line) => line.trim() !== '' && kindOf(line) === null)) return null
  return [lineStart - opening[0].length + (/^[^\S\n]*/.exec(opening[0])?.[0].length ?? 0), end + closing[0].length]
}

function standsAlone([start, end]: Range, text: string, lines: Lines): boolean {
  const [from] = lines.range(lines.place(start).line)
  const [, to] = lines.range(lines.place(end).line)
  return text.slice(from, start).trim() === '' && text.slice(end, to).trim() === ''
}

/** The lines of a range with their line ends. If a blank line precedes them, or nothing, the blank lines after them are included. */
function wholeLines([start, end]: Range, text: string, lines: Lines): Range {
  const isBlank = (line: number): boolean => text.slice(...lines.range(line)).trim() === ''
  const first = lines.place(start).line
  let last = lines.place(end).line
  if (first === 1 || isBlank(first - 1)) while (last < lines.count && isBlank(last + 1)) last++
  return [lines.range(first)[0], lines.after(last)]
}
