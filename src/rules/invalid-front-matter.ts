import type { ReportRule } from './rule.js'

export const invalidFrontMatter: ReportRule = {
  id: 'invalid-front-matter',
  severity: 'error',
  fixes: 'safe',
  onAnyPage: true,
  *check({ frontMatter }) {
    for (const { message, range, instead } of frontMatter?.errors ?? [])
      yield {
        range,
        message,
        ...(instead !== undefined && {
          fix: { title: `Write “${instead}”`, safety: 'safe', edits: [{ range, text: instead }] },
        }),
      }
  },
}
