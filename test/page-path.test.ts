import { describe, expect, test } from 'vitest'
import { isBundle, isFolderPage, languageInName, pageOf, siteOfPage } from '../src/source/site/page-path.js'

describe('a path', () => {
  test.each([
    ['content/4-Events/4.1-Event1/_index.md', false, 'content'],
    ['an/content/4-Events/4.1-Event1/_index.vi.md', false, 'an/content'],
    ['an/content/4-Events/_index.md', true, 'an/content'],
    ['an/4-Events/4.1-Event1/_index.md', false, 'an'],
    ['an/4-Events/_index.md', true, 'an'],
    ['4.1-Event1/_index.md', false, '..'],
    ['_index.md', false, '../..'],
    ['reports/mai.md', false, 'reports/mai'],
    ['reports/mai.vi.md', false, 'reports/mai'],
    ['mai.txt', false, 'mai'],
  ])('gives the site: %s', (path, isIndex, site) => {
    expect(siteOfPage(path, isIndex)).toBe(site)
  })

  test.each([
    ['index.md', true, true],
    ['an/4-Events/_index.vi.markdown', true, true],
    ['_INDEX.md', true, true],
    ['__index.md', false, true],
    ['an/_.index.vi.md', false, true],
    ['index.html', false, false],
    ['index.txt', false, false],
    ['index.final.md', false, false],
    ['an-index.md', false, false],
  ])('%s is the page of its folder: %s, is meant to be: %s', (path, isOne, isMeant) => {
    expect([isBundle(path), isFolderPage(path)]).toEqual([isOne, isMeant])
  })

  test('gives the language, and the page that translations share', () => {
    expect(['_index.md', '_index.vi.md', 'a.pt-BR.md', 'a.v2.md'].map(languageInName)).toEqual([
      null,
      'vi',
      'pt-br',
      null,
    ])
    expect(pageOf('a/_index.vi.md')).toBe(pageOf('a/_index.md'))
  })
})
