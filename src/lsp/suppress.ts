import type { RootContent } from 'mdast'
import type { Finding } from '../lint/finding.js'
import { unusedSuppression } from '../lint/unused-suppression.js'
import { rangeOf } from '../markdown/mdast.js'
import { bodyStart } from '../report/body-start.js'
import type { Report } from '../report/report.js'
import { applyEdits, type TextEdit } from '../text/edit.js'
import { lineEnd } from '../text/lines.js'
import type { OpenReport } from './document.js'

/** An edit that suppresses a finding by a new or an existing comment. */
export interface Suppression {
  /** `typo`, or `missing-section:speakers`. */
  readonly target: string
  readonly scope: 'line' | 'file'
  readonly edit: TextEdit
}

/**
 * The narrowest comment that suppresses a finding: one for its line or, failing that, for the file. It is tried out on the text: the
 * finding has to be gone and all others have to stay, so that no comment ends up in code, or between another comment and its line.
 * @returns null if no comment achieves that
 */
export function suppressionOf(finding: Finding, { report, findings, lint }: OpenReport): Suppression | null {
  const { section } = finding.data ?? {}
  const target = typeof section === 'string' ? `${finding.rule}:${section}` : finding.rule
  const silences = ({ scope, edit }: Suppression): boolean => {
    const isSuppressed = (other: Finding): boolean =>
      other.rule === finding.rule &&
      (scope === 'file' || other.line === finding.line) &&
      (section === undefined || other.data?.section === section)
    const left = lint(applyEdits(report.text, [edit]))
    return (
      left.map(nameOf).sort().join() ===
      findings
        .filter((other) => !isSuppressed(other))
        .map(nameOf)
        .sort()
        .join()
    )
  }
  const forLine = lineEdit(finding.line, target, report)
  const candidates: Suppression[] = [
    ...(forLine ? [{ target, scope: 'line' as const, edit: forLine }] : []),
    { target, scope: 'file', edit: fileEdit(target, report) },
  ]
  return finding.rule === unusedSuppression.id ? null : (candidates.find(silences) ?? null)
}

/** Identifies a finding without its message, which may mention lines that move. */
function nameOf({ rule, data }: Finding): string {
  return `${rule} ${data?.section ?? ''}`
}

const NEXT_LINE = 'reportlint-disable-next-line'

/** The edit for a comment for a line: it extends a comment above it, or adds one at the end of the line above, or on a new line. */
function lineEdit(line: number, target: string, { text, lines, tree, frontMatter }: Report): TextEdit | null {
  const [start, end] = lines.range(line)
  const block = tree.children.find((node) => rangeOf(node)[0] < start && start < rangeOf(node)[1])
  if ((frontMatter && start < frontMatter.range[1]) || (block && !takesComments(block))) return null
  const comment = `<!-- ${NEXT_LINE} ${target} -->`
  const above = line > 1 ? text.slice(...lines.range(line - 1)) : ''

  const known = above.indexOf(`<!-- ${NEXT_LINE} `)
  if (known >= 0) {
    const at = lines.range(line - 1)[0] + known + `<!-- ${NEXT_LINE}`.length
    return { range: [at, at], text: ` ${target}` }
  }
  // A new line would split a paragraph or a list.
  if (block && above.trim() !== '') {
    const at = lines.range(line - 1)[0] + above.replace(/(?<![ \t])[ \t]*\\?$/, '').length
    return { range: [at, at], text: ` ${comment}` }
  }
  const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? ''
  const at = start === 0 && text.startsWith('\uFEFF') ? 1 : start
  return { range: [at, at], text: `${indent}${block ? '    ' : ''}${comment}${lineEnd(text)}` }
}

function takesComments({ type }: RootContent): boolean {
  return type !== 'code' && type !== 'table'
}

/** A comment for the file, on the first line of its body. */
function fileEdit(target: string, report: Report): TextEdit {
  const at = bodyStart(report)
  return { range: [at, at], text: `<!-- reportlint-disable-file ${target} -->${lineEnd(report.text)}` }
}
