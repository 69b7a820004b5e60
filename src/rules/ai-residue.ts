import type { Root } from 'mdast'
import { keepsListsApart } from '../markdown/between-lists.js'
import { codeIn } from '../markdown/code.js'
import type { ProseLine } from '../markdown/prose.js'
import type { Report } from '../report/report.js'
import type { TextEdit } from '../text/edit.js'
import { lowerCase } from '../text/lower-case.js'
import type { Range } from '../text/range.js'
import type { Problem, ReportRule } from './rule.js'

/**
 * Marks that chat tools put into text that is copied from them; they mean nothing once pasted. Every match of `form` contains `sign`,
 * which is faster to search for.
 */
const MARKS: readonly { readonly sign: string; readonly form: RegExp }[] = [
  { sign: '[oaicite:', form: /:?:?contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?/g },
  { sign: '†', form: /【\d{1,4}(?::\d{1,4})?†[^】\n]{0,80}】/g },
  { sign: '[cite', form: /\[cite(?::[\d,\s–-]{1,40}|_start|_end)\]/g },
  { sign: '[web:', form: /\[web:\d{1,4}\](?!\()/g },
  { sign: '[file:', form: /\[file:\d{1,4}\](?!\()/g },
  {
    sign: 'turn',
    form: /(?:\ue200|(?<!\w))(?:cite)?(?:\ue202?turn\d{1,3}(?:search|view|news|file)\d{1,3}){1,9}(?!\w)\ue201?/g,
  },
  {
    sign: 'utm_source=',
    form: /[?&]utm_source=(?:chatgpt|openai)(?:\.com)?(?=[)\s"'#>]|$)|(?<=[?&])utm_source=(?:chatgpt|openai)(?:\.com)?&/gm,
  },
]

// The following match text in lower case.

/** The place-holder for a picture that the tool had in mind. */
const PICTURE = /^\[image of [^\]]{3,120}\]$/

/** The opening and closing sentences of an answer, addressed to the person who asked. */
const SENTENCES = [
  /^(?:certainly|sure|of course)[!,.] (?:here(?:['’]s| is| are)|below (?:is|are)|let me|i(?:['’]ll| will| can| have) (?:help|translate|rewrite|rewritten|revise|write|summari))/,
  /^here(?:['’]s| is) (?:the|your|a) (?:[\w-]{1,20} ){0,3}(?:(?:translated|rewritten|revised|polished|improved|corrected) (?:[\w-]{1,20} ){0,2}(?:report|version|text|draft)|(?:english|vietnamese) (?:version|translation))(?![\w-])/,
  /^(?:here|below) (?:is|are) .{0,300}[ ,]as (?:you )?requested(?![\w-])/,
  /^as an ai (?:language )?model,? i(?![\w-])/,
  /^let me know if you(?:['’]d| would| want| need| have)(?![\w-])/,
  /^would you like me to(?![\w-])/,
  /^i hope this helps(?![\w-])/,
  /^dưới đây là (?:phiên )?bản (?:dịch|viết lại)(?![a-zÀ-ỿ])/,
  /^dưới đây là .{0,300}(?:theo yêu cầu của bạn|bạn (?:đã |vừa )?yêu cầu|bạn (?:đã|vừa) (?:cung cấp|gửi|liệt kê))(?![a-zÀ-ỿ])/,
  /^nếu bạn (?:muốn|cần),? (?:mình|tôi) (?:có thể|sẽ)(?![a-zÀ-ỿ])/,
  /^bạn có muốn (?:mình|tôi)(?![a-zÀ-ỿ])/,
]

/** The announcement of an answer, if it is the first line of the text. */
const ANNOUNCEMENT = /^(?:here(?:['’]s| is| are)|below (?:is|are)|dưới đây là)(?![a-zÀ-ỿ]).{0,300}:$/

/** Any of these after a line end: searching for that is faster than for the beginning of a line. */
const ANY_SENTENCE = new RegExp(`\\n(?:${[...SENTENCES, PICTURE].map(({ source }) => source.slice(1)).join('|')})`, 'm')

const SPOKEN = 'Unexpected sentence from a chat tool to its user, expected only the report itself. Remove it.'
const PICTURED =
  'Unexpected picture placeholder of a chat tool, expected the picture. Add it, or remove the placeholder.'

export const aiResidue: ReportRule = {
  id: 'ai-residue',
  severity: 'error',
  fixes: 'unsafe',
  onAnyPage: true,
  *check(report) {
    const { text, tree, prose } = report
    const isCode = codeIn(tree)
    for (const { sign, form } of MARKS) {
      if (!text.includes(sign)) continue
      for (const { index, 0: found } of text.matchAll(form)) {
        const range: Range = [index, index + found.length]
        if (!isCode(range)) yield markProblem(found, range, report)
      }
    }
    const isAnnounced = ANNOUNCEMENT.test(spoken(prose[0]))
    if (!isAnnounced && !mayHoldSentence(prose)) return
    for (const [index, line] of prose.entries()) {
      if (line.container !== 'paragraph') continue
      const words = spoken(line)
      const isSentence = (index === 0 && isAnnounced) || SENTENCES.some((sentence) => sentence.test(words))
      if (isSentence || PICTURE.test(words)) yield lineProblem(line, text, tree, isSentence ? SPOKEN : PICTURED)
    }
  },
}

/** A quick test of all lines at once, because hardly any report contains such a sentence. */
function mayHoldSentence(prose: readonly ProseLine[]): boolean {
  const lines = prose.map(({ text }) => `\n${text.trim()}`)
  return ANY_SENTENCE.test(lowerCase(lines.join('').normalize('NFC')))
}

function spoken(line: ProseLine | undefined): string {
  return lowerCase(line?.text.normalize('NFC').trim() ?? '')
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

/** null if an empty item would be left, which could join the text above it or merge two lists. */
function withoutMark([start, end]: Range, { text, tree, lines }: Report): TextEdit | null {
  const line = lines.range(lines.place(start).line)
  const rest = withoutMarks(text.slice(...line))
  if (SIGNS_ALONE.test(rest)) return null
  if (rest.trim() === '') return keepsListsApart([start, end], tree) ? null : takeOut(line, text)
  const before = text[start - 1] ?? ''
  const after = text[end] ?? ''
  // The space before a mark goes too, unless it separates two words.
  const isSpare = /[ \t]/.test(before) && /^[\s.,;:!?)]?$/.test(after)
  const isBetweenWords = /[A-Za-zÀ-ỿ\d]/u.test(before) && /[A-Za-zÀ-ỿ\d]/u.test(after)
  return { range: [isSpare ? start - 1 : start, end], text: isBetweenWords ? ' ' : '' }
}

/** A longer line does not consist of marks alone. */
const MOST_MARKED = 400

function withoutMarks(line: string): string {
  return line.length > MOST_MARKED ? line : MARKS.reduce((rest, { form }) => rest.replace(form, ''), line)
}

/** The fix removes the line, unless it is a part of a list item or a quotation, or keeps two lists apart. */
function lineProblem(line: ProseLine, text: string, tree: Root, message: string): Problem {
  const start = line.start + line.text.length - line.text.trimStart().length
  const end = line.start + line.text.trimEnd().length
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const isAlone = text.slice(lineStart, start).trim() === '' && !keepsListsApart([start, end], tree)
  const edit = takeOut([lineStart, end], text)
  return {
    range: [start, end],
    message,
    ...(isAlone ? { fix: { title: 'Remove the line', safety: 'unsafe', edits: [edit] } } : {}),
  }
}

/** Front matter after the line: once the line is gone it is at the top and takes effect, so the edit includes it. */
const HEAD = /^(?:---|\+\+\+)[ \t]*\r?\n[\s\S]{0,4000}?\n(?:---|\+\+\+)[ \t]*(?=\r?\n|$)/

/** Removes a line, with the blank lines after it if the line before is blank. */
function takeOut([start, end]: Range, text: string): TextEdit {
  const isApart = /(?:^|\n[ \t]*\r?\n)$/.test(text.slice(Math.max(0, start - 80), start))
  const after = isApart ? /^[^\S\n]*(?:\r?\n|$)(?:[ \t]*\r?\n)*/ : /^[^\S\n]*(?:\r?\n|$)/
  const rest = end + (after.exec(text.slice(end))?.[0].length ?? 0)
  const head = text.slice(0, start).trim() === '' ? (HEAD.exec(text.slice(rest))?.[0] ?? '') : ''
  return { range: [start, rest + head.length], text: head }
}
