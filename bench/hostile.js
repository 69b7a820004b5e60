/** Markdown that parsers are known to be slow on: each function gives a text of about that many bytes. */
export const SHAPES = {
  'one line of >': (bytes) => `${'>'.repeat(bytes)} end\n`,
  'a run of * pairs': (bytes) => `${'*a **b '.repeat(bytes / 7)}\n`,
  'underscores and asterisks': (bytes) => `${'_*'.repeat(bytes / 2)}\n`,
  'setext underlines': (bytes) => 'a\n==\n'.repeat(bytes / 5),
  'nested brackets': (bytes) => `${'['.repeat(bytes / 2)}a${']'.repeat(bytes / 2)}\n`,
  'lazy quote lines': (bytes) => `> ${'a\n'.repeat(bytes / 2)}`,
  'open links': (bytes) => `${'[a](b'.repeat(bytes / 5)}\n`,
  'open images': (bytes) => `${'![a]('.repeat(bytes / 5)}\n`,
  'a wide table': (bytes) =>
    [
      `|${'a|'.repeat(bytes / 12)}`,
      `|${'-|'.repeat(bytes / 12)}`,
      ...Array(4).fill(`|${'b|'.repeat(bytes / 12)}`),
    ].join('\n'),
  'nested lists': (bytes) => {
    let text = ''
    for (let depth = 0; text.length < bytes; depth++) text += `${'  '.repeat(depth % 300)}- a\n`
    return text
  },
  'runs of backticks': (bytes) => {
    let text = ''
    for (let length = 1; text.length < bytes; length++) text += `${'`'.repeat(length)} `
    return text
  },
  'open comments': (bytes) => '<!-- a '.repeat(bytes / 7),
  'open tags': (bytes) => '<a '.repeat(bytes / 3),
  'front matter that is never closed': (bytes) => `---\n${'a: b\n'.repeat(bytes / 5)}`,
  'one long value in the front matter': (bytes) => `---\ntitle: "${'a'.repeat(bytes)}"\n---\n`,
  'deep values in the front matter': (bytes) => `---\ntitle: ${'['.repeat(bytes)}\n---\n`,
  'aliases of aliases': () => {
    const levels = Array.from(
      { length: 12 },
      (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}*a${index}]`,
    )
    return `---\na0: &a0 [b, b]\n${levels.join('\n')}\n---\n`
  },
  'one word': (bytes) => `${'a'.repeat(bytes)}\n`,
  'names without end': (bytes) => `## Speakers\n\n- ${'Anh, '.repeat(bytes / 5)}\n`,
  'dates without end': (bytes) => `**Date:** ${'1/2/2025 - '.repeat(bytes / 11)}\n`,
  'shortcodes that stay open': (bytes) => '{{% notice %}}\n'.repeat(bytes / 15),
  headings: (bytes) => '## Speakers\n'.repeat(bytes / 12),
  blanks: (bytes) => `a${' '.repeat(bytes)}b\n`,
}

/** The Markdown with enough around it to be an event report. */
export function hostileReport(shape, bytes) {
  const text = SHAPES[shape](bytes)
  return text.startsWith('---')
    ? text
    : `---\ntitle: "Event 1"\ndate: 2025-11-29\n---\n\n# Summary Report: “Grid Day”\n\n${text}`
}
