import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/config/config.js'
import { scoreOf } from '../../src/reporters/score.js'
import { score, scoreCsv } from '../../src/reporters/score-sheet.js'
import { checked, finding } from '../reporters/checked.js'

const PATHS = [
  'anh/content/4.1-Event1/_index.md',
  'anh/content/4.1-Event1/_index.vi.md',
  'binh/content/4.1-Event1/_index.md',
]
const [first = '', , third = ''] = PATHS

describe('a score', () => {
  test('loses points by rule, else by severity, and is never below 0', () => {
    const weights = { error: 10, warning: 2, typo: 0.5 }
    expect(scoreOf([], weights)).toBe(100)
    expect(scoreOf([finding(), finding({ severity: 'warning' }), finding({ rule: 'typo' })], weights)).toBe(87.5)
    expect(
      scoreOf(
        Array.from({ length: 30 }, () => finding()),
        weights,
      ),
    ).toBe(0)
    expect(scoreOf([finding(), finding({ severity: 'warning' })], {})).toBe(94)
  })

  const run = checked(
    [
      finding({ path: first, rule: 'missing-section' }),
      finding({ path: third, rule: 'typo', severity: 'warning', line: 7 }),
    ],
    { files: PATHS, weights: { error: 5, warning: 1 } },
  )

  test('of a site is the mean of its reports, and every lost point has a finding', () => {
    const { sites, weights } = JSON.parse(score(run))
    expect(weights).toEqual({ error: 5, warning: 1 })
    expect(sites.map((site: { site: string; score: number }) => [site.site, site.score])).toEqual([
      ['anh/content', 97.5],
      ['binh/content', 99],
    ])
    expect(sites[1].reports[0].lost).toEqual([
      { points: 1, rule: 'typo', severity: 'warning', line: 7, column: 1, message: 'Unexpected X, expected Y.' },
    ])
  })

  test('is printed as CSV with a line per site and the points by rule', () => {
    expect(scoreCsv(run)).toBe(
      'site,score,reports,errors,warnings,missing-section,typo\r\nanh/content,97.5,2,1,0,5,0\r\nbinh/content,99,1,0,1,0,1\r\n',
    )
  })

  test('names of sites in CSV cannot be formulas or break lines', () => {
    const odd = checked([], { files: ['=1+1/content/a.md', 'a,"b"/content/a.md'] })
    expect(scoreCsv(odd).split('\r\n').slice(1)).toEqual(["'=1+1/content,100,1,0,0", '"a,""b""/content",100,1,0,0', ''])
  })
})

describe('weights in the configuration', () => {
  const parse = (text: string) => parseConfig(text, '.reportlintrc.yaml', new Set(['typo'])).score

  test('are points by severity and by rule', () => {
    expect(parse('score: { error: 10, typo: 0.5 }')).toEqual({ error: 10, typo: 0.5 })
    expect(parse('score:')).toEqual({})
  })

  test.each([
    ['score: { tpyo: 1 }', /unknown rule “tpyo”.*“typo”/],
    ['score: { error: -1 }', /score\.error: unexpected -1, expected a number of points/],
    ['score: { error: many }', /score\.error: unexpected “many”/],
    ['score: [1]', /score: unexpected list, expected a mapping/],
  ])('%s is refused', (text, message) => {
    expect(() => parse(text)).toThrow(message)
  })
})
