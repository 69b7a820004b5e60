import { foldName, foldWord, personKey, withoutTitle } from '../report/speakers/person-name.js'
import { compare } from '../text/compare.js'
import { addTo, type Groups } from '../text/group-by.js'
import { kept } from '../text/kept.js'
import { isOneLetterOff } from '../text/slips.js'
import type { Spot } from '../text/spot.js'
import type { Account } from './accounts.js'
import type { Digest } from './digest.js'

/** A person whom the reports of one event name, and how they write the name. */
export interface Person {
  /** Those that most sites use come first. */
  readonly spellings: readonly Spelling[]
  /** The order of the words, and the letters but for their marks, that most sites use. */
  readonly order: Choice
  /** The marks that most sites use, of those that use any. */
  readonly marks: Choice
  /** Shorter names that can be nobody else's: "Kha Van" beside "Van Hoang Kha". */
  readonly short: readonly Spelling[]
}

/** What reports have to agree on. */
export interface Choice {
  /** null where as many sites write otherwise, or none write anything. */
  readonly usual: string | null
  /** How many sites write so, of all that write anything. */
  readonly agree: number
  readonly of: number
  /** Whether the registry says so, or a clear majority. */
  readonly settled: boolean
  readonly registered: boolean
}

export interface Spelling extends Writing {
  /** Without form of address and brackets. */
  readonly text: string
  readonly sites: number
  readonly mentions: readonly Mention[]
}

export interface Mention {
  readonly path: string
  readonly site: string
  /** The name as the report gives it, form of address included. */
  readonly name: string
  readonly at: Spot
}

/** What the reports call one person, by a key of the name. */
interface Draft {
  readonly key: string
  readonly spellings: Groups<string, Mention>
  readonly sites: Set<string>
  readonly paths: Set<string>
}

/**
 * The people that the reports of one event name. Names that differ in the order of their words, in their marks or by a slip
 * of the pen are one person's; those that may be two people's are not joined.
 */
export function peopleOf(accounts: readonly Account[], registered: readonly string[] = []): Person[] {
  const drafts = new Map<string, Draft>()
  for (const { reports } of accounts)
    for (const report of reports) for (const { value, at } of report.speakers) addMention(value, at, report, drafts)
  const people = joinMisspelt([...drafts.values()].filter(({ key }) => key.includes(' ')))
  const short = shortNames(people)
  return people
    .filter((parts) => !short.has(parts))
    .map((parts) => {
      const spellings = spellingsOf(parts)
      const known = registered.find((name) => parts.some(({ key }) => key === personKey(plainName(name))))
      return {
        spellings,
        short: spellingsOf([...short].filter(([, whole]) => whole === parts).flatMap(([part]) => part)),
        order: choiceOf(spellings, 'order', known),
        marks: choiceOf(spellings, 'marks', known),
      }
    })
}

/** A majority is clear where so many sites, and so great a part of all, agree. */
const MIN_AGREEING = 2
const MIN_SHARE = 2 / 3

function choiceOf(spellings: readonly Spelling[], of: keyof Writing, registered: string | undefined): Choice {
  const sites = new Map<string, Set<string>>()
  for (const spelling of spellings) {
    const written = spelling[of]
    if (written === null) continue
    const known = sites.get(written) ?? new Set()
    sites.set(written, known)
    for (const { site } of spelling.mentions) known.add(site)
  }
  const [first, second] = [...sites].sort((a, b) => b[1].size - a[1].size || compare(a[0], b[0]))
  const all = new Set([...sites.values()].flatMap((own) => [...own])).size
  const known = registered === undefined ? null : writingOf(plainName(registered))[of]
  if (known !== null)
    return { usual: known, agree: sites.get(known)?.size ?? 0, of: all, settled: true, registered: true }
  const agree = first?.[1].size ?? 0
  const usual = first && agree > (second?.[1].size ?? 0) ? first[0] : null
  return {
    usual,
    agree,
    of: all,
    settled: usual !== null && agree >= MIN_AGREEING && agree / all >= MIN_SHARE,
    registered: false,
  }
}

function addMention(name: string, at: Spot, { path, site }: Digest, drafts: Map<string, Draft>): void {
  const { text, key } = read(name)
  const draft = drafts.get(key) ?? { key, spellings: new Map(), sites: new Set(), paths: new Set() }
  drafts.set(key, draft)
  addTo(draft.spellings, text, { path, site, name, at })
  draft.sites.add(site)
  draft.paths.add(path)
}

/** People are named in many reports. */
const MOST_KEPT = 5000

const read = kept((name) => {
  const text = plainName(name)
  return { text, key: personKey(text) }
}, MOST_KEPT)

/** A name without form of address, brackets and what stands at its ends. */
function plainName(name: string): string {
  return withoutTitle(name.normalize('NFC'))
    .replace(/\([^)]{0,200}\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:–-]+|(?<![\s,.;:–-])[\s,.;:–-]+$/g, '')
}

function spellingsOf(parts: readonly Draft[]): Spelling[] {
  return parts
    .flatMap(({ spellings }) => [...spellings])
    .map(([text, mentions]) => ({
      text,
      mentions,
      ...writingOf(text),
      sites: new Set(mentions.map(({ site }) => site)).size,
    }))
    .sort((a, b) => b.sites - a.sites || compare(a.text, b.text))
}

/** Joins names that differ by a slip of the pen; each list in the result is one person's. */
function joinMisspelt(drafts: readonly Draft[]): Draft[][] {
  const ranked = drafts.toSorted((a, b) => b.sites.size - a.sites.size || compare(a.key, b.key))
  // Names that differ in one word meet where that word is left out.
  const byRest: Groups<string, Draft> = new Map()
  const people = new Map<Draft, Draft[]>()
  for (const draft of ranked) {
    const words = draft.key.split(' ')
    const rests = words.map((_, out) => words.filter((_, index) => index !== out).join(' '))
    const meant = rests.flatMap((rest) => byRest.get(rest) ?? []).find((other) => isSlipOf(draft, other))
    if (meant) people.get(meant)?.push(draft)
    else {
      people.set(draft, [draft])
      for (const rest of rests) addTo(byRest, rest, draft)
    }
  }
  return [...people.values()]
}

/** Whether one name is most likely a slip of the other, which as many or more sites write. */
function isSlipOf(rare: Draft, usual: Draft): boolean {
  const [own, other] = [rare.key.split(' '), usual.key.split(' ')]
  const from = without(own, other)
  const to = without(other, own)
  const [a, b] = [from[0], to[0]]
  if (own.length !== other.length || from.length !== 1 || a === undefined || b === undefined) return false
  if (!isOneLetterOff(a, b)) return false
  // A report that names both names two people.
  for (const path of rare.paths) if (usual.paths.has(path)) return false
  const odds = usual.sites.size / rare.sites.size
  const isSameLength = a.length === b.length
  if (own.length < 3) return !isSameLength && Math.min(a.length, b.length) >= 5 && odds >= 3
  return Math.max(a.length, b.length) >= 4 && (!isSameLength || (rare.sites.size === 1 && odds >= 5))
}

/** What a list of words has that another one lacks; of a word that stands twice, each counts. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return words.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** A name in the usual order, with its own marks where there are no usual ones; null where nobody can say how that looks. */
export function inOrder(text: string, { order, marks, spellings }: Person): string | null {
  if (order.usual === null) return null
  const words = text.split(' ')
  const ordered = order.usual.split(' ').map((folded) => words.find((word) => foldName(word) === folded))
  const isPermutation = ordered.length === words.length && !ordered.includes(undefined)
  if (isPermutation && new Set(ordered).size === words.length) return ordered.join(' ')
  const same = spellings.filter((spelling) => spelling.order === order.usual)
  const isMarked = writingOf(text).marks !== null
  const usual = marks.settled ? same.find((spelling) => spelling.marks === marks.usual) : undefined
  if (isMarked && usual) return usual.text
  const alike = same.find((spelling) => (spelling.marks !== null) === isMarked)
  // “Nguyễn Minh Nguyên” turned round has two words that may come first.
  if (isPermutation) return alike?.text ?? null
  const model = (alike ?? same[0])?.text.split(' ')
  if (model?.length !== words.length) return model?.join(' ') ?? null
  return model.map((word, at) => (foldName(word) === foldName(words[at] ?? '') ? words[at] : word)).join(' ')
}

/** Names of two words that stand within just one longer name, where no report gives both. */
function shortNames(people: readonly (readonly Draft[])[]): Map<readonly Draft[], readonly Draft[]> {
  const found = new Map<readonly Draft[], readonly Draft[]>()
  const longer = people.filter(([{ key } = { key: '' }]) => key.split(' ').length > 2)
  for (const part of people) {
    const words = part[0]?.key.split(' ') ?? []
    if (words.length !== 2) continue
    const wholes = longer.filter(([whole]) => without(words, whole?.key.split(' ') ?? []).length === 0)
    const [whole, another] = wholes
    if (
      whole &&
      !another &&
      !whole.some(({ paths }) => part.some((own) => [...own.paths].some((path) => paths.has(path))))
    )
      found.set(part, whole)
  }
  return found
}

/** How a name is written, apart from capitals: the order of its words, and their marks. */
export interface Writing {
  /** The words without marks, in their order. */
  readonly order: string
  /** The words with their marks, wherever a tone mark stands in its syllable ("hòa", "hoà"); null where there are none. */
  readonly marks: string | null
}

function writingOf(name: string): Writing {
  const lower = name.toLowerCase()
  const marks = lower.split(' ').map(toneLast).join(' ')
  return { order: foldName(name), marks: foldWord(lower) === lower.normalize('NFC') ? null : marks }
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

function toneLast(word: string): string {
  const letters = word.normalize('NFD')
  return letters.replace(TONE, '') + (letters.match(TONE) ?? []).join('')
}
