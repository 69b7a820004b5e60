import type { ReportedFinding } from '../lint/finding.js'

/** A finding as plain text, for programs that show nothing else: the place, the message, related places, and the fix. */
export function inWords(finding: ReportedFinding, pathOf: (path: string) => string): string {
  const { path, line, column, message, related = [], fix } = finding
  return [
    `${pathOf(path)}:${line}:${column}: ${message}`,
    ...related.map((other) => `${pathOf(other.path)}:${other.line}: ${other.message}`),
    ...(fix ? [`${fix.safety === 'safe' ? 'Fix' : 'Unsafe fix'}: ${fix.title}`] : []),
  ].join('\n')
}
