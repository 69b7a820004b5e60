import { expect, test } from 'vitest'
import { parse } from 'yaml'
import english from '../../src/spelling/data/english.yaml'
import glossary from '../../src/spelling/data/glossary.yaml'
import vietnamese from '../../src/spelling/data/vietnamese.yaml'
import compounds from '../../src/spelling/data/vietnamese-compounds.yaml'
import syllables from '../../src/spelling/data/vietnamese-syllables.yaml'
import { glossaryOf } from '../../src/spelling/glossary.js'
import { readLists } from '../../src/spelling/lists.js'
import { misspellings } from '../../src/spelling/misspellings.js'
import { compoundMeant } from '../../src/spelling/vietnamese-compounds.js'
import { syllableMeant } from '../../src/spelling/vietnamese-syllables.js'

test.each([
  ['the glossary', glossary],
  ['the English mistakes', english],
  ['the Vietnamese mistakes', vietnamese],
  ['the Vietnamese syllables', syllables],
  ['the Vietnamese compounds', compounds],
])('%s are read as YAML reads them', (_, yaml) => {
  const read = Object.fromEntries([...readLists(yaml)].map(([name, lines]) => [name, `${lines.join('\n')}\n`]))
  expect(read).toEqual(parse(yaml))
  expect(readLists(yaml.replaceAll('\n', '\r\n'))).toEqual(readLists(yaml))
})

test('no entry stands twice, and every mistake has a right form of as many words', () => {
  for (const yaml of [glossary, english, vietnamese]) {
    const all = [...readLists(yaml).values()].flat()
    expect(all).toEqual([...new Set(all)])
  }
  const lists = readLists(vietnamese)
  for (const line of [...(lists.get('wrong') ?? []), ...(lists.get('doubtful') ?? [])]) {
    const [wrong = '', right = ''] = line.split(' → ')
    expect(right.split(' ')).toHaveLength(wrong.split(' ').length)
    expect(right).not.toBe(wrong)
    expect(line).toBe(line.normalize('NFC').toLowerCase())
  }
})

test('an English mistake is one word in small letters, and what it should be has none', () => {
  const lines = readLists(english).get('wrong') ?? []
  const wrong = new Set(lines.map((line) => line.split(' → ')[0]))
  for (const line of lines) {
    expect(line).toMatch(/^[a-z]+ → [A-Za-z' /-]+$/)
    for (const word of line.split(' → ')[1]?.split(' ') ?? []) expect([word, wrong.has(word)]).toEqual([word, false])
  }
})

test('every English phrase of the list is found in a sentence, and what it should be is right', () => {
  const ways = { glossary: glossaryOf([]), language: 'en', isName: () => false } as const
  const found = (text: string): string[] =>
    [...misspellings(text, [[0, text.length]], ways)].map(({ word, suggestion }) => `${word} → ${suggestion}`)
  for (const line of readLists(english).get('phrases') ?? []) {
    const [wrong = '', right = ''] = line.split(' → ')
    expect(wrong).toMatch(/^[a-z]+(?: [a-z]+){1,2}$/)
    const isName = right !== right.toLowerCase()
    const written = isName ? wrong.replace(/(?<!\S)(?:aws|gpt|gtp|iam|sql|\w)/g, (start) => start.toUpperCase()) : wrong
    expect(found(`The ${written} of ours`)).toEqual([`${written} → ${right}`])
    expect([right, found(`The ${right} of ours`)]).toEqual([right, []])
  }
})

test('what corrects a Vietnamese mistake makes no other, and two never correct one', () => {
  const lists = readLists(vietnamese)
  const lines = [...(lists.get('wrong') ?? []), ...(lists.get('doubtful') ?? [])].map((line) => line.split(' → '))
  const wrong = lines.map(([written = '']) => ` ${written} `)
  for (const [, right = ''] of lines) for (const other of wrong) expect(` ${right} `).not.toContain(other)
  for (const [written = ''] of lines)
    for (const [other = ''] of lines) if (other !== written) expect(` ${written} `).not.toContain(` ${other} `)
})

test('no Vietnamese mistake is listed that its syllables give away', () => {
  for (const line of readLists(vietnamese).get('wrong') ?? []) {
    const [wrong = '', right] = line.split(' → ')
    const meant = wrong.split(' ').map((word) => syllableMeant(word) ?? { word, certain: true })
    const isSure = meant.every(({ certain }) => certain)
    expect([line, isSure && meant.map(({ word }) => word).join(' ') === right]).toEqual([line, false])
  }
})

test('nor one that sounds like a word of two syllables', () => {
  for (const line of readLists(vietnamese).get('wrong') ?? []) {
    const [wrong = '', right] = line.split(' → ')
    const [first = '', second = ''] = wrong.split(' ')
    expect([line, compoundMeant(first, second) === right]).toEqual([line, false])
  }
})

test('the syllables of every compound are some', () => {
  for (const line of readLists(compounds).get('compounds') ?? []) {
    const syllables = line.replace(':', '').split(' ')
    expect(syllables.length).toBeGreaterThan(1)
    expect(syllables.filter((one) => syllableMeant(one))).toEqual([])
    expect(new Set(syllables.slice(1)).size).toBe(syllables.length - 1)
  }
})

test('every Vietnamese mistake of the lists is found in a sentence', () => {
  const lists = readLists(vietnamese)
  for (const line of [...(lists.get('wrong') ?? []), ...(lists.get('doubtful') ?? [])]) {
    const [wrong = ''] = line.split(' → ')
    const text = `một ${wrong} này`
    const found = [
      ...misspellings(text, [[0, text.length]], { glossary: glossaryOf([]), language: 'vi', isName: () => false }),
    ]
    expect(found.map(({ word, suggestion }) => `${word} → ${suggestion}`)).toEqual([line])
  }
})
