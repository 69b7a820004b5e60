import { pathToFileURL } from 'node:url'
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver'
import type { Finding } from '../lint/finding.js'
import { unusedSuppression } from '../lint/unused-suppression.js'
import type { Report } from '../report/report.js'
import type { OpenReport } from './document.js'
import { protocolRange } from './positions.js'

/** The findings of a report as diagnostics, in the same order. */
export function diagnosticsOf(open: OpenReport): Diagnostic[] {
  return open.findings.map((finding) => diagnosticOf(finding, open))
}

export function diagnosticOf({ rule, severity, message, range, related }: Finding, open: OpenReport): Diagnostic {
  const { report, uri } = open
  return {
    range: protocolRange(range, report.lines),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule,
    source: 'reportlint',
    message,
    // Editors fade out text with this tag: right for a comment without effect, but not for anything the author must not miss.
    ...(rule === unusedSuppression.id && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && {
      relatedInformation: related.map((other) => ({
        location:
          other.path === report.path
            ? { uri, range: rangeOfLine(other.line, report) }
            : { uri: pathToFileURL(other.path).href, range: startOfLine(other.line) },
        message: other.message,
      })),
    }),
  }
}

/** The start of a line in another file, of which no more than the line is known. */
function startOfLine(line: number): Range {
  const start = { line: line - 1, character: 0 }
  return { start, end: start }
}

function rangeOfLine(line: number, { lines, text }: Report) {
  const [start, end] = lines.range(line)
  const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0
  return protocolRange([start + indent, end], lines)
}
