import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { junit } from '../../src/reporters/junit.js'
import { anyChecked } from './arbitrary.js'
import { checked, finding, fix } from './checked.js'
import { readXml } from './xml.js'

describe('junit', () => {
  test('has a suite for each report and a test for each finding', () => {
    const found = [
      finding({ path: 'b.md', fix: fix('safe'), related: [{ path: 'a.md', line: 2, message: 'here' }] }),
      finding({ path: 'b.md', line: 8, severity: 'warning' }),
    ]
    expect(
      junit(checked(found, { files: ['a.md', 'b.md'], failures: ['c.md:1: the file is empty'] })),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="reportlint" tests="4" failures="2" errors="1">
  <testsuite name="content/a.md" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="content/a.md" file="content/a.md"/>
  </testsuite>
  <testsuite name="content/b.md" tests="2" failures="2" errors="0">
    <testcase name="some-rule: Unexpected X, expected Y." classname="content/b.md" file="content/b.md" line="3">
      <failure type="error" message="Unexpected X, expected Y.">content/b.md:3:1: Unexpected X, expected Y.&#10;content/a.md:2: here&#10;Fix: Mend it</failure>
    </testcase>
    <testcase name="some-rule: Unexpected X, expected Y. (2)" classname="content/b.md" file="content/b.md" line="8">
      <failure type="warning" message="Unexpected X, expected Y.">content/b.md:8:1: Unexpected X, expected Y.</failure>
    </testcase>
  </testsuite>
  <testsuite name="reportlint" tests="1" failures="0" errors="1">
    <testcase name="could not be checked (1)" classname="reportlint">
      <error type="unreadable" message="c.md:1: the file is empty"/>
    </testcase>
  </testsuite>
</testsuites>
`)
  })

  test('keeps all characters that XML allows', () => {
    const message = '<a href="x">&amp;</a> \'100 %\' ]]> tab\there\r\nnext ế 🎤'
    const suite = readXml(junit(checked([finding({ message })]))).children[0]
    const failure = suite?.children[0]?.children[0]
    expect(failure?.attributes.message).toBe(message)
    expect(failure?.text).toBe(`content/a.md:3:1: ${message}`)
  })

  test('drops the characters that XML does not allow', () => {
    const message = 'a\u0000b\u001bc\ufffed\ud800e\udc00f'
    expect(
      readXml(junit(checked([finding({ message })]))).children[0]?.children[0]?.children[0]?.attributes.message,
    ).toBe('abcdef')
  })

  test('is valid XML with correct counts for any findings', () => {
    fc.assert(
      fc.property(anyChecked, (run) => {
        const root = readXml(junit(run))
        const cases = root.children.flatMap(({ children }) => children)
        const results = cases.flatMap(({ children }) => children.map(({ name }) => name))
        const counts = {
          tests: cases.length,
          failures: results.filter((name) => name === 'failure').length,
          errors: results.filter((name) => name === 'error').length,
        }
        expect(root.attributes).toMatchObject(
          Object.fromEntries(Object.entries(counts).map(([k, v]) => [k, String(v)])),
        )
        expect(counts).toMatchObject({ failures: run.findings.length, errors: run.failures.length })
        for (const suite of root.children) {
          expect(Number(suite.attributes.tests)).toBe(suite.children.length)
          expect(suite.children.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})

test('the XML reader of these tests is strict', () => {
  const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n'
  expect(readXml(`${prolog}<a b="&#60;">x&#38;</a>`)).toMatchObject({ attributes: { b: '<' }, text: 'x&' })
  for (const bad of [
    '<a>',
    '<a/><a/>',
    '<a></b>',
    '<a b="<"/>',
    '<a b="1" b="2"/>',
    '<a>&</a>',
    '<a>&#0;</a>',
    '<a>\u0001</a>',
    '<a>]]></a>',
  ])
    expect(() => readXml(prolog + bad), bad).toThrow()
})
