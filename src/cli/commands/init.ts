import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import manifest from '../../../package.json' with { type: 'json' }
import { type HookFile, plainHook, type RunnerFile, runnerFiles } from '../../hooks/runners.js'
import { buildReport } from '../../report/build.js'
import { canonicalTitles } from '../../report/canonical-titles.js'
import type { Report } from '../../report/report.js'
import { counted } from '../../reporters/summary.js'
import { printable } from '../../reporters/terminal.js'
import { builtInSchemas, DEFAULT_SCHEMA, loadSchema } from '../../schema/load.js'
import { configIn } from '../../source/config-file.js'
import { createFiles } from '../../source/create.js'
import { discover } from '../../source/discover.js'
import { GitError, NoRepositoryError, openRepository } from '../../source/git/git.js'
import { type GitHooks, gitHooks } from '../../source/git/git-hooks.js'
import { slashed } from '../../source/path.js'
import { readSource, SourceError } from '../../source/read.js'
import { writeAtomically } from '../../source/write.js'
import { withShortPaths } from '../process/file-errors.js'
import { complain, type ExitCode, type Io, UsageError } from '../process/io.js'
import { installCommand } from './install-command.js'

export interface InitOptions {
  readonly remove?: boolean
}

const CONFIG = '.reportlintrc.yaml'

/** A repository, and the folder where git looks for its hooks. */
interface Place {
  readonly root: string
  readonly hooks: GitHooks
}

/** Adds this program to a repository, or removes what it added: its configuration, and the hook that checks commits. */
export function init({ remove = false }: InitOptions, io: Io): ExitCode {
  const place = placeOf(io)
  const say = (line: string): void => {
    io.stdout.write(`${printable(line)}\n`)
  }
  return withShortPaths(place.root, () => (remove ? removeAll(place, say) : add(place, say, io)))
}

function placeOf(io: Io): Place {
  try {
    const repository = openRepository(io.cwd(), io.env)
    return { root: repository.root, hooks: gitHooks(repository) }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    const isElsewhere = error instanceof NoRepositoryError
    throw new UsageError(`${error.message}${isElsewhere ? ': run this in the repository of your reports' : ''}`)
  }
}

type Say = (line: string) => void

function add(place: Place, say: Say, io: Io): ExitCode {
  const { root } = place
  const { chosen, isRun, others } = chosenFile(place)
  const config = configIn(root)
  if (config) say(`${nameIn(root, config.path)}: there is a configuration already, so it was left unchanged`)
  else {
    const { preset, because } = presetFor(root)
    createFiles([{ path: join(root, CONFIG), text: configText(preset) }])
    say(`${CONFIG}: written, with the preset ${preset}: ${because}`)
  }

  const name = nameIn(root, chosen.path)
  for (const other of others) say(`${nameIn(root, other)}: another hook runner's, so it was left unchanged`)
  const path = resolve(root, chosen.path)
  const text = existsSync(path) ? readSource(path).text : null
  const edited = chosen.add(text)
  if (edited.state === 'refused') {
    complain(`${name}: ${edited.reason}:`, io)
    for (const line of edited.lines) io.stderr.write(`  ${line}\n`)
    return 2
  }
  if (edited.state === 'same') {
    say(`${name}: the hook is there already`)
    return 0
  }
  if (text === null) createFiles([{ path, text: edited.text, mode: 0o755 }])
  else writeAtomically(path, edited.text, text, [root, dirname(path)])
  say(`${name}: the hook was added (${chosen.runner})`)
  if (text !== null && chosen.runner === 'git' && !isExecutable(path))
    say(`${name}: git skips it, because it is not executable: chmod +x ${name}`)
  const next = [installCommand(chosen.needs, root, io.env), isRun ? null : chosen.next].filter(Boolean)
  if (next.length > 0) say(`next: ${next.join(' && ')}`)
  return 0
}

function removeAll({ root, hooks }: Place, say: Say): ExitCode {
  let found = false
  for (const { runner, path: place, remove } of [...runnerFiles(manifest.version), plainHook(hooks.folder)]) {
    const path = resolve(root, place)
    if (!existsSync(path) || (runner === 'git' && hooks.isShared)) continue
    const { text } = readSource(path)
    const edited = remove(text)
    if (edited.state !== 'changed') continue
    found = true
    if (edited.text === null) rmSync(path)
    else writeAtomically(path, edited.text, text, [root, dirname(path)])
    say(`${nameIn(root, path)}: ${edited.text === null ? 'removed' : 'the hook was removed'}`)
  }

  const config = join(root, CONFIG)
  if (existsSync(config)) {
    found = true
    // Git may have changed the line ends.
    const text = readSource(config).text.replaceAll('\r\n', '\n')
    const isOurs = Object.keys(builtInSchemas).some((preset) => configText(preset) === text)
    if (isOurs) rmSync(config)
    say(isOurs ? `${CONFIG}: removed` : `${CONFIG}: it is not as it was written, so it was left unchanged`)
  }
  if (!found) say('nothing to remove')
  return 0
}

/** The file to add the hook to. If several hook managers are set up, it is that of the one which git actually runs, if any. */
function chosenFile({ root, hooks }: Place): { chosen: HookFile; isRun: boolean; others: readonly string[] } {
  const present = runnerFiles(manifest.version).filter((file) => isSetUp(file, root))
  const installed = hookText(join(hooks.folder, 'pre-commit'))
  const isInstalled = ({ sign }: RunnerFile): boolean => sign.test(installed) || sign.test(nameIn(root, hooks.folder))
  const run = present.find(isInstalled)
  const chosen = run ?? present[0] ?? plainHook(hooks.folder)
  if (chosen.runner === 'git' && hooks.isShared)
    throw new UsageError(
      `git looks for hooks in ${hooks.folder}, outside of this repository, and what is changed there holds for others too: add \`reportlint check --staged\` to its pre-commit yourself`,
    )
  // husky is not reported as another manager, because it runs lint-staged.
  const others = present.filter(({ runner }) => runner !== chosen.runner && runner !== 'husky').map(({ path }) => path)
  return { chosen, isRun: run !== undefined, others }
}

function isSetUp({ runner, path, isIts }: RunnerFile, root: string): boolean {
  if (runner === 'husky') return existsSync(join(root, '.husky'))
  const file = join(root, path)
  return existsSync(file) && (isIts?.(readSource(file).text) ?? true)
}

/** The text of a hook; a hook may also be a binary. */
function hookText(path: string): string {
  try {
    return readSource(path).text
  } catch (error) {
    if (error instanceof SourceError) return ''
    throw error
  }
}

function isExecutable(path: string): boolean {
  return (statSync(path).mode & 0o111) !== 0
}

function nameIn(root: string, path: string): string {
  return slashed(relative(root, resolve(root, path)))
}

/** The preset whose titles most sections of the repository's reports have. */
function presetFor(root: string): { readonly preset: string; readonly because: string } {
  const reports = reportsIn(root)
  if (reports.length === 0) return { preset: DEFAULT_SCHEMA, because: 'there are no reports here yet' }
  const fits = Object.keys(builtInSchemas)
    .map((preset) => ({ preset, titles: canonicalTitles(reports, loadSchema(preset)) }))
    .sort((a, b) => b.titles - a.titles)
  const [best] = fits
  const counts = fits.map(({ preset, titles }) => `${titles} as ${preset} has them`).join(', ')
  return {
    preset: best?.preset ?? DEFAULT_SCHEMA,
    because: `of the section titles in ${counted(reports.length, 'report')}, ${counts}`,
  }
}

function reportsIn(root: string): Report[] {
  const schema = loadSchema(DEFAULT_SCHEMA)
  return discover(['.'], { cwd: root }).files.flatMap(({ path }) => {
    try {
      const report = buildReport({ path, text: readSource(resolve(root, path)).text }, schema)
      return report.kind === 'event' ? [report] : []
    } catch (error) {
      // A sample is enough, and `check` will report unreadable files.
      if (error instanceof SourceError) return []
      throw error
    }
  })
}

/** The text of the configuration. `--remove` only deletes a file with exactly this text. */
function configText(preset: string): string {
  return `# What reportlint expects of the reports in this repository. \`reportlint config FILE\` shows what holds for a file.
schema: ${preset}
`
}
