import type { Range } from '../text/range.js'

/** Stands for one code unit of a shortcode: neither blank nor punctuation, so Markdown reads it as part of a word. */
const MASK = '\uE000'

/** Shortcodes whose body Hugo hands over as it stands, never as Markdown. */
const RAW_BODIES = new Set(['highlight', 'mermaid', 'math', 'rawhtml', 'raw', 'katex', 'chart'])

const SHORTCODE = /\{\{(?:%[^%]{0,4000}?%|<[^>]{0,4000}?>)\}\}/g

/**
 * Hides from Markdown what is not Markdown, unit for unit, so that offsets stay those of the file: a byte order mark and
 * the front matter become blanks, Hugo's shortcodes (with their bodies, where those are raw) one long word. Line ends
 * are kept.
 * @param head the span of the front matter, if there is one
 */
export function maskForMarkdown(text: string, head: Range | null): string {
  let masked = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text
  if (head) masked = masked.slice(0, head[0]) + fill(masked.slice(head[0], head[1]), ' ') + masked.slice(head[1])
  if (!masked.includes('{{')) return masked

  let result = ''
  let at = 0
  for (const [start, end] of shortcodeRanges(masked)) {
    result += masked.slice(at, start) + fill(masked.slice(start, end), MASK)
    at = end
  }
  return result + masked.slice(at)
}

/** Text without the marks that `maskForMarkdown` left in it. */
export function withoutMask(text: string): string {
  return text.replaceAll(MASK, '')
}

/** The spans of the shortcodes, raw bodies included, in order. */
export function shortcodeRanges(text: string): Range[] {
  const ranges: Range[] = []
  let openRaw: { name: string; start: number } | null = null
  for (const { index, 0: code } of text.matchAll(SHORTCODE)) {
    const end = index + code.length
    const [, closing, name = '', tail] = /^\{\{[%<]\s*(\/?)\s*([\w/.-]*)[\s\S]*?(\/?)\s*[%>]\}\}$/.exec(code) ?? []
    if (openRaw) {
      if (!closing || name !== openRaw.name) continue
      ranges.push([openRaw.start, end])
      openRaw = null
    } else if (RAW_BODIES.has(name) && !closing && !tail && text.includes(`/${name}`, end))
      openRaw = { name, start: index }
    else ranges.push([index, end])
  }
  return ranges
}

function fill(text: string, by: string): string {
  return text.replace(/[^\r\n]/g, by)
}
