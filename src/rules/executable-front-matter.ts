import type { ReportRule } from './rule.js'

export const executableFrontMatter: ReportRule = {
  id: 'executable-front-matter',
  severity: 'error',
  fixes: 'never',
  onAnyPage: true,
  *check({ frontMatter }) {
    if (frontMatter?.language == null) return
    const { language, range, body } = frontMatter
    yield {
      range: [range[0], Math.min(body[0], range[1])],
      message: `Unexpected language “${language}” after the front matter's fence, expected nothing there: some programs run such front matter as code. It was not read. Write it as YAML.`,
    }
  },
}
