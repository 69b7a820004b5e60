import { Chalk } from 'chalk'
import type { Finding } from '../../src/lint/finding.js'
import type { Checked } from '../../src/reporters/reporter.js'
import { summarize } from '../../src/reporters/summary.js'

export const finding = (more: Partial<Finding> = {}): Finding => ({
  path: 'a.md',
  rule: 'some-rule',
  severity: 'error',
  message: 'Unexpected X, expected Y.',
  line: 3,
  column: 1,
  endLine: 3,
  endColumn: 2,
  range: [20, 21],
  ...more,
})

export const fix = (safety: 'safe' | 'unsafe') =>
  ({ title: 'Mend it', safety, edits: [{ range: [0, 1], text: 'x' }] }) satisfies Finding['fix']

/** A run without colours, on one report for each path that is named, in a folder of a repository. */
export const checked = (findings: readonly Finding[], more: Partial<Checked> = {}): Checked => {
  const files = [...new Set(findings.map(({ path }) => path))]
  return {
    findings,
    summary: summarize(findings, files.length, 0),
    files,
    failures: [],
    examined: [],
    registry: [],
    weights: {},
    textOf: () => null,
    sectionsOf: () => [],
    fixCommand: (safety) => `reportlint fix --write${safety === 'unsafe' ? ' --unsafe' : ''}`,
    cwd: '/home/lan/site/content',
    root: '/home/lan/site',
    colours: new Chalk({ level: 0 }),
    width: null,
    ...more,
  }
}

/** All that a reporter shows, whether it comes in parts or not. */
export const whole = (shown: string | Iterable<string>): string => [...shown].join('')
