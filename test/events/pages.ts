import { type Digest, digestOf } from '../../src/events/digest.js'
import { buildReport } from '../../src/report/build.js'
import { loadSchema } from '../../src/schema/load.js'

const schema = loadSchema('event-report')

export function digest(path: string, text: string): Digest {
  return digestOf(buildReport({ path, text }, schema), schema)
}

/** What a page says; what is left out is not on it. */
export interface PageContent {
  readonly name?: string
  /** In the front matter. */
  readonly date?: string
  /** In the text. */
  readonly bodyDate?: string
  readonly speakers?: readonly string[]
  /** What follows. */
  readonly body?: string
}

export function written({ name, date, bodyDate, speakers, body }: PageContent): string {
  return [
    '---',
    'title: "Event 2"',
    ...(date === undefined ? [] : [`date: ${date}`]),
    '---',
    '',
    `# Summary Report${name === undefined ? '' : `: “${name}”`}`,
    '',
    ...(bodyDate === undefined ? [] : [`**Date:** ${bodyDate}`, '']),
    ...(speakers === undefined
      ? []
      : ['### Speakers', '', ...speakers.map((speaker) => `- **${speaker}** – Engineer`), '']),
    ...(body === undefined ? [] : [body, '']),
  ].join('\n')
}

/** One report of each site. */
export function sites(...reports: readonly PageContent[]): Digest[] {
  return reports.map((content, index) =>
    digest(`${'abcdefghijklm'[index]}/content/4-Events/4.2-Event2/_index.md`, written(content)),
  )
}
