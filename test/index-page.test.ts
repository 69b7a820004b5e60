import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { emptyFolder, folderWith, writeIn } from './folder.js'
import { goodReport } from './good-report.js'
import { run } from './run.js'
import { newUser } from './user.js'

/* The page that lists the events of a site, if it is named itself. A check of its folder reports less on it. */

const { env, git } = newUser()

const INDEX = 'content/4-EventParticipated/_index.md'

/** If it were a report, it would need another title, the day of an event, and six sections. */
const list = `---
title: "Events"
date: 2024-01-01
pre: " <b> 4. </b> "
---

# Events

### [Grid Day](4.1-Event1/)

- **Date:** Friday, November 29th, 2025

We recieve a lot there.
`

const TRUE_OF_ANY_PAGE = ['11 weekday-mismatch', '13 typo']

/** The findings of a check: line and rule. */
async function found(folder: string, args: string, stdin?: Readable): Promise<string[]> {
  const { stdout } = await run(folder, `check --format json ${args}`, { env, stdin })
  const { findings } = JSON.parse(stdout) as { findings: { line: number; rule: string }[] }
  return findings.map(({ line, rule }) => `${line} ${rule}`)
}

test('the rules for any page apply to it', async () => {
  expect(await found(folderWith({ [INDEX]: list }), INDEX)).toEqual(TRUE_OF_ANY_PAGE)
  expect(await found(folderWith(), `--stdin-filename ${INDEX}`, Readable.from([list]))).toEqual(TRUE_OF_ANY_PAGE)
})

test('merge conflict markers are reported in it', async () => {
  const merged = `${list}\n<<<<<<< HEAD\n### [Mesh Day](4.2-Event2/)\n=======\n### [Mesh Night](4.2-Event2/)\n>>>>>>> list\n`
  expect(await found(folderWith({ [INDEX]: merged }), INDEX)).toEqual([...TRUE_OF_ANY_PAGE, '15 conflict-marker'])
})

test('it is checked when it is staged', async () => {
  const folder = emptyFolder()
  git(folder, 'init', '-q')
  writeIn(folder, { [INDEX]: list })
  git(folder, 'add', '.')
  expect(await found(folder, `--staged ${INDEX}`)).toEqual(TRUE_OF_ANY_PAGE)
})

test('it is compared with its pages', async () => {
  const page = `---\ntitle: "Event 1"\n---\n\n# Summary Report: “Grid Day”\n\n**Date:** November 30th, 2025\n`
  const folder = folderWith({ [INDEX]: list, [INDEX.replace('_index', '4.1-Event1/_index')]: page })
  expect(await found(folder, `${INDEX} --rule index-mismatch`)).toEqual(['11 index-mismatch'])
})

test.each(['fix --write', 'fix --write --unsafe'])('%s adds no sections to it', async (command) => {
  const folder = folderWith({ [INDEX]: list })
  await run(folder, `${command} ${INDEX}`)
  expect(readFileSync(join(folder, INDEX), 'utf8')).toBe(list.replace('recieve', 'receive'))
})

test('a suppression comment for a rule that does not apply to it is unused', async () => {
  const folder = folderWith({ [INDEX]: `${list}\n<!-- reportlint-disable-file missing-section -->\n` })
  expect(await found(folder, INDEX)).toEqual([...TRUE_OF_ANY_PAGE, '15 unused-suppression'])
})

test('it is compared with its pages however they are named', async () => {
  const page = 'content/4-EventParticipated/4.1-Event1/_index.md'
  const folder = folderWith({ [INDEX]: list.replace('November 29th', 'December 24th'), [page]: goodReport })
  const outputOf = async (call: string): Promise<string> =>
    (await run(folder, `check ${call} --rule index-mismatch --format compact`, { stdin: Readable.from([goodReport]) }))
      .stdout
  expect(await outputOf(`${INDEX} ${page}`)).toMatch(/^\S+: warning .+ \[index-mismatch\]\n$/)
  expect(await outputOf(`./${INDEX} ./${page}`)).toBe(await outputOf(`${INDEX} ${page}`))
  expect(await outputOf(`./content//${page.slice('content/'.length)}`)).toBe(await outputOf(page))
  expect(await outputOf(`--stdin-filename ./${page}`)).toBe(await outputOf(page))
})
