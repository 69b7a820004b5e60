import { expect, test } from 'vitest'
import { parse } from 'yaml'
import glossary from '../../src/spelling/data/glossary.yaml'
import vietnamese from '../../src/spelling/data/vietnamese.yaml'
import { readLists } from '../../src/spelling/lists.js'

test.each([
  ['the glossary', glossary],
  ['the Vietnamese mistakes', vietnamese],
])('%s are read as YAML reads them', (_, yaml) => {
  const read = Object.fromEntries([...readLists(yaml)].map(([name, lines]) => [name, `${lines.join('\n')}\n`]))
  expect(read).toEqual(parse(yaml))
  expect(readLists(yaml.replaceAll('\n', '\r\n'))).toEqual(readLists(yaml))
})

test('no entry stands twice, and every mistake has a right form of as many words', () => {
  for (const yaml of [glossary, vietnamese]) {
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
