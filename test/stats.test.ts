import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { generateFiles, writeFiles } from '../bench/generate.js'
import { formatStats } from '../src/cli/output/stats.js'
import { startClock } from '../src/cli/run/start-clock.js'
import { runBuilt } from './built-program.js'
import { sharedFolder } from './folder.js'
import { run } from './run.js'

/** A clock with a controlled time. */
function clockOf() {
  let now = 5000
  const pass = (milliseconds: number): void => {
    now += milliseconds
  }
  return { pass, clock: startClock(() => now) }
}

describe('a clock', () => {
  test('adds up the times of a phase, and returns the result of the work', () => {
    const { pass, clock } = clockOf()
    const double = (number: number): number =>
      clock.timed('read', () => {
        pass(10)
        return 2 * number
      })
    expect([double(1), double(4)]).toEqual([2, 8])
    expect(clock.measured().times).toEqual({ read: 20, 'everything else': 0 })
  })

  test('counts the time of a nested phase once', () => {
    const { pass, clock } = clockOf()
    clock.timed('understand', () => {
      pass(1)
      for (const time of [10, 20])
        clock.timed('parse', () => {
          pass(time)
          clock.timed('deeper', () => pass(100))
        })
      pass(2)
    })
    pass(4)
    clock.timed('parse', () => pass(1000))
    expect(clock.measured()).toEqual({
      times: { deeper: 200, parse: 1030, understand: 3, 'everything else': 4 },
      counts: {},
      elapsed: 1237,
    })
  })

  test('counts failing work, too', () => {
    const { pass, clock } = clockOf()
    const fail = (): never =>
      clock.timed('read', () => {
        pass(7)
        throw new Error('no such file')
      })
    expect(() => clock.timed('all', fail)).toThrow('no such file')
    clock.timed('all', () => pass(1))
    expect(clock.measured().times).toEqual({ read: 7, all: 1, 'everything else': 0 })
  })

  test('adds the measurements of other threads, apart from its own time', () => {
    const { pass, clock } = clockOf()
    const other = clockOf()
    for (const text of ['a', 'số', '']) other.clock.read(text)
    other.clock.timed('parse', () => other.pass(50))
    other.pass(5)
    clock.read('b')
    clock.count('recalled', 2)
    clock.timed('parse', () => pass(40))
    pass(20)
    clock.add(structuredClone(other.clock.measured()))
    clock.atOnce('threads', 2)
    clock.atOnce('threads', 1)
    expect(clock.measured()).toEqual({
      times: { parse: 90, 'everything else': 25 },
      counts: { files: 4, bytes: 6, recalled: 2, threads: 2 },
      elapsed: 60,
    })
  })
})

test('measures asynchronous work, with nested phases', async () => {
  const { pass, clock } = clockOf()
  const read = async (): Promise<string> => {
    pass(1)
    await Promise.resolve()
    pass(2)
    return clock.timed('show', () => {
      pass(10)
      return 'shown'
    })
  }
  expect(await clock.waited('print', read)).toBe('shown')
  pass(5)
  expect(clock.measured().times).toEqual({ print: 3, show: 10, 'everything else': 5 })
  await expect(clock.waited('print', () => Promise.reject(new Error('closed')))).rejects.toThrow('closed')
})

test('timed rules find the same, and each is a phase', () => {
  const { pass, clock } = clockOf()
  const rule = {
    id: 'slow-rule',
    severity: 'error',
    *check(text: string, times: number) {
      for (let index = 0; index < times; index++) {
        pass(8)
        yield `${text}${index}`
      }
    },
  }
  const rules = [rule]
  const [timed] = clock.rules(rules)
  expect({ ...timed, check: rule.check }).toEqual(rule)
  expect([...(timed as typeof rule).check('a', 2)]).toEqual(['a0', 'a1'])
  expect(clock.measured().times['rule slow-rule']).toBe(16)
  expect(clock.rules(rules)).toBe(clock.rules(rules))
})

test('the table has the phases and rules sorted by time, and their shares add up to 100 %', () => {
  const times = { read: 30, parse: 50, 'rule typo': 15, 'rule missing-date': 1, 'everything else': 4 }
  const counts = { files: 12, bytes: 84_000, recalled: 3, threads: 2 }
  expect(
    formatStats({ times, counts, elapsed: 71 }),
  ).toBe(`12 files read, 0.1 MB, 3 known from an earlier run, 2 threads, 0.07 s

       ms    share  phase (all threads together)
     50.0   50.0 %  parse
     30.0   30.0 %  read
     16.0   16.0 %  rules
      4.0    4.0 %  everything else

       ms    share  rule
     15.0   15.0 %  typo
      1.0    1.0 %  missing-date
`)
})

describe('check --stats', () => {
  const folder = sharedFolder()
  beforeAll(() => writeFiles(folder, [{ path: '.git', text: '', isReport: false }, ...generateFiles({ reports: 130 })]))

  const check = (...args: string[]) =>
    run(folder, ['check', ...args], { env: { XDG_CACHE_HOME: join(folder, 'cache') } })

  /** Milliseconds by the names of phases and rules. */
  function times(stderr: string): Map<string, number> {
    const rows = [...stderr.matchAll(/^ +(\d+\.\d) +\d+\.\d % {2}(.+)$/gm)]
    return new Map(rows.map(([, time, name]) => [name as string, Number(time)]))
  }

  test('prints the table to standard error, and changes nothing else', async () => {
    const plain = await check('site-00001', '--no-cache')
    const { code, stdout, stderr } = await check('site-00001', '--no-cache', '--stats')
    expect(plain.stderr).toBe('')
    expect({ code, stdout }).toEqual({ code: plain.code, stdout: plain.stdout })
    expect(stderr).toMatch(/^12 files read, 0\.1 MB, 0 known from an earlier run, 1 thread, \d+\.\d\d s\n/)
    const of = times(stderr)
    expect([...of.keys()]).toEqual(
      expect.arrayContaining(['find', 'read', 'parse', 'understand', 'rules', 'print', 'everything else']),
    )
    expect([...of.keys()]).toEqual(expect.arrayContaining(['typo', 'missing-section', 'translation-mismatch']))
    expect(of.get('parse')).toBeGreaterThan(0)
  })

  test('measures only the wanted rules', async () => {
    const { stderr } = await check('site-00001', '--no-cache', '--stats', '--rule', 'typo')
    const rules = stderr.slice(stderr.indexOf('  rule\n'))
    expect([...times(rules).keys()]).toEqual(['typo'])
  })

  test('counts the results from the cache', async () => {
    const paths = ['site-00002', 'site-00003']
    await check(...paths)
    const { stderr } = await check(...paths, '--stats')
    expect(stderr).toMatch(/^0 files read, 0\.0 MB, 24 known from an earlier run/)
    expect(times(stderr).has('recall')).toBe(true)
  })

  test('adds up the times of several threads', () => {
    const args = ['check', '--no-cache', '--stats', '--jobs', '2', '--format', 'compact']
    const { stderr } = runBuilt(folder, args, process.env)
    expect(stderr).toMatch(/^156 files read, 0\.9 MB, 0 known from an earlier run, 2 threads/)
    expect(stderr).toContain('phase (all threads together)')
    expect(times(stderr).get('parse')).toBeGreaterThan(0)
  })
})
