import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { openReport } from '../../src/lsp/document.js'
import { suppressionOf } from '../../src/lsp/suppress.js'
import { parse } from '../../src/markdown/parse.js'
import { rules } from '../../src/rules/index.js'
import { loadSchema } from '../../src/schema/load.js'
import { applyEdits } from '../../src/text/edit.js'

const schema = loadSchema('event-report')
const settings = { takes: () => true, of: () => ({ schema, rules }) }

const OPENING = `# Summary Report: “Grid Day”

## Objectives

`

/** A section before and after the typo in it is suppressed. */
function silenced(section: string): string {
  const opening = section.includes('\r') ? OPENING.replaceAll('\n', '\r\n') : OPENING
  const text = opening + section
  const document = TextDocument.create('file:///4.1-Event1/_index.md', 'markdown', 1, text)
  const open = openReport(document, settings, parse, () => ({ digests: [], registry: [] }))
  const typo = open?.findings.find(({ rule }) => rule === 'typo')
  if (!open || !typo) throw new Error('no typo was found')
  const suppression = suppressionOf(typo, open)
  if (!suppression) throw new Error('no comment silences it')
  const after = applyEdits(text, [suppression.edit])
  expect(open.lint(after).map(({ rule }) => rule)).toEqual(
    open.findings.filter((finding) => finding !== typo).map(({ rule }) => rule),
  )
  return after.replace(opening, '')
}

const COMMENT = '<!-- reportlint-disable-next-line typo -->'

describe('a comment that suppresses a finding', () => {
  const cases: [where: string, before: string, after: string][] = [
    ['a paragraph', 'Kubernets\n', `${COMMENT}\nKubernets\n`],
    ['the middle of a paragraph', 'One\nKubernets\n', `One ${COMMENT}\nKubernets\n`],
    ['the line after a hard break', 'One  \nKubernets\n', `One ${COMMENT}  \nKubernets\n`],
    ['the line after another hard break', 'One\\\nKubernets\n', `One ${COMMENT}\\\nKubernets\n`],
    ['the first item of a list', '- Kubernets\n', `${COMMENT}\n- Kubernets\n`],
    ['a later item', '- One\n- Kubernets\n', `- One ${COMMENT}\n- Kubernets\n`],
    ['an item after an empty line', '- One\n\n- Kubernets\n', `- One\n\n    ${COMMENT}\n- Kubernets\n`],
    ['an item within an item', '- One\n  - Kubernets\n', `- One ${COMMENT}\n  - Kubernets\n`],
    ['a quotation', '> One\n> Kubernets\n', `> One ${COMMENT}\n> Kubernets\n`],
    ['a heading', '### Kubernets\n', `${COMMENT}\n### Kubernets\n`],
    ['the head of a table', '| Kubernets |\n| --- |\n', `${COMMENT}\n| Kubernets |\n| --- |\n`],
    ['text with CRLF', 'One\r\n\r\nKubernets\r\nTwo\r\n', `One\r\n\r\n${COMMENT}\r\nKubernets\r\nTwo\r\n`],
  ]
  for (const [where, before, after] of cases)
    test(`fits ${where}`, () => {
      expect(silenced(before)).toBe(after)
    })

  test('is for the whole file if there is no place for one above the line', () => {
    const before = '| a |\n| --- |\n| Kubernets |\n'
    expect(silenced(before)).toBe(`<!-- reportlint-disable-file typo -->\n${before}`)
  })
})
