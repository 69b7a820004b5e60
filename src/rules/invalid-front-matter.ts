import type { ReportRule } from './rule.js'

export const invalidFrontMatter: ReportRule = {
  id: 'invalid-front-matter',
  severity: 'error',
  fixes: 'never',
  onAnyPage: true,
  *check({ frontMatter }) {
    for (const { message, range } of frontMatter?.errors ?? []) yield { range, message }
  },
}
