import type { Report } from './report.js'

/** The offset of the body of a report: the line after its front matter, or the start of the text after any byte order mark. */
export function bodyStart({ frontMatter, lines, text }: Pick<Report, 'frontMatter' | 'lines' | 'text'>): number {
  if (frontMatter) return lines.after(lines.place(frontMatter.range[1]).line)
  return text.startsWith('\uFEFF') ? 1 : 0
}
