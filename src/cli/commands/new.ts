import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { isIsoDay } from '../../report/dates/calendar.js'
import { printable } from '../../reporters/terminal.js'
import { createFiles } from '../../source/create.js'
import { shortened, slashed } from '../../source/path.js'
import { SourceError } from '../../source/read.js'
import { eventFolders, numberedFolders } from '../../source/site/event-folders.js'
import { quoted } from '../output/fix-command.js'
import { commandName } from '../process/command-name.js'
import { type ExitCode, type Io, UsageError } from '../process/io.js'
import { settingsFor } from '../run/settings.js'
import { chapterOf, folderName } from './event-folder-name.js'
import { hasReportOn, pagesFor } from './new-pages.js'

export interface NewOptions {
  /** YYYY-MM-DD. */
  readonly date: string
  readonly in?: string
  /** As the user wrote it. */
  readonly number?: string
  readonly schema?: string
}

/**
 * Writes a report to be filled in, with its Vietnamese translation, where the site keeps its events. Existing files are not changed.
 */
export function newReport(name: string, options: NewOptions, io: Io): ExitCode {
  const cwd = io.cwd()
  const event = name.trim()
  checkName(event)
  checkDate(options.date)
  const folder = eventsFolder(options.in, cwd)
  const siblings = numberedFolders(folder)
  const last = siblings.at(-1)
  const chapter = last?.chapter ?? chapterOf(folder)
  const number = numberOf(options.number) ?? (last?.number ?? 0) + 1
  const taken = siblings.find((sibling) => sibling.number === number)
  if (taken) throw new UsageError(`there is an event ${number} already: ${shortened(join(folder, taken.name), cwd)}`)

  const { schema } = settingsFor(options, cwd).of(join(folder, '_index.md'))
  const known = siblings.find(({ name }) => hasReportOn(join(folder, name), event, options.date, schema))
  // Two events of one day may have the same name, but far more often a command is repeated.
  if (known && options.number === undefined)
    throw new UsageError(
      `there is a report on this event already: ${shortened(join(folder, known.name), cwd)}. --number ${number} adds another one`,
    )
  const target = join(folder, folderName({ event, number, chapter, last }))
  if (existsSync(target)) throw new UsageError(`${shortened(target, cwd)} is there already, so it was left unchanged`)
  const model = last ? join(folder, last.name) : null
  const pages = pagesFor({ name: event, date: options.date, number, chapter }, model, schema)
  const files = pages.map(({ name: page, text }) => ({ path: join(target, page), text }))
  const isNew = !existsSync(folder)
  try {
    createFiles(files)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new UsageError(`${shortened(error.path, cwd)}: ${error.message}`)
  }
  for (const { path } of files) io.stdout.write(`wrote ${printable(shown(path, cwd))}\n`)
  // Mentioned, because its name may be misspelt.
  if (isNew) io.stderr.write(`The folder ${printable(shown(folder, cwd))} was created.\n`)
  io.stderr.write(
    `Fill in the sections; \`${commandName(cwd)} check ${printable(quoted(shown(target, cwd)))}\` says what is left to do.\n`,
  )
  return 0
}

function shown(path: string, cwd: string): string {
  return slashed(relative(cwd, path))
}

function checkName(name: string): void {
  if (!/[\p{L}\p{N}]/u.test(name)) throw new UsageError('the name of the event is empty')
  if (/[\p{Cc}\u2028\u2029]/u.test(name))
    throw new UsageError('the name of the event contains a line break or control character')
  if (name.includes('{{')) throw new UsageError('the name of the event contains “{{”, which Hugo would execute')
}

function checkDate(date: string): void {
  if (!isIsoDay(date)) throw new UsageError(`--date takes a day as YYYY-MM-DD, not “${date}”`)
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError(`--number takes a number from 1 to 999, not “${text}”`)
  return Number(text)
}

function eventsFolder(named: string | undefined, cwd: string): string {
  if (named !== undefined) return resolve(cwd, named)
  const found = eventFolders(cwd)
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  if (only === undefined) throw new UsageError('no folder of events was found here: name it with --in')
  const names = found.map((folder) => shown(folder, cwd))
  const list = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  throw new UsageError(`several folders contain events (${list.join(', ')}): name one of them with --in`)
}
