import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { formats } from '../../src/reporters/index.js'
import { program } from '../built-program.js'
import { sharedFolder } from '../folder.js'
import { run } from '../run.js'

const names = Object.keys(formats)
const folder = sharedFolder()

const REPORTS = 100

/** Enough reports that the output of every format exceeds a pipe, which holds 64 KiB. */
beforeAll(() => {
  mkdirSync(join(folder, '.git'))
  const page =
    '---\ntitle: "Event 1"\ndate: 2024-01-01\n---\n\n# Summary Report: “Grid Day”\n\n**Date:** Friday, November 29th, 2025\n'
  for (let index = 0; index < REPORTS; index++) writeFileSync(join(folder, `${index}.md`), page)
})

test.each(names)('--output with %s writes the same as is printed', async (name) => {
  const file = join(folder, `out.${name}`)
  const direct = await run(folder, ['check', '--format', name])
  expect(await run(folder, ['check', '--format', name, '--output', file])).toEqual({ ...direct, stdout: '' })
  expect(readFileSync(file, 'utf8')).toBe(direct.stdout)
  // A score sheet has a line for each site, and no more.
  if (name !== 'score-csv') expect(direct.stdout.length).toBeGreaterThan(65536)
  rmSync(file)
})

test.each(names)('%s ends quietly if the reader stops reading', (name) => {
  const script = `node '${program}' check --format ${name} | head -c 1 > first; echo "\${PIPESTATUS[0]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout).toBe('1\n')
  expect(readFileSync(join(folder, 'first'), 'utf8')).toHaveLength(1)
})
