import type { Report } from './report.js'

/** Where the body of a report begins: on the line after its front matter, and never before a byte order mark. */
export function bodyStart({ frontMatter, lines, text }: Pick<Report, 'frontMatter' | 'lines' | 'text'>): number {
  if (frontMatter) return lines.after(lines.place(frontMatter.range[1]).line)
  return text.startsWith('\uFEFF') ? 1 : 0
}
