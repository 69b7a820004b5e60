import { type Facts, factsOf } from '../../report/facts.js'
import type { Colours } from '../../reporters/colours.js'
import { printable } from '../../reporters/terminal.js'
import { coloursFor } from '../process/colours.js'
import { complain, type ExitCode, type Io } from '../process/io.js'
import { openReports } from '../run/open-reports.js'
import type { Selection } from '../run/settings.js'

export interface InspectOptions extends Selection {
  readonly format: 'pretty' | 'json'
}

/** Prints the facts of reports, which the rules are based on. */
export async function inspect(paths: readonly string[], options: InspectOptions, io: Io): Promise<ExitCode> {
  const { reports, failures } = await openReports(paths, options, io)
  const facts = Array.from(reports, ({ report }) => factsOf(report))
  for (const failure of failures) complain(failure, io)
  const colours = coloursFor(io.stdout, io)
  if (options.format === 'json') io.stdout.write(`${JSON.stringify({ schemaVersion: 1, reports: facts }, null, 2)}\n`)
  else io.stdout.write(facts.map((report) => `${asText(report, colours)}\n`).join('\n'))
  return failures.size > 0 ? 2 : 0
}

/** The width of the column of labels, in cells: that of the longest one, and a space. */
const LABEL_WIDTH = 'front matter '.length

function asText(facts: Facts, colours: Colours): string {
  const { event, frontMatter, numbers } = facts
  const at = (line: number | null): string => (line === null ? '' : colours.dim(`  line ${line}`))
  const row = (label: string, value: string): string => `  ${colours.dim(label.padEnd(LABEL_WIDTH))} ${value}`
  const days = event.date && [event.date.start, event.date.end].filter(Boolean).join(' to ')
  const statedNumbers = Object.entries(numbers).flatMap(([place, number]) =>
    number === null ? [] : [`${place} ${number}`],
  )
  const ids = facts.sections.map(({ id, also }) => [id ?? '?', ...also].join(' + '))
  const width = Math.max(...ids.map(({ length }) => length))
  return [
    colours.bold(colours.underline(printable(facts.path))),
    row('kind', `${facts.kind}, ${facts.language === 'vi' ? 'Vietnamese' : 'English'}`),
    row('title', facts.title ? printable(facts.title.text) + at(facts.title.line) : 'none'),
    row('event', printable(event.name ?? 'not named')),
    row('date', `${days ?? 'not in the text'}${at(event.date?.line ?? null)}`),
    row(
      'front matter',
      ['date', frontMatter.date.value, colours.dim(frontMatter.date.state)].filter(Boolean).join(' '),
    ),
    row('numbers', statedNumbers.join(', ') || 'none'),
    row('sections', facts.baseLevel === null ? 'none' : `on level ${facts.baseLevel}`),
    ...facts.sections.map(
      ({ title, line, form }, index) =>
        `    ${String(line).padStart(5)}  ${ids[index]?.padEnd(width)}  ${printable(title)}${form === 'heading' ? '' : colours.dim(` (${form})`)}`,
    ),
    ...(facts.speakers.length > 0 ? [row('speakers', '')] : []),
    ...facts.speakers.map(
      ({ name, role, organization, line }) =>
        `    ${String(line).padStart(5)}  ${printable([name, role, organization].filter(Boolean).join(' · '))}`,
    ),
  ].join('\n')
}
