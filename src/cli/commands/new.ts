import { existsSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { scaffold } from '../../drafting/scaffold.js'
import { buildReport } from '../../report/build.js'
import { isIsoDay } from '../../report/dates/calendar.js'
import { certainDay } from '../../report/dates/event-date.js'
import type { Report } from '../../report/report.js'
import { printable } from '../../reporters/terminal.js'
import type { Language, Schema } from '../../schema/schema.js'
import { createFiles } from '../../source/create.js'
import { shortened, slashed } from '../../source/path.js'
import { readSource, SourceError } from '../../source/read.js'
import { eventFolders, type NumberedFolder, numberedFolders } from '../../source/site/event-folders.js'
import { quoted } from '../output/fix-command.js'
import { commandName } from '../process/command-name.js'
import { type ExitCode, type Io, UsageError } from '../process/io.js'
import { settingsFor } from '../run/settings.js'

export interface NewOptions {
  /** YYYY-MM-DD. */
  readonly date: string
  readonly in?: string
  /** As the user wrote it. */
  readonly number?: string
  readonly schema?: string
}

const PAGES: readonly (readonly [Language, string])[] = [
  ['en', '_index.md'],
  ['vi', '_index.vi.md'],
]

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
  const model = siblings.at(-1)
  const chapter = model?.chapter ?? chapterOf(folder)
  const number = numberOf(options.number) ?? (model?.number ?? 0) + 1
  const taken = siblings.find((sibling) => sibling.number === number)
  if (taken) throw new UsageError(`there is an event ${number} already: ${shortened(join(folder, taken.name), cwd)}`)

  const { schema } = settingsFor(options, cwd).of(join(folder, '_index.md'))
  const twin = siblings.find(({ name }) => hasReportOn(join(folder, name), event, options.date, schema))
  // Two events of one day may have the same name, but far more often a command is repeated.
  if (twin && options.number === undefined)
    throw new UsageError(
      `there is a report on this event already: ${shortened(join(folder, twin.name), cwd)}. --number ${number} adds another one`,
    )
  const target = join(folder, folderName({ event, number, chapter, model }))
  if (existsSync(target)) throw new UsageError(`${shortened(target, cwd)} is there already, so it was left unchanged`)
  const pages = PAGES.map(([language, page]) => {
    const before = model ? existing(join(folder, model.name, page), schema) : null
    return { language, page, before }
  })
  // A page and its translation get the same structure.
  const level = pages.flatMap(({ before }) => before?.baseLevel ?? [])[0] ?? 2
  const files = pages.map(({ language, page, before }) => {
    const menuTitle = menuTitleLike(before, { language, event, number })
    const text = scaffold({ language, name: event, date: options.date, menuTitle, number, chapter, level }, schema)
    return { path: join(target, page), text }
  })
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

/** The N of `N-EventParticipated`. */
function chapterOf(folder: string): number | null {
  const number = /^\d{1,2}(?=[-_. ])/.exec(basename(folder))?.[0]
  return number === undefined ? null : Number(number)
}

interface Naming {
  readonly event: string
  readonly number: number
  readonly chapter: number | null
  /** The event before this one. */
  readonly model: NumberedFolder | undefined
}

/** `4.3-Event3` after `4.2-Event2`; `4.3-Grid-Day` if the folders before it have the names of their events. */
function folderName({ event, number, chapter, model }: Naming): string {
  const prefix = chapter === null ? '' : `${chapter}.${number}`
  if (!model) return chapter === null ? `Event${number}` : `${prefix}-Event${number}`
  const rest = model.name.replace(/^\d+\.\d+/, '')
  const own = new RegExp(`(?<!\\d)${model.number}$`)
  if (own.test(rest)) return prefix + rest.replace(own, String(number))
  const separator = /^[-_. ]/.exec(rest)?.[0] ?? '-'
  return `${prefix}${separator}${slug(event)}`
}

/** A name in the style of folder names: letters without diacritics and digits, joined by hyphens. */
function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  return (
    plain
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-')
      .slice(0, 80) ?? 'Event'
  )
}

/** Whether a folder has a report on an event. @param day ISO */
function hasReportOn(folder: string, event: string, day: string, schema: Schema): boolean {
  return PAGES.some(([, page]) => {
    const report = existing(join(folder, page), schema)
    if (!report?.eventName || asWords(report.eventName.value) !== asWords(event)) return false
    return (certainDay(report.eventDate) ?? report.frontMatterDate.value) === day
  })
}

/** A name without regard to case, spaces and punctuation. */
function asWords(name: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words?.join(' ') ?? ''
}

function existing(path: string, schema: Schema): Report | null {
  if (!existsSync(path)) return null
  try {
    return buildReport({ path, text: readSource(path).text }, schema)
  } catch (error) {
    // An unreadable neighbour does no harm: it would only have been a model.
    if (error instanceof SourceError) return null
    throw error
  }
}

/** "Event 3" after "Event 2"; the name of the event if the title before it is one. */
function menuTitleLike(
  model: Report | null,
  { language, event, number }: { language: Language; event: string; number: number },
): string {
  const written = model?.frontMatter?.entries.get('title')?.value.value
  if (typeof written !== 'string') return `${language === 'vi' ? 'Sự kiện' : 'Event'} ${number}`
  const [, words] = /^\s*(event|sự kiện)\s*(?:#\s*)?\d{1,3}\s*$/iu.exec(written.normalize('NFC')) ?? []
  return words === undefined ? event : `${words} ${number}`
}
