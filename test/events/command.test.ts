import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseRegistry } from '../../src/config/registry.js'
import { emptyFolder, type Files, writeIn } from '../folder.js'
import { run } from '../run.js'
import { written } from './pages.js'

/** A folder with reports of two sites on one event, and one report on another. */
function folder(files: Files = {}): string {
  const root = emptyFolder()
  const name = 'Mesh and Storage Workshop'
  writeIn(root, {
    'an/content/4-Events/4.1-Event1/_index.md': written({ name, date: '2025-11-17', speakers: ['Tran Vi'] }),
    'an/content/4-Events/4.1-Event1/_index.vi.md': written({ name, date: '2025-11-17', speakers: ['Trần Vi'] }),
    'binh/content/4-Events/4.1-Event1/_index.md': written({ name, date: '2025-11-15', speakers: ['Vi Tran'] }),
    'chi/content/4-Events/4.1-Event1/_index.md': written({ name: 'Grid Day', bodyDate: 'May 1, 2025' }),
    ...files,
  })
  return root
}

describe('reportlint events', () => {
  test('lists events in chronological order, with reports, dates and speakers', async () => {
    expect(await run(folder(), 'events')).toEqual({
      code: 0,
      stderr: '',
      stdout: `2025-05-01  Grid Day  1 report
  chi/content/4-Events/4.1-Event1/_index.md  en  2025-05-01

no date     Mesh and Storage Workshop  3 reports
  an/content/4-Events/4.1-Event1/_index.md     en  2025-11-17
  an/content/4-Events/4.1-Event1/_index.vi.md  en  2025-11-17
  binh/content/4-Events/4.1-Event1/_index.md   en  2025-11-15
  speakers
    Tran Vi  also Trần Vi, Vi Tran
`,
    })
  })

  test('omits a page about another event than its translation', async () => {
    const [name, other] = ['Mesh Series #2: Storage', 'Mesh Series #1: Queues']
    const page = (site: string): string => `${site}/content/4-Events/4.1-Event1/_index.md`
    const cwd = emptyFolder()
    writeIn(cwd, {
      [page('an')]: written({ name, date: '2025-11-17', speakers: ['Tran Vi'] }),
      [page('an').replace('.md', '.vi.md')]: written({ name: other, date: '2025-11-17', speakers: ['Ho Anh Thu'] }),
      [page('binh')]: written({ name, date: '2025-11-17' }),
    })
    const { events } = JSON.parse((await run(cwd, 'events --format json')).stdout)
    expect(events).toMatchObject([
      { name, reports: [{ path: page('an') }, { path: page('binh') }], speakers: [{ name: 'Tran Vi' }] },
    ])
    await run(cwd, 'events --write-registry')
    expect(parseRegistry(readFileSync(join(cwd, 'events.yaml'), 'utf8'), 'events.yaml')).toMatchObject([
      { name, speakers: ['Tran Vi'] },
    ])
  })

  test('prints the same as JSON', async () => {
    const { stdout } = await run(folder(), 'events an binh --format json')
    const { schemaVersion, events } = JSON.parse(stdout)
    expect(schemaVersion).toBe(1)
    expect(events).toEqual([
      {
        name: 'Mesh and Storage Workshop',
        date: null,
        reports: [
          { path: 'an/content/4-Events/4.1-Event1/_index.md', language: 'en', date: '2025-11-17' },
          { path: 'an/content/4-Events/4.1-Event1/_index.vi.md', language: 'en', date: '2025-11-17' },
          { path: 'binh/content/4-Events/4.1-Event1/_index.md', language: 'en', date: '2025-11-15' },
        ],
        speakers: [{ name: 'Tran Vi', spellings: ['Tran Vi', 'Trần Vi', 'Vi Tran'] }],
      },
    ])
  })

  test('uses the registry in the folder', async () => {
    const registry = 'events:\n  - name: Mesh and Storage Workshop (Hanoi)\n    date: 2025-11-17\n'
    const { stdout } = await run(folder({ 'events.yaml': registry }), 'events an binh')
    expect(stdout).toMatch(/^2025-11-17 {2}Mesh and Storage Workshop \(Hanoi\) {2}3 reports\n/)
  })

  test('drafts a registry, and never overwrites one', async () => {
    const root = folder()
    expect(await run(root, 'events --write-registry')).toMatchObject({ code: 0, stderr: '' })
    const draft = readFileSync(join(root, 'events.yaml'), 'utf8')
    expect(parseRegistry(draft, 'events.yaml').map(({ name }) => name)).toEqual([
      'Grid Day',
      'Mesh and Storage Workshop',
    ])
    const again = await run(root, 'events --write-registry')
    expect(again.code).toBe(2)
    expect(again.stderr).toContain('events.yaml')
    expect(readFileSync(join(root, 'events.yaml'), 'utf8')).toBe(draft)
  })

  test('drafts only events with a name', async () => {
    const root = emptyFolder()
    const nameless = '---\ntitle: "Event 1"\n---\n\nNothing is said.\n'
    writeIn(root, { '.git': '', 'content/4-Events/4.1-Event1/_index.md': nameless })
    expect(await run(root, 'events --write-registry')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'reportlint: no report names its event: events.yaml was not written\n',
    })
    expect((await run(root, 'events absent --write-registry')).code).toBe(2)
    expect(existsSync(join(root, 'events.yaml'))).toBe(false)

    writeIn(root, { 'content/4-Events/4.2-Event2/_index.md': '# Summary Report: “Mesh Workshop”\n' })
    expect((await run(root, 'events --write-registry')).code).toBe(0)
    expect(parseRegistry(readFileSync(join(root, 'events.yaml'), 'utf8'), 'events.yaml')).toMatchObject([
      { name: 'Mesh Workshop' },
    ])
  })

  test('reports an invalid registry with its line', async () => {
    const { code, stderr } = await run(folder({ 'events.yaml': 'events:\n  - nmae: Mesh Night\n' }), 'events')
    expect(code).toBe(2)
    expect(stderr).toContain('events.yaml:2')
  })
})

test('rules across reports are explained like the others', async () => {
  const { code, stdout } = await run(tmpdir(), 'explain event-date-conflict')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^# event-date-conflict\n/)
})
