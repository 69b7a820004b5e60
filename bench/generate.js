// Generates reports to measure with: sites of ten reports, on five events in two languages, with the deviations of real reports.
//
//   node bench/generate.js FOLDER [REPORTS] [SEED]

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { randomFrom } from './random.js'
import * as bank from './words.js'

const REPORTS_PER_SITE = 10
const EVENTS_PER_SITE = REPORTS_PER_SITE / 2
/** The number of sites that report on the same events. */
const SITES_PER_PROGRAMME = 20
const EVENTS_PER_PROGRAMME = 12
const CANONICAL = ['event-information', 'objectives', 'speakers', 'highlights', 'takeaways', 'applying-to-work']
const EVENTS = 'content/4-EventParticipated'
/** Separates the random numbers of events from those of sites with the same seed. */
const EVENT_STREAM = 7

/**
 * The files of enough sites for that many reports. The first reports are always the same, whatever the number.
 * @returns `{ path, text, isReport }`: the reports, and the index pages, configurations and pictures of their sites
 */
export function* generateFiles({ reports, seed = 1 }) {
  for (let site = 0; site * REPORTS_PER_SITE < reports; site++) {
    const wanted = reports - site * REPORTS_PER_SITE
    yield* siteFiles(site, seed, Math.min(wanted, REPORTS_PER_SITE))
  }
}

/** Writes the files below a folder. */
export function writeFiles(folder, files) {
  for (const { path, text } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** A report of at least that many bytes. */
export function bigReport(bytes, seed = 1) {
  const random = randomFrom(seed, bytes)
  const event = eventOf(0, 0, seed)
  const [frontMatter, ...parts] = [
    frontMatterOf(event, 1, bank.EN, usual),
    titleOf(event, bank.EN),
    ...sectionsOf(event, bank.EN, usual, random),
  ]
  const filler = []
  let size = frontMatter.length
  for (let number = 1; size < bytes; number++) {
    const part = `${talk(bank.EN, number, random)}\n\n`
    filler.push(part)
    size += Buffer.byteLength(part)
  }
  const at = parts.findIndex((part) => part.startsWith('## Takeaways'))
  return [frontMatter, ...parts.slice(0, at), filler.join(''), ...parts.slice(at)].join('')
}

function* siteFiles(site, seed, reports) {
  const random = randomFrom(seed, site)
  const root = `site-${String(site + 1).padStart(5, '0')}`
  const programme = Math.floor(site / SITES_PER_PROGRAMME)
  const events = random
    .some([...Array(EVENTS_PER_PROGRAMME).keys()], EVENTS_PER_SITE)
    .sort((a, b) => a - b)
    .map((index) => eventOf(programme, index, seed))
  // All reports of an author have these in common.
  const habits = {
    template: random.percent(35),
    level: random.percent(50) ? '##' : '###',
    newline: random.percent(8) ? '\r\n' : '\n',
    bom: random.percent(3),
    numbered: random.percent(12),
    hardBreaks: random.percent(25),
  }
  yield {
    path: `${root}/hugo.toml`,
    text: `title = "Site ${site + 1}"\ndefaultContentLanguage = "en"\n`,
    isReport: false,
  }
  for (const [language, suffix] of [
    [bank.EN, ''],
    [bank.VI, '.vi'],
  ]) {
    const links = events.map((_, index) => `- [${language.folder} ${index + 1}](4.${index + 1}-Event${index + 1}/)`)
    const text = `---\ntitle: "${language.index}"\nweight: 4\nchapter: false\npre: " <b> 4. </b> "\n---\n\n${links.join('\n')}\n`
    yield { path: `${root}/${EVENTS}/_index${suffix}.md`, text, isReport: false }
  }
  let left = reports
  for (const [index, event] of events.entries()) {
    for (const [language, suffix] of [
      [bank.EN, ''],
      [bank.VI, '.vi'],
    ]) {
      if (left-- <= 0) return
      const number = index + 1
      const text = reportOf(event, number, language, habits, random)
      yield { path: `${root}/${EVENTS}/4.${number}-Event${number}/_index${suffix}.md`, text, isReport: true }
    }
    for (const picture of [1, 2, 3])
      yield {
        path: `${root}/static/images/event-${index + 1}/photo-${picture}.jpg`,
        text: 'a picture',
        isReport: false,
      }
  }
}

function eventOf(programme, index, seed) {
  const random = randomFrom(seed, programme, index, EVENT_STREAM)
  const visitors = random.some(bank.VISITORS, random.between(0, 2))
  const locals = Array.from(
    { length: random.between(2, 4) },
    () => `${random.pick(bank.FAMILY_NAMES)} ${random.pick(bank.MIDDLE_NAMES)} ${random.pick(bank.GIVEN_NAMES)}`,
  )
  return {
    name: `${bank.THEMES[(programme * 5 + index) % bank.THEMES.length]} ${random.pick(bank.FORMS)}`,
    day: new Date(Date.UTC(2025, 8, 6 + index * 14 + random.between(0, 6) + (programme % 20) * 7)),
    venue: random.pick(bank.VENUES),
    speakers: [...new Set([...locals, ...visitors])].map((name) => ({
      name,
      role: random.pick(bank.ROLES),
      firm: random.pick(bank.FIRMS),
    })),
  }
}

/** The properties of a report without deviations. */
const usual = {
  template: false,
  level: '##',
  newline: '\n',
  bom: false,
  numbered: false,
  hardBreaks: false,
  frontMatterDate: 'right',
  titleNumber: 0,
  weight: 0,
  weekday: 0,
  dayOff: 0,
  missing: null,
  empty: null,
  merged: false,
  offLevel: null,
  pseudo: null,
  swapped: false,
  noSpeaker: null,
  plainNames: false,
  shortNames: false,
  slip: false,
  leftover: false,
  residue: false,
  mojibake: false,
  invisible: false,
  missingPicture: false,
  missingAlt: false,
  inTheTitle: false,
}

function deviationsOf(random) {
  const rarely = (share, value, otherwise) => (random.percent(share) ? value() : otherwise)
  return {
    frontMatterDate: rarely(40, () => random.pick(['template', 'template', 'absent', 'wrong']), 'right'),
    titleNumber: rarely(8, () => 1, 0),
    weight: rarely(15, () => 1, 0),
    weekday: rarely(4, () => 1, 0),
    dayOff: rarely(3, () => 1, 0),
    missing: rarely(
      15,
      () => random.pick(['event-information', 'objectives', 'speakers', 'takeaways', 'applying-to-work']),
      null,
    ),
    empty: rarely(3, () => random.pick(['objectives', 'experience', 'applying-to-work']), null),
    merged: random.percent(4),
    offLevel: rarely(10, () => random.pick(['speakers', 'takeaways']), null),
    pseudo: rarely(7, () => random.pick(['takeaways', 'applying-to-work']), null),
    swapped: random.percent(4),
    noSpeaker: rarely(5, () => random.pick(['blank', 'placeholder']), null),
    plainNames: random.percent(12),
    shortNames: random.percent(15),
    slip: random.percent(10),
    leftover: random.percent(6),
    residue: random.percent(2),
    mojibake: random.percent(1),
    invisible: random.percent(2),
    missingPicture: random.percent(5),
    missingAlt: random.percent(8),
  }
}

function reportOf(event, number, language, habits, random) {
  const report = { ...usual, ...habits, ...deviationsOf(random) }
  const parts = [
    frontMatterOf(event, number, language, report),
    titleOf(event, language),
    ...sectionsOf(event, language, report, random),
  ]
  if (report.residue) parts.splice(1, 0, `${language.residue}\n\n`)
  let text = parts.join('')
  if (report.slip) {
    const [right, wrong] = random.pick(language.slips)
    text = text.replace(right, wrong)
  }
  if (report.invisible) text = text.replace(/ is | là /, (word) => `${word.trimEnd()}\u200b `)
  // UTF-8 that was read as Latin-1 and written as UTF-8 again.
  if (report.mojibake) text = text.replace(/\p{L}*[À-ỹ]\p{L}*/gu, (word) => Buffer.from(word).toString('latin1'))
  return `${report.bom ? '\ufeff' : ''}${report.newline === '\n' ? text : text.replaceAll('\n', report.newline)}`
}

function frontMatterOf({ day }, number, language, { frontMatterDate, titleNumber, weight }) {
  const dates = { right: iso(day), template: '2024-01-01', wrong: iso(shifted(day, 3)) }
  const date = frontMatterDate === 'absent' ? '' : `date: ${dates[frontMatterDate]}\n`
  const title = `${language.folder} ${number + titleNumber}`
  return `---\ntitle: "${title}"\n${date}weight: ${weight || number}\nchapter: false\npre: " <b> 4.${number}. </b> "\n---\n\n`
}

function titleOf({ name }, language) {
  return `# ${language.title}: “${name}”\n\n`
}

function sectionsOf(event, language, report, random) {
  const bodies = {
    'event-information': () => information(event, language, report, random),
    objectives: () => list(language.points, language, random.between(3, 5), random),
    speakers: () => speakers(event, language, report),
    highlights: () =>
      Array.from({ length: random.between(2, 8) }, (_, index) => talk(language, index + 1, random, report)).join(
        '\n\n',
      ),
    takeaways: () => list(language.points, language, random.between(4, 8), random),
    'applying-to-work': () => list(language.plans, language, random.between(3, 5), random),
    experience: () => Array.from({ length: random.between(1, 4) }, () => paragraph(language, random)).join('\n\n'),
    photos: () => pictures(language, report, random),
  }
  const order = Object.keys(bodies)
  if (report.swapped) order.splice(3, 2, order[4], order[3])
  const written = order.filter((id) => id !== report.missing && (report.merged ? id !== 'takeaways' : true))
  return written.map((id, index) => {
    const body = id === report.empty ? '' : `${bodies[id]()}\n\n`
    return `${heading(id, index + 1, language, report)}\n\n${body}`
  })
}

function heading(id, number, language, { template, level, numbered, merged, offLevel, pseudo }) {
  const names = language.sections[id]
  const name = merged && id === 'highlights' ? language.merged : names[template && CANONICAL.includes(id) ? 1 : 0]
  if (id === pseudo) return `**${name}:**`
  return `${offLevel === id ? `${level}#` : level} ${numbered ? `${number}. ` : ''}${name}`
}

function information({ name, day, venue }, language, { weekday, dayOff, hardBreaks }, random) {
  const { labels } = language
  const [start, end] = random.pick([
    ['8:30', '11:30'],
    ['9:00', '12:00'],
    ['13:30', '17:00'],
  ])
  const stated = shifted(day, dayOff)
  const fields = [
    [labels.name, name],
    [labels.date, written(stated, language, weekday)],
    [labels.time, `${start} – ${end}`],
    [labels.venue, venue[language === bank.EN ? 0 : 1]],
    [labels.role, random.pick(language.roles)],
  ]
  return fields
    .map(([label, value]) => (hardBreaks ? `**${label}:** ${value}  ` : `- **${label}:** ${value}`))
    .join('\n')
}

function speakers(event, language, { noSpeaker, plainNames, shortNames }) {
  if (noSpeaker) return noSpeaker === 'blank' ? '- ***' : `- ${language.empty}`
  return event.speakers
    .map(({ name, role, firm }) => {
      const spelled = language === bank.EN ? withoutMarks(name) : name
      const shown = shortNames
        ? spelled
            .split(' ')
            .filter((_, index, all) => index === 0 || index === all.length - 1)
            .join(' ')
        : spelled
      const what = `${role[language === bank.EN ? 0 : 1]}, ${firm}`
      return plainNames ? `- ${shown} - ${what}` : `- **${shown}** – ${what}`
    })
    .join('\n')
}

function talk(language, number, random, { level = '##', hardBreaks = false } = {}) {
  const title = `${level}# ${random.pick(language.words.aspect)} ${random.pick(language.words.frame)}`
  const parts = [paragraph(language, random), list(language.points, language, random.between(2, 5), random)]
  if (random.percent(12)) parts.push(table(language, random))
  if (random.percent(12)) parts.push('```sh\n# not a heading\naws s3 ls --recursive\n```')
  if (random.percent(10)) parts.push(`{{% notice info %}}\n${sentence(language, random)}\n{{% /notice %}}`)
  if (random.percent(10)) parts.push(`> ${sentence(language, random)}`)
  if (random.percent(10)) parts.push(`![${random.pick(language.alt)}](/images/event-1/photo-${1 + (number % 3)}.jpg)`)
  if (random.percent(15)) parts.push(paragraph(language, random).replaceAll('. ', hardBreaks ? '.  \n' : '.\n'))
  return [title, ...parts].join('\n\n')
}

function table(language, random) {
  const { thing, good } = language.words
  const rows = random.some(thing, 3).map((name) => `| ${name} | ${random.pick(good)} |`)
  return ['| A | B |', '|---|---|', ...rows].join('\n')
}

function pictures(language, { missingPicture, missingAlt, leftover }, random) {
  const lines = Array.from({ length: random.between(1, 3) }, (_, index) => {
    const alt = missingAlt ? '' : random.pick(language.alt)
    const file = missingPicture && index === 0 ? 'img_0042' : `photo-${index + 1}`
    return `![${alt}](/images/event-1/${file}.jpg)\n\n*${language.caption} ${index + 1}: ${random.pick(language.alt)}*`
  })
  return [...lines, ...(leftover ? [`- ${language.leftover}`] : []), `> ${language.quote}`].join('\n\n')
}

function list(forms, language, count, random) {
  return Array.from({ length: count }, () => `- ${capital(filled(random.pick(forms), language, random))}`).join('\n')
}

function paragraph(language, random) {
  return Array.from({ length: random.between(2, 5) }, () => sentence(language, random)).join(' ')
}

function sentence(language, random) {
  return capital(filled(random.pick(language.sentences), language, random))
}

function filled(form, { words }, random) {
  return form.replace(/\{(\w+)\}/g, (_, name) => random.pick(words[name]))
}

function capital(text) {
  return text.replace(/^(\W*)(\p{Ll})/u, (_, marks, letter) => marks + letter.toUpperCase())
}

function written(day, { weekdays, months }, off) {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()]
  const weekday = weekdays[(day.getUTCDay() + off) % 7]
  return months
    ? `${weekday}, ${months[month]} ${date}, ${year}`
    : `${weekday}, ngày ${date} tháng ${month + 1} năm ${year}`
}

const DAY_MS = 24 * 60 * 60 * 1000

function shifted(day, days) {
  return new Date(day.getTime() + days * DAY_MS)
}

function iso(day) {
  return day.toISOString().slice(0, 10)
}

function withoutMarks(name) {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, reports = '1000', seed = '1'] = process.argv.slice(2)
  if (!folder) throw new Error('node bench/generate.js FOLDER [REPORTS] [SEED]')
  writeFiles(folder, generateFiles({ reports: Number(reports), seed: Number(seed) }))
}
