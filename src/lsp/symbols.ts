import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver'
import type { Report } from '../report/report.js'
import { headingLines, isHeading } from '../report/sections/headings.js'
import { contains, type Range } from '../text/range.js'
import { protocolRange } from './positions.js'

interface Entry {
  readonly name: string
  readonly detail?: string
  readonly level: number
  readonly start: number
  readonly title: Range
}

/** The level of the report's title: above all others, whatever its heading. */
const TITLE_LEVEL = 0

/** The outline of a report: its title, its sections with their ids in the schema, and the headings in them. */
export function symbolsOf(report: Report): DocumentSymbol[] {
  const entries = entriesOf(report)
  const roots: DocumentSymbol[] = []
  const open: { readonly level: number; readonly symbol: DocumentSymbol }[] = []
  for (const [index, { name, detail, level, start, title }] of entries.entries()) {
    while ((open.at(-1)?.level ?? -1) >= level) open.pop()
    const next = entries.slice(index + 1).find((other) => other.level <= level)
    const symbol: DocumentSymbol = {
      name,
      ...(detail !== undefined && { detail }),
      kind: open.length === 0 ? SymbolKind.Module : SymbolKind.String,
      range: protocolRange([start, lastOffset(report.text, start, next?.start)], report.lines),
      selectionRange: protocolRange(title, report.lines),
      children: [],
    }
    const siblings = open.at(-1)?.symbol.children ?? roots
    siblings.push(symbol)
    open.push({ level, symbol })
  }
  return roots
}

/** In the order of the text. Editors refuse a symbol without a name. */
function entriesOf({ tree, text, title, sections }: Report): Entry[] {
  const bound = sections.map(({ id, also, title: { value, range }, heading, level }) => {
    const detail = id === null ? {} : { detail: [id, ...also].join(' + ') }
    return { name: value, ...detail, level, start: heading[0], title: range }
  })
  const others = headingLines(tree, text)
    .filter((line) => isHeading(line) && !sections.some(({ heading }) => contains(heading, line.range)))
    .map((line) => ({
      name: line.title,
      level: line.range[0] === title?.range[0] ? TITLE_LEVEL : line.level,
      start: line.range[0],
      title: line.titleRange,
    }))
  return [...bound, ...others].filter(({ name }) => name !== '').sort((a, b) => a.start - b.start)
}

function lastOffset(text: string, start: number, end = text.length): number {
  return start + text.slice(start, end).trimEnd().length
}
