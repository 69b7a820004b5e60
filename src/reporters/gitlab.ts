import { fingerprinted } from '../lint/fingerprint.js'
import { repositoryPath } from '../source/repository.js'
import type { Checked } from './reporter.js'

/**
 * A code quality report, which GitLab shows beside the lines of a merge request.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function gitlab(checked: Checked): string {
  const pathOf = (path: string): string => repositoryPath(path, checked)
  const known = fingerprinted(checked.findings, { ...checked, pathOf })
  const issues = checked.findings.map((finding) => ({
    description: finding.message,
    check_name: finding.rule,
    fingerprint: known.get(finding)?.fingerprint,
    severity: finding.severity === 'error' ? 'major' : 'minor',
    location: { path: pathOf(finding.path), lines: { begin: finding.line, end: finding.endLine } },
  }))
  return `${JSON.stringify(issues, null, 2)}\n`
}
