import type { Checked } from './reporter.js'

/** The findings and their summary as one JSON document, with a line end. */
export function json({ findings, summary }: Checked): string {
  const plain = findings.map(
    ({ path, rule, severity, message, line, column, endLine, endColumn, data, related, fix }) => ({
      path,
      rule,
      severity,
      message,
      line,
      column,
      endLine,
      endColumn,
      ...(data && { data }),
      ...(related && { related }),
      ...(fix && { fix: { title: fix.title, safety: fix.safety } }),
    }),
  )
  return `${JSON.stringify({ schemaVersion: 1, findings: plain, summary }, null, 2)}\n`
}
