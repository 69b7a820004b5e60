import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { program } from '../built-program.js'
import { folderWith } from '../folder.js'

const hasNeovim = spawnSync('nvim', ['--version']).status === 0
if (!hasNeovim) console.warn('nvim is not installed: the language server is not tried with it')

const report = `---
title: "Event 1"
date: 2025-09-08
weight: 1
pre: " <b> 4.1. </b> "
---

# Summary Report: “Grid Day”

## Event Information

- **Date:** Saturday, November 29th, 2025

## Event Objectives

- Learn how 🌿 “DepOps” teams share the load

## Speakers

- **Ida Fern** – Engineer, Leaf Works

## Highlights

- A long talk on queues
`

const fixed = report
  .replace('2025-09-08', '2025-11-29')
  .replace('Event Objectives', 'Objectives')
  .replace('“DepOps” teams share the load', '“DevOps” teams share the load 🌿 on Kubernetes')

interface Found {
  readonly line: number
  readonly text: string
  readonly message: string
}

interface Seen {
  readonly failure?: string
  readonly opened: readonly Found[]
  readonly typed: readonly Found[]
  readonly fixed: readonly Found[]
  readonly saved: readonly Found[]
  readonly actions: readonly string[]
  readonly outline: readonly string[]
  readonly hover: string
  readonly exit: number
}

const PAGE = 'content/4-EventParticipated/4.1-Event1/_index.md'

/** Runs Neovim on a report in a new folder, without any user settings. */
function neovim(folder: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const own = { XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder }
  const run = spawnSync('nvim', ['--headless', '-i', 'NONE', '-n', ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, ...own, ...env },
  })
  if (run.error) throw run.error
}

function edit(text: string): { seen: Seen; saved: string } {
  const folder = folderWith({ [PAGE]: text })
  const out = join(folder, 'seen.json')
  const script = join(import.meta.dirname, 'neovim.lua')
  const env = { BIN: program, NODE: process.execPath, FILE: join(folder, PAGE), OUT: out }
  neovim(folder, ['-u', 'NONE', '-c', `luafile ${script}`], env)
  return { seen: JSON.parse(readFileSync(out, 'utf8')), saved: readFileSync(join(folder, PAGE), 'utf8') }
}

describe.skipIf(!hasNeovim)('in Neovim', () => {
  for (const [name, text, result] of [
    ['LF', report, fixed],
    ['CRLF', report.replaceAll('\n', '\r\n'), fixed.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${report}`, `\uFEFF${fixed}`],
  ] as const)
    test(`opens, changes, fixes and saves a report, with ${name}`, { timeout: 90_000 }, () => {
      const { seen, saved } = edit(text)
      expect(seen.failure).toBeUndefined()
      expect(seen.opened.map(({ line, text: at }) => [line, at])).toEqual([
        [3, '2025-09-08'],
        [8, '# Summary Report: “Grid Day”'],
        [8, '# Summary Report: “Grid Day”'],
        [14, '## Event Objectives'],
        [16, 'DepOps'],
      ])
      expect(seen.typed.filter(({ line }) => line === 16).map(({ text: at }) => at)).toEqual(['DepOps', 'Kubernets'])
      expect(seen.actions.slice(0, 2)).toEqual(['Correct “DepOps” to “DevOps”', 'Correct “Kubernets” to “Kubernetes”'])
      expect(seen.fixed.filter(({ line }) => line === 16).map(({ text: at }) => at)).toEqual(['DepOps'])
      expect(saved).toBe(result)
      expect(seen.saved.map(({ line }) => line)).toEqual([8, 8])
      expect(seen.outline).toEqual([
        'Summary Report: “Grid Day”',
        'Event Information',
        'Objectives',
        'Speakers',
        'Highlights',
      ])
      expect(seen.hover).toMatch(/^\*\*missing-section\*\*: /)
      expect(seen.exit).toBe(0)
    })

  test('the documented settings work', { timeout: 90_000 }, () => {
    const doc = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8')
    const [attach = '', fixOnSave = ''] = [...doc.matchAll(/^```lua\n([\s\S]*?)^```$/gm)].map(([, code]) => code)
    const session = `
      vim.defer_fn(function()
        vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 10)
        vim.cmd('write | qall!')
      end, 0)`
    const folder = folderWith({
      [PAGE]: report,
      'init.lua': attach + fixOnSave + session,
      'bin/reportlint': `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`,
    })
    chmodSync(join(folder, 'bin/reportlint'), 0o755)
    neovim(folder, ['-u', 'init.lua', PAGE], { PATH: `${join(folder, 'bin')}:${process.env.PATH}` })
    expect(readFileSync(join(folder, PAGE), 'utf8')).toBe(
      report.replace('2025-09-08', '2025-11-29').replace('Event Objectives', 'Objectives').replace('DepOps', 'DevOps'),
    )
  })
})
