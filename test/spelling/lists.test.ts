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
import { intendedCompound } from '../../src/spelling/vietnamese-compounds.js'
import { intendedSyllable } from '../../src/spelling/vietnamese-syllables.js'

test.each([
  ['the glossary', glossary],
  ['the English mistakes', english],
  ['the Vietnamese mistakes', vietnamese],
  ['the Vietnamese syllables', syllables],
  ['the Vietnamese compounds', compounds],
])('%s are read like YAML', (_, yaml) => {
  const read = Object.fromEntries([...readLists(yaml)].map(([name, lines]) => [name, `${lines.join('\n')}\n`]))
  expect(read).toEqual(parse(yaml))
  expect(readLists(yaml.replaceAll('\n', '\r\n'))).toEqual(readLists(yaml))
})

test('no entry is duplicate, and every mistake has a correction of as many words', () => {
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

test('an English mistake is one lower-case word, and its correction has no mistake', () => {
  const lines = readLists(english).get('wrong') ?? []
  const wrong = new Set(lines.map((line) => line.split(' → ')[0]))
  for (const line of lines) {
    expect(line).toMatch(/^[a-z]+ → [A-Za-z' /-]+$/)
    for (const word of line.split(' → ')[1]?.split(' ') ?? []) expect([word, wrong.has(word)]).toEqual([word, false])
  }
})

test('every English phrase in the list is found in a sentence, and its correction is correct', () => {
  const context = { glossary: glossaryOf([]), language: 'en', isName: () => false } as const
  const found = (text: string): string[] =>
    [...misspellings(text, [[0, text.length]], context)].map(({ word, suggestion }) => `${word} → ${suggestion}`)
  for (const line of readLists(english).get('phrases') ?? []) {
    const [wrong = '', right = ''] = line.split(' → ')
    expect(wrong).toMatch(/^[a-z]+(?: [a-z]+){1,2}$/)
    const isName = right !== right.toLowerCase()
    const written = isName ? wrong.replace(/(?<!\S)(?:aws|gpt|gtp|iam|sql|\w)/g, (start) => start.toUpperCase()) : wrong
    expect(found(`The ${written} of ours`)).toEqual([`${written} → ${right}`])
    expect([right, found(`The ${right} of ours`)]).toEqual([right, []])
  }
})

test('Vietnamese corrections contain no mistakes, and never overlap', () => {
  const lists = readLists(vietnamese)
  const lines = [...(lists.get('wrong') ?? []), ...(lists.get('doubtful') ?? [])].map((line) => line.split(' → '))
  const wrong = lines.map(([written = '']) => ` ${written} `)
  for (const [, right = ''] of lines) for (const other of wrong) expect(` ${right} `).not.toContain(other)
  for (const [written = ''] of lines)
    for (const [other = ''] of lines) if (other !== written) expect(` ${written} `).not.toContain(` ${other} `)
})

test('no Vietnamese mistake is listed that the syllables already show', () => {
  for (const line of readLists(vietnamese).get('wrong') ?? []) {
    const [wrong = '', right] = line.split(' → ')
    const intended = wrong.split(' ').map((word) => intendedSyllable(word) ?? { word, certain: true })
    const isSure = intended.every(({ certain }) => certain)
    expect([line, isSure && intended.map(({ word }) => word).join(' ') === right]).toEqual([line, false])
  }
})

test('no Vietnamese mistake is listed that the compounds already show', () => {
  for (const line of readLists(vietnamese).get('wrong') ?? []) {
    const [wrong = '', right] = line.split(' → ')
    const [first = '', second = ''] = wrong.split(' ')
    expect([line, intendedCompound(first, second) === right]).toEqual([line, false])
  }
})

test('every syllable of a compound is valid', () => {
  for (const line of readLists(compounds).get('compounds') ?? []) {
    const syllables = line.replace(':', '').split(' ')
    expect(syllables.length).toBeGreaterThan(1)
    expect(syllables.filter((one) => intendedSyllable(one))).toEqual([])
    expect(new Set(syllables.slice(1)).size).toBe(syllables.length - 1)
  }
})

test('every Vietnamese mistake in the lists is found in a sentence', () => {
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
