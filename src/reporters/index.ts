import type { Reporter } from './reporter.js'

/** Every format by its name; the code is loaded when it is used. */
export const formats = {
  pretty: async () => (await import('./pretty.js')).pretty,
  compact: async () => (await import('./compact.js')).compact,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html/html.js')).html,
  score: async () => (await import('./score-sheet.js')).score,
  'score-csv': async () => (await import('./score-sheet.js')).scoreCsv,
} satisfies Readonly<Record<string, () => Promise<Reporter>>>

export type Format = keyof typeof formats

/** The formats that show the edits of fixes. */
export const EDITED: ReadonlySet<Format> = new Set(['sarif', 'html'])

/** The formats that need more than the findings. */
export const WHOLE: ReadonlySet<Format> = new Set(['html', 'score', 'score-csv'])
