import { describe, expect, test } from 'vitest'
import { type Numbers, readNumbers } from '../src/report/numbers.js'
import { readFrontMatter } from '../src/source/front-matter/front-matter.js'

const read = (frontMatter: string, path = '_index.md'): Numbers => {
  const text = `---\n${frontMatter}\n---\n\n# Report 9\n`
  return readNumbers(readFrontMatter(text), text, path)
}

/** The number with the digits that it was read from. */
function shown(frontMatter: string, key: 'title' | 'menu' | 'weight'): [number, string] | null {
  const text = `---\n${frontMatter}\n---\n\n# Report 9\n`
  const found = readNumbers(readFrontMatter(text), text, '_index.md')[key]
  return found && [found.value, text.slice(...found.range)]
}

describe('the title', () => {
  test.each([
    ['title: "Event 3"', [3, '3']],
    ['title: "Event 12: Grid Day 2026"', [12, '12']],
    ['title: "Event #4"', [4, '4']],
    ['title: Event #4', null],
    ["title: 'event05'", [5, '05']],
    ['title: "Sự kiện 7"', [7, '7']],
    ['title: "Sự Kiện 7 - Ngày Hội 2026"', [7, '7']],
    ['title: "Sự kiện 7"'.normalize('NFD'), [7, '7']],
    ['title: "Grid Day 2026"', null],
    ['title: "Event 2026"', null],
    ['title: "Event 5G and Edge"', null],
    ['title: "Event 1st Anniversary"', null],
    ['title: "Event 2.0 Launch"', null],
    ['title: "Event 24/7 Support"', null],
    ['title: "Event 3. Grid Day"', [3, '3']],
    ['title: "Event 3_Grid"', [3, '3']],
    ['title: "Prevent 3 outages"', null],
    ['title: ""', null],
    ['titles: "Event 3"', null],
  ])('%s', (frontMatter, expected) => {
    expect(shown(frontMatter, 'title')).toEqual(expected)
  })
})

describe('the menu', () => {
  test.each([
    ['pre: " <b> 4.3. </b> "', [3, '3']],
    ["pre: '<b>4.10</b>'", [10, '10']],
    ['pre: " <b> 4.03 </b> "', [3, '03']],
    ['pre: "<b>4.</b>"', null],
    ['pre: " "', null],
    ['pre:', null],
  ])('%s', (frontMatter, expected) => {
    expect(shown(frontMatter, 'menu')).toEqual(expected)
  })
})

describe('the weight', () => {
  test.each([
    ['weight: 3', [3, '3']],
    ['weight: 07', [7, '07']],
    ['weight: "3"', [3, '3']],
    ["weight: ' 08 '", [8, '08']],
    ['weight: 3 # third', [3, '3']],
    ['weight: -1', null],
    ['weight: 3.5', null],
    ['weight: three', null],
    ['weight:', null],
  ])('%s', (frontMatter, expected) => {
    expect(shown(frontMatter, 'weight')).toEqual(expected)
  })
})

describe('the folder', () => {
  test.each([
    ['content/4-EventParticipated/4.2-Event2/_index.md', 2],
    ['4.10-Kick-off/_index.vi.md', 10],
    ['4.2-Event2/notes/a.md', null],
    ['content/su-kien-2/_index.md', null],
    ['2026.11/_index.md', null],
    ['4.2-Event2.md', null],
    ['_index.md', null],
  ])('%s', (path, expected) => {
    expect(read('title: a', path).folder).toBe(expected)
  })
})

test('TOML is read, too', () => {
  const text = '+++\ntitle = "Event 3"\nweight = 3\npre = " <b> 4.3. </b> "\n+++\n'
  const { title, menu, weight } = readNumbers(readFrontMatter(text), text, '_index.md')
  expect([title?.value, menu?.value, weight?.value]).toEqual([3, 3, 3])
})

test('without front matter, only the folder has a number', () => {
  expect(readNumbers(null, '# Event 3\n', '4.2-Event2/_index.md')).toEqual({
    title: null,
    menu: null,
    weight: null,
    folder: 2,
    chapter: 4,
  })
})
