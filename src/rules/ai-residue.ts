import type { Root } from 'mdast'
import { keepsListsApart } from '../markdown/between-lists.js'
import { codeIn } from '../markdown/code.js'
import type { ProseLine } from '../markdown/prose.js'
import { type WrappingFence, wrappingFence } from '../markdown/wrapping-fence.js'
import type { Report } from '../report/report.js'
import type { TextEdit } from '../text/edit.js'
import type { Range } from '../text/range.js'
import { type ChatToolLine, chatToolLines, MARKS } from './chat-tool-text.js'
import type { Problem, ReportRule } from './rule.js'

const MESSAGES: Readonly<Record<ChatToolLine['kind'], string>> = {
  sentence: 'Unexpected sentence from a chat tool to its user, expected only the report itself. Remove it.',
  picture: 'Unexpected picture placeholder of a chat tool, expected the picture. Add it, or remove the placeholder.',
}

export const aiResidue: ReportRule = {
  id: 'ai-residue',
  severity: 'error',
  fixes: 'unsafe',
  onAnyPage: true,
  *check(report) {
    const { text, tree, prose, lines } = report
    const fence = wrappingFence(tree, text, lines)
    if (fence) yield wrapped(fence, text)
    const isCode = codeIn(tree)
    for (const { sign, form } of MARKS) {
      if (!text.includes(sign)) continue
      for (const { index, 0: found } of text.matchAll(form)) {
        const range: Range = [index, index + found.length]
        if (!isCode(range)) yield markProblem(found, range, report)
      }
    }
    for (const { line, kind } of chatToolLines(prose)) yield lineProblem(line, text, tree, MESSAGES[kind])
  },
}

function wrapped({ opening, lines: [first, last] }: WrappingFence, text: string): Problem {
  return {
    range: opening,
    message: `Unexpected code block of a chat tool around the report, expected the report itself: readers see its Markdown as code. Remove the line “${text.slice(...opening)}” and the one that closes the block.`,
    fix: {
      title: 'Remove the code block around the report',
      safety: 'safe',
      edits: [
        { range: first, text: '' },
        { range: last, text: '' },
      ],
    },
  }
}

function markProblem(found: string, range: Range, report: Report): Problem {
  const edit = withoutMark(range, report)
  return {
    range,
    message: `Unexpected marker “${found}” of a chat tool, expected none: it points to nothing here. Remove it.`,
    ...(edit && { fix: { title: `Remove “${found}”`, safety: 'safe', edits: [edit] } }),
  }
}

/** The markers of list items and quotations, with nothing after them. */
const SIGNS_ALONE = /^(?:\s{0,20}(?:[-*+>]|\d{1,9}[.)])){1,9}\s*$/

/** The edit that removes a mark; null if it would leave an empty item, which could join the text above it or merge two lists. */
function withoutMark([start, end]: Range, { text, tree, lines }: Report): TextEdit | null {
  const line = lines.range(lines.place(start).line)
  const rest = withoutMarks(text.slice(...line))
  if (SIGNS_ALONE.test(rest)) return null
  if (rest.trim() === '') return keepsListsApart([start, end], tree) ? null : lineRemoval(line, text)
  const before = text[start - 1] ?? ''
  const after = text[end] ?? ''
  // The space before a mark goes too, unless it separates two words.
  const isSpare = /[ \t]/.test(before) && /^[\s.,;:!?)]?$/.test(after)
  const isBetweenWords = /[A-Za-zÀ-ỿ\d]/u.test(before) && /[A-Za-zÀ-ỿ\d]/u.test(after)
  return { range: [isSpare ? start - 1 : start, end], text: isBetweenWords ? ' ' : '' }
}

/** In characters: a longer line does not consist of marks only. */
const MAX_MARKS = 400

function withoutMarks(line: string): string {
  return line.length > MAX_MARKS ? line : MARKS.reduce((rest, { form }) => rest.replace(form, ''), line)
}

/** The fix removes the line, unless it is a part of a list item or a quotation, or keeps two lists apart. */
function lineProblem(line: ProseLine, text: string, tree: Root, message: string): Problem {
  const start = line.start + line.text.length - line.text.trimStart().length
  const end = line.start + line.text.trimEnd().length
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const isAlone = text.slice(lineStart, start).trim() === '' && !keepsListsApart([start, end], tree)
  const edit = lineRemoval([lineStart, end], text)
  return {
    range: [start, end],
    message,
    ...(isAlone ? { fix: { title: 'Remove the line', safety: 'unsafe', edits: [edit] } } : {}),
  }
}

const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*\r?\n[\s\S]{0,4000}?\n(?:---|\+\+\+)[ \t]*(?=\r?\n|$)/

/** In characters: the text before a line that is searched for a blank line. */
const MAX_BLANK_LINE = 80

/**
 * The edit that removes a line, with the blank lines after it if the line before is blank. Front matter after the first line takes
 * effect once that line is gone, so the edit includes it: a fix may change nothing outside of its edits.
 */
function lineRemoval([start, end]: Range, text: string): TextEdit {
  const isAfterBlank = /(?:^|\n[ \t]*\r?\n)$/.test(text.slice(Math.max(0, start - MAX_BLANK_LINE), start))
  const after = isAfterBlank ? /^[^\S\n]*(?:\r?\n|$)(?:[ \t]*\r?\n)*/ : /^[^\S\n]*(?:\r?\n|$)/
  const rest = end + (after.exec(text.slice(end))?.[0].length ?? 0)
  const frontMatter = text.slice(0, start).trim() === '' ? (FRONT_MATTER.exec(text.slice(rest))?.[0] ?? '') : ''
  return { range: [start, rest + frontMatter.length], text: frontMatter }
}
