import type { Leftover, Schema } from '../schema/schema.js'
import type { Range } from '../text/range.js'
import type { Image } from './images.js'
import type { ProseLine } from './prose.js'

/** Text that a template left behind, or that its author meant to replace. */
export interface LeftoverText {
  readonly kind: Leftover['kind']
  readonly range: Range
  /** The lines that can be taken out whole, line ends included; null where other text stands on them. */
  readonly block: Range | null
}

/**
 * Finds what a template leaves behind, by the schema's patterns: one for each line, or for the box that holds it.
 * @param text the file as read; the lines' offsets point into it
 */
export function readLeftovers(
  prose: readonly ProseLine[],
  text: string,
  images: readonly Image[],
  { leftovers }: Schema,
): LeftoverText[] {
  const patterns = patternsOf(leftovers)
  // Most reports hold none: to look through the whole at once is faster than line by line.
  const all = plain(prose.map((line) => line.text).join('\n'))
  const present = patterns.filter(({ anywhere }) => anywhere.test(all))
  const matchOf = (line: string, candidates = patterns): { kind: Leftover['kind']; leads: boolean } | null => {
    const words = plain(line)
    for (const { kind, expression } of candidates) {
      const match = expression.exec(words)
      if (match) return { kind, leads: kind === 'notice' || words.slice(0, match.index).trim() === '' }
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
    const match = matchOf(visible, present)
    const kind = match?.kind ?? fieldIn(withoutCode(written, visible), patterns)
    if (kind === null) continue
    const range = trimmed(written, start)
    const box = kind === 'notice' ? boxAround(range, text, kindOf) : null
    // Behind other words, a note is a part of the author's sentence.
    const isWhole = container === 'paragraph' && kind !== 'field' && match?.leads === true
    found.push({
      kind,
      range: box ?? range,
      block: box ? wholeLines(box, text) : isWhole ? wholeLines(range, text) : null,
    })
  }
  for (const { alt, url, range } of images) {
    const kind = kindOf(alt) ?? kindOf(url)
    if (kind !== null)
      found.push({ kind: 'sample', range, block: standsAlone(range, text) ? wholeLines(range, text) : null })
  }
  return found.sort((a, b) => a.range[0] - b.range[0])
}

interface Pattern {
  readonly kind: Leftover['kind']
  /** Of one line. */
  readonly expression: RegExp
  /** Of many lines. */
  readonly anywhere: RegExp
}

/** A schema's patterns are prepared once. */
const prepared = new WeakMap<readonly Leftover[], readonly Pattern[]>()

function patternsOf(leftovers: readonly Leftover[]): readonly Pattern[] {
  const known = prepared.get(leftovers)
  if (known) return known
  const made = leftovers.map(({ kind, pattern }) => {
    // To ignore the case of all the world's letters takes an expression many times as long to get ready.
    const flags = /\\[pPu]/.test(pattern) ? 'iu' : 'i'
    return { kind, expression: new RegExp(pattern, flags), anywhere: new RegExp(pattern, `${flags}m`) }
  })
  prepared.set(leftovers, made)
  return made
}

/** Text without its marks of emphasis and code. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/[*_`\\]/g, '')
}

/** Tags in a line as they are written, and nothing else of what is not read: code is as long as its blanks. */
function withoutCode(written: string, visible: string): string {
  return written.replace(/(`{1,3})[^`]{0,400}\1/g, (code, _, index: number) =>
    visible.slice(index, index + code.length),
  )
}

function fieldIn(line: string, patterns: readonly Pattern[]): Leftover['kind'] | null {
  return line.includes('<') &&
    patterns.some(({ kind, expression }) => kind === 'field' && expression.test(line.normalize('NFC')))
    ? 'field'
    : null
}

function trimmed(line: string, start: number): Range {
  const lead = line.length - line.trimStart().length
  return [start + lead, start + line.trimEnd().length]
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

function standsAlone([start, end]: Range, text: string): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const after = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? ''
  return before.trim() === '' && after.trim() === ''
}

/** The lines of a span with their line ends, and the blank lines after it where blank lines stand before it too. */
function wholeLines([start, end]: Range, text: string): Range {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const eol = text.indexOf('\n', end)
  const to = eol < 0 ? text.length : eol + 1
  const isApart = from === 0 || /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, from - 80), from))
  const blanks = isApart ? (/^(?:[ \t]*\r?\n)*/.exec(text.slice(to, to + 400))?.[0].length ?? 0) : 0
  return [from, to + blanks]
}
