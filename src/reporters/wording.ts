import type { ReportedFinding } from '../lint/finding.js'

/** All that is said of a finding, for programs that show no more than a text: the place, the message, other places, the fix. */
export function inWords(finding: ReportedFinding, pathOf: (path: string) => string): string {
  const { path, line, column, message, related = [], fix } = finding
  return [
    `${pathOf(path)}:${line}:${column}: ${message}`,
    ...related.map((other) => `${pathOf(other.path)}:${other.line}: ${other.message}`),
    ...(fix ? [`${fix.safety === 'safe' ? 'Fix' : 'Unsafe fix'}: ${fix.title}`] : []),
  ].join('\n')
}
