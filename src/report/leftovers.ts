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

/** Text that a template left behind, or that its author meant to replace. */
export interface LeftoverText {
  readonly kind: Leftover['kind']
  readonly range: Range
  /** The offset of what tells it, behind what else stands on the line. */
  readonly at: number
  /** The lines that can be taken out whole, line ends included; null where other text stands on them. */
  readonly block: Range | null
}

/** What is searched: the text is the file as read, and the lines' offsets point into it. */
interface Page {
  readonly prose: readonly ProseLine[]
  readonly text: string
  readonly lines: Lines
  readonly images: readonly Image[]
}

/**
 * Finds what a template leaves behind, by the schema's patterns: one for each line, or for the box that holds it.
 * @param mayHold see `mayHoldTemplate`
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
    // Hugo shows `<YYYY-MM-DD>` as nothing at all: it reads it as a tag.
    const written = text.slice(start, start + visible.length)
    const match = mayHold ? matchOf(visible) : null
    const kind = match?.kind ?? (written.includes('<') ? fieldIn(withoutCode(written, visible), patterns) : null)
    if (kind === null) continue
    const range = trimmed([start, start + written.length], text)
    const box = kind === 'notice' ? boxAround(range, text, kindOf) : null
    // Behind other words, a note is a part of the author's sentence; before a list, the list says the rest of it.
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
  /** Where it stands in the plain words of the line. */
  readonly at: number
  /** Whether nothing stands before it. */
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

/** The start of a line, with signs that may stand there. */
const OPENING = '^[^A-Za-zÀ-ỹ]{0,10}'

/** Where a character of a plain text stands in the text as written. */
function originOf(written: string, at: number): number {
  const { text, offsetAt } = compose(written)
  const kept = [...text.matchAll(/[^*_`\\]/g)]
  return offsetAt(kept[at]?.index ?? text.length)
}

/** A line as it is written, tags and all, but with blanks for code as in the line that a reader reads. */
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

/** The `{{% notice %}}` around a line, if nothing of the author's stands in it. */
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

/** The lines of a span with their line ends, and the blank lines after it where blank lines stand before it too. */
function wholeLines([start, end]: Range, text: string, lines: Lines): Range {
  const isBlank = (line: number): boolean => text.slice(...lines.range(line)).trim() === ''
  const first = lines.place(start).line
  let last = lines.place(end).line
  if (first === 1 || isBlank(first - 1)) while (last < lines.count && isBlank(last + 1)) last++
  return [lines.range(first)[0], lines.after(last)]
}
