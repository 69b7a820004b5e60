// Measures reportlint and other tools on generated reports.
//
//   npm run bench                        everything; about half an hour
//   npm run bench -- cold thousand       parts: cold thousand limit cache growth big hostile memory install
//   npm run bench -- cold --rounds 41    how often each is run; medians are printed
//   npm run bench -- thousand --alone    without the peers
//   npm run bench -- growth --most 100000
//
// Works in a folder for temporary files, or in $REPORTLINT_BENCH. Times are given as multiples of that of `node -e 0` in the same rounds.

import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bigReport, generateFiles, writeFiles } from './generate.js'
import { hostileReport, SHAPES } from './hostile.js'
import { inTurn, once, peakMemory } from './measure.js'
import {
  again,
  bareNode,
  installedSize,
  installPeers,
  installReportlint,
  parseAlone,
  peerTools,
  reportlint,
} from './tools.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    alone: { type: 'boolean', default: false },
    most: { type: 'string', default: '10000' },
  },
})

const scratch = process.env.REPORTLINT_BENCH ?? join(tmpdir(), 'reportlint-bench')
mkdirSync(scratch, { recursive: true })
const installed = installReportlint(scratch)
const fast = reportlint(installed)
const reference = reportlint(installed, { parser: 'remark' })
const cached = reportlint(installed, { cache: true })

/** The peers are installed by the first part that needs them. */
let peersFolder = null
const peerPackages = () => {
  peersFolder ??= installPeers(scratch)
  return peersFolder
}

const PARTS = { cold, thousand, limit, cache, growth, big, hostile, memory, install }

const wanted = positionals.length > 0 ? positionals : Object.keys(PARTS)
const unknown = wanted.find((name) => !Object.hasOwn(PARTS, name))
if (unknown) throw new Error(`“${unknown}” is not a part: there are ${Object.keys(PARTS).join(', ')}`)
console.log(`Node ${process.version}, ${process.platform}; load ${load()} at the start`)
for (const name of wanted) PARTS[name]()
console.log(`load ${load()} at the end`)

/** One report, each time in a new process. */
function cold() {
  const cwd = reportsFolder(10)
  const path = 'site-00001/content/4-EventParticipated/4.1-Event1/_index.md'
  const commands = {
    'node -e 0': bareNode(),
    reportlint: fast([alone('report.md', readFileSync(join(cwd, path)))]),
    'reportlint --parser remark': reference([alone('report.md', readFileSync(join(cwd, path)))]),
    // The other reports of the site are read too, to compare them with this one.
    'reportlint, in a site of ten': fast([path]),
    'reportlint, in a site of ten, all known': cached([path]),
    ...peersOn([path], (name) => name !== 'rumdl, warm cache'),
  }
  const times = measured('one report, cold', commands, { cwd, rounds: 21 })
  goal('one report / node', ratio(times, 'reportlint', 'node -e 0'), 1.7)
  goal('one report with remark / node', ratio(times, 'reportlint --parser remark', 'node -e 0'), 2.6)
}

/** A thousand reports without a cache. */
function thousand() {
  const cwd = reportsFolder(1000)
  const commands = {
    'node -e 0': bareNode(),
    reportlint: fast(['.']),
    'reportlint --jobs 1': [...fast(['.']), '--jobs', '1'],
    'reportlint --parser remark': reference(['.']),
    'reportlint --parser remark --jobs 1': [...reference(['.']), '--jobs', '1'],
    'parsing alone, one thread': parseAlone('remark', peerPackages())(['.']),
    ...peersOn(['.'], (name) => name !== 'rumdl, warm cache'),
  }
  const times = measured('1,000 reports, no cache', commands, { cwd, rounds: 5 })
  goal('with remark / parsing alone', ratio(times, 'reportlint --parser remark', 'parsing alone, one thread'), 1.25)
  if (values.alone) return
  goal('1,000 reports / the rumdl binary', ratio(times, 'reportlint', 'rumdl, the binary'), 1)
  goal('markdownlint-cli2 / 1,000 reports', ratio(times, 'markdownlint-cli2', 'reportlint'), 20, { atLeast: true })
}

/** Lower limits for the first two: without the work itself, and with all code warmed up. */
function limit() {
  const ten = reportsFolder(10)
  const report = alone(
    'report.md',
    readFileSync(join(ten, 'site-00001/content/4-EventParticipated/4.1-Event1/_index.md')),
  )
  const started = {
    'node -e 0': bareNode(),
    'reportlint --version': [...fast([]).slice(0, 2), '--version'],
    'reportlint, a report of one word': fast([
      alone('word.md', '---\ntitle: "Event 1"\ndate: 2025-05-10\nweight: 1\n---\n\nWord\n'),
    ]),
    reportlint: fast([report]),
  }
  measured('to start', started, { cwd: ten, rounds: 21 })
  const thousand = reportsFolder(1000)
  const parsed = { 'node -e 0': bareNode(), 'native parser alone': parseAlone('native')(['.']) }
  measured('1,000 reports, to read and parse', parsed, { cwd: thousand, rounds: 5 })
  console.log('\nthe same check again in one process: ms for the first, second … time')
  const out = join(scratch, `again-${process.pid}.json`)
  for (const [name, times, paths, cwd] of [
    ['one report', 8, [report], ten],
    ['1,000 reports', 5, ['.'], thousand],
  ]) {
    once(again(installed, { out, times })(paths), { cwd, scratch })
    const took = JSON.parse(readFileSync(out, 'utf8'))
    console.log(`  ${name.padEnd(36)} ${took.map((ms) => ms.toFixed(ms < 100 ? 1 : 0)).join(' / ')}`)
  }
  rmSync(out, { force: true })
}

/** A thousand reports that were checked before. */
function cache() {
  const cwd = reportsFolder(1000)
  const changing = join(cwd, 'site-00050/content/4-EventParticipated/4.1-Event1/_index.md')
  const text = readFileSync(changing)
  let changes = 0
  // Edits of an author: ordinary text, or facts that other reports are compared with.
  const edits = {
    'reportlint, one more sentence': () =>
      `\nNobody had told us beforehand that evening number ${++changes} would end with so many unanswered questions.\n`,
    'reportlint, one more heading': () => `\n## Question ${++changes}\n\nWho keeps the minutes?\n`,
  }
  const commands = {
    'node -e 0': bareNode(),
    'reportlint, all known': cached(['.']),
    ...Object.fromEntries(Object.keys(edits).map((name) => [name, cached(['.'])])),
    ...peersOn(['.'], (name) => name === 'rumdl, warm cache'),
  }
  // Files that have just been written are not trusted to stay as they are.
  const settle = () => {
    once([process.execPath, '-e', 'setTimeout(() => {}, 2500)'], { cwd, scratch })
    once(cached(['.']), { cwd, scratch })
  }
  once(cached(['.']), { cwd, scratch })
  const before = (name) => {
    if (name.endsWith('known')) settle()
    else if (name in edits) {
      settle()
      appendFileSync(changing, edits[name]())
    }
  }
  const times = measured('1,000 reports, checked before', commands, { cwd, rounds: 11, before })
  writeFileSync(changing, text)
  goal('all known / node', ratio(times, 'reportlint, all known', 'node -e 0'), 4)
  for (const name of Object.keys(edits)) goal(`${name} / all known`, ratio(times, name, 'reportlint, all known'), 1.3)
}

/** How time and memory grow with the number of reports. */
function growth() {
  const most = Number(values.most)
  for (let reports = 1000; reports <= most; reports *= 10) {
    const cwd = reportsFolder(reports)
    const times = measured(
      `${shown(reports)} reports, no cache`,
      { 'node -e 0': bareNode(), reportlint: fast(['.']) },
      { cwd, rounds: 3 },
    )
    const peak = peakMemory(fast(['.']), { cwd, scratch, patience: 900_000 })
    console.log(
      `  ${((1e6 * times.reportlint.seconds) / reports).toFixed(0)} µs for each report, ${peak?.toFixed(0) ?? '?'} MB at the most`,
    )
  }
}

/** Single files of 5 and of 10 MB. */
function big() {
  const cwd = join(scratch, 'big')
  mkdirSync(cwd, { recursive: true })
  const times = {}
  for (const megabytes of [5, 10]) {
    const file = `${megabytes}mb.md`
    if (!existsSync(join(cwd, file))) writeFileSync(join(cwd, file), bigReport(megabytes * 1e6))
    const commands = {
      'node -e 0': bareNode(),
      reportlint: fast([file]),
      'reportlint --parser remark': reference([file]),
      ...peersOn([file]),
    }
    times[megabytes] = measured(`one report of ${megabytes} MB`, commands, { cwd, rounds: 3 })
  }
  for (const name of ['reportlint', 'reportlint --parser remark'])
    goal(`10 MB / 5 MB, ${name}`, times[10][name].seconds / times[5][name].seconds, 2.3)
}

/** Markdown that parsers are slow on, each in 25, 50, 100 and 200 KB. */
function hostile() {
  const cwd = join(scratch, 'hostile')
  mkdirSync(cwd, { recursive: true })
  const sizes = [25, 50, 100, 200]
  for (const [title, tool] of [
    ['reportlint', fast],
    ['reportlint --parser remark', reference],
  ]) {
    console.log(`\nhostile shapes, ${title}: seconds for ${sizes.join(' / ')} KB`)
    for (const shape of Object.keys(SHAPES)) {
      const runs = sizes.map((kilobytes) => {
        const file = `${shape.replace(/\W+/g, '-')}-${kilobytes}.md`
        writeFileSync(join(cwd, file), hostileReport(shape, kilobytes * 1000))
        return once(tool([file]), { cwd, scratch, patience: 60_000 })
      })
      const shownRun = ({ seconds, ended, status }) =>
        ended ?? `${seconds.toFixed(2)}${status === 2 ? ' (refused)' : status > 2 ? ' (FAILED)' : ''}`
      console.log(`  ${shape.padEnd(30)} ${runs.map(shownRun).join(' / ')}`)
    }
  }
}

/** Peak memory. */
function memory() {
  const one = 'site-00001/content/4-EventParticipated/4.1-Event1/_index.md'
  console.log('\nmost memory at once, MB')
  for (const [name, reports, paths, limit] of [
    ['one report', 10, [one], null],
    ['1,000 reports', 1000, ['.'], 150],
    ['10,000 reports', 10_000, ['.'], 300],
  ]) {
    const cwd = reportsFolder(reports)
    for (const [title, command] of Object.entries({
      reportlint: fast(paths),
      'reportlint --parser remark': reference(paths),
      ...(reports < 10_000 ? peersOn(paths) : {}),
    })) {
      const peak = peakMemory(command, { cwd, scratch, patience: 300_000 })
      console.log(`  ${name.padEnd(16)} ${title.padEnd(36)} ${peak?.toFixed(0) ?? 'unknown'}`)
      if (limit && title === 'reportlint' && peak) goal(`memory of ${name}`, peak, limit)
    }
  }
}

/** The size of an installation. */
function install() {
  const { bytes, packages, scripts } = installedSize(installed)
  console.log(`\ninstalled: ${(bytes / 1e6).toFixed(1)} MB, ${packages} packages, ${scripts.length} install scripts`)
  goal('MB installed', bytes / 1e6, 8)
  goal('packages installed', packages, 10)
  goal('install scripts', scripts.length, 0)
}

/** The folder with that many generated reports. */
function reportsFolder(reports) {
  const folder = join(scratch, `reports-${reports}`)
  if (!existsSync(join(folder, '.git'))) {
    writeFiles(folder, generateFiles({ reports }))
    // Marks the root of a repository, so that nothing above the folder is read.
    mkdirSync(join(folder, '.git'))
  }
  return folder
}

/** Writes a report without a site around it. @returns its path */
function alone(name, text) {
  const folder = join(scratch, 'alone')
  mkdirSync(join(folder, '.git'), { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function peersOn(paths, accepts = () => true) {
  if (values.alone) return {}
  const tools = Object.entries(peerTools(peerPackages())).filter(([name]) => accepts(name))
  return Object.fromEntries(tools.map(([name, command]) => [name, command(paths)]))
}

function measured(title, commands, { cwd, rounds, before }) {
  const times = inTurn(commands, { cwd, scratch, rounds: Number(values.rounds ?? rounds), before, patience: 180_000 })
  const unit = times['node -e 0'].seconds
  console.log(`\n${title}; node -e 0 takes ${(1000 * unit).toFixed(1)} ms; load ${load()}`)
  for (const [name, { seconds, rounds: done, ended, status }] of Object.entries(times)) {
    const result = ended ?? `${seconds.toFixed(3).padStart(8)} s ${(seconds / unit).toFixed(2).padStart(8)} ×`
    console.log(`  ${name.padEnd(36)} ${result}  exit ${status}, ${done} rounds`)
  }
  return times
}

function ratio(times, one, other) {
  return times[one] && times[other] ? times[one].seconds / times[other].seconds : Number.NaN
}

/** Prints whether a measurement meets its goal. @param atLeast whether the limit is a lower one */
function goal(name, value, limit, { atLeast = false } = {}) {
  const met = atLeast ? value >= limit : value <= limit
  console.log(
    `  goal: ${name} ${value.toFixed(2)} (${atLeast ? 'at least' : 'at most'} ${limit}) ${met ? 'met' : 'NOT MET'}`,
  )
}

function load() {
  return loadavg()[0].toFixed(1)
}

function shown(number) {
  return number.toLocaleString('en')
}
