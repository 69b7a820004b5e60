import type { ReportedFinding } from '../lint/finding.js'
import { repositoryPath } from '../source/repository.js'
import { type Counts, increase } from '../text/counts.js'
import { groupBy } from '../text/group-by.js'
import type { Checked } from './reporter.js'
import { inWords } from './wording.js'

/**
 * JUnit XML, as build servers read it: a test suite for each report, and a failed test for each finding. Warnings are failed tests
 * too, with the type `warning`. A report without findings is one passed test.
 */
export function junit(checked: Checked): string {
  const { findings, files, failures } = checked
  const pathOf = (path: string): string => repositoryPath(path, checked)
  const found = groupBy(findings, ({ path }) => path)
  const suites = [
    ...[...new Set([...files, ...found.keys()])].map((file) => suite(pathOf(file), found.get(file) ?? [], pathOf)),
    ...(failures.length > 0 ? [brokenSuite(failures)] : []),
  ]
  const tests = findings.length + files.filter((file) => !found.has(file)).length + failures.length
  const counts = { tests, failures: findings.length, errors: failures.length }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'reportlint', ...counts }, suites)}`
}

function suite(path: string, findings: readonly ReportedFinding[], pathOf: (path: string) => string): string {
  const names = unique(findings.map(({ rule, message }) => `${rule}: ${message}`))
  const cases = findings.map((finding, index) => {
    const { severity, message, line } = finding
    const failure = element('failure', { type: severity, message }, inWords(finding, pathOf))
    return element('testcase', { name: names[index] ?? '', classname: path, file: path, line }, [failure])
  })
  const passed = element('testcase', { name: 'no findings', classname: path, file: path })
  const counts = { tests: Math.max(1, findings.length), failures: findings.length, errors: 0 }
  return element('testsuite', { name: path, ...counts }, cases.length > 0 ? cases : [passed])
}

/**
 * Build servers recognise a test from one run to the next by its name alone, so names have no line numbers; equal names are numbered.
 */
function unique(names: readonly string[]): string[] {
  const seen: Counts<string> = new Map()
  return names.map((name) => {
    const number = increase(seen, name)
    return number === 1 ? name : `${name} (${number})`
  })
}

/** Reports that could not be read are `error`s of tests, not `failure`s. */
function brokenSuite(failures: readonly string[]): string {
  const cases = failures.map((failure, index) =>
    element('testcase', { name: `could not be checked (${index + 1})`, classname: 'reportlint' }, [
      element('error', { type: 'unreadable', message: failure }),
    ]),
  )
  return element('testsuite', { name: 'reportlint', tests: cases.length, failures: 0, errors: cases.length }, cases)
}

/** @param content elements, or plain text */
function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] | string = [],
): string {
  const opening = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
  const start = `<${name}${opening.join('')}`
  if (content.length === 0) return `${start}/>\n`
  const inner = typeof content === 'string' ? escapeXml(content) : `\n${content.join('').replace(/^(?=.)/gm, '  ')}`
  return `${start}>${inner}</${name}>\n`
}

/** Characters that XML 1.0 cannot represent, such as lone surrogates. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/**
 * Escapes text for an element or an attribute. Line ends and tabs become character references, because parsers turn them into spaces
 * in attributes.
 */
function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
