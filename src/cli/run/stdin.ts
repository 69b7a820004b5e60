import { resolve } from 'node:path'
import { statsOf } from '../../source/disk.js'
import { plainPath } from '../../source/path.js'
import { decode, MAX_BYTES, MAX_MB, SourceError } from '../../source/read.js'
import { attempt } from '../process/attempt.js'
import { type Io, UsageError } from '../process/io.js'
import { type OpenRun, openerFor } from './open-reports.js'
import type { Selection } from './settings.js'

export interface StdinOptions {
  /** Read one report from standard input. */
  readonly stdin?: boolean
  /** The path of that report: its folder decides the settings, the number of the event and the pictures. */
  readonly stdinFilename?: string
}

/** A run over the report on standard input. */
export interface StdinRun extends OpenRun {
  readonly text: string
}

/**
 * Reads standard input to its end, and opens it as a report.
 * @throws UsageError, ConfigError or SourceError for unusable options or an unusable text
 */
export async function openStdin(
  paths: readonly string[],
  { stdinFilename, ...selection }: Selection & StdinOptions,
  io: Io,
): Promise<StdinRun> {
  if (paths.length > 0)
    throw new UsageError('--stdin takes no paths: give the name of the report with --stdin-filename')
  const cwd = io.cwd()
  const path = stdinFilename === undefined ? '<stdin>' : plainPath(stdinFilename)
  const absolute = resolve(cwd, path)
  if (stdinFilename !== undefined && isFolder(stdinFilename, absolute))
    throw new UsageError(`--stdin-filename ${stdinFilename}: this is a folder, expected the path of a report in it`)
  // Without a name, it is in no folder.
  const place = stdinFilename === undefined ? path : absolute
  const { settings, open } = await openerFor(selection, cwd, io)
  const text = decode(await readAll(io, path), path)
  if (text.trim() === '') throw new SourceError('the standard input is empty, expected a report', path)
  const opened = open({ path, absolute, text, place })
  const isWanted = !settings.reportsOnly || (opened.report.kind === 'event' && settings.takes(absolute))
  return { text, reports: isWanted ? [opened] : [], failures: new Set() }
}

/** Whether a path names a folder, or could only name one: it is empty or ends in a slash. */
function isFolder(name: string, absolute: string): boolean {
  return name === '' || /[\\/]$/.test(name) || attempt(() => statsOf(absolute).isDirectory()) === true
}

async function readAll({ stdin }: Io, path: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stdin ?? []) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > MAX_BYTES)
      throw new SourceError(`the standard input has more than ${MAX_MB} MB, which no report has`, path)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
