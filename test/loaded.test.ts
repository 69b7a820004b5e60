import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { runBuilt } from './built-program.js'
import { sharedFolder, writeIn } from './folder.js'
import { goodReport } from './good-report.js'

/* People wait for hooks, so a check loads only the code that it needs. */

/** The chunks of the program that a call loads, except for the Markdown parser. */
function loadedBy(folder: string, args: readonly string[]): string[] {
  const traces = join(folder, 'traces', args.join('-').replaceAll('/', '-'))
  runBuilt(folder, args, { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), NODE_V8_COVERAGE: traces })
  const urls = readdirSync(traces).flatMap((name): string[] =>
    JSON.parse(readFileSync(join(traces, name), 'utf8')).result.map(({ url }: { url: string }) => url),
  )
  return urls
    .filter((url) => /^file:.*\/dist\/[^/]+\.cjs$/.test(url))
    .map((url) => basename(url).replace(/(?:-[\w-]{8})?\.cjs$/, ''))
    .filter((name) => !['dist', 'markdown', 'rolldown-runtime'].includes(name))
    .sort()
}

const folder = sharedFolder()
writeIn(folder, {
  '.git': '',
  'one/4.1-Event1/_index.md': goodReport,
  'two/4.1-Event1/_index.md': '---\ntitle: [a, "list"]\n---\n\n# Summary Report: “Grid Day”\n',
})

test('the check of one report loads little', () => {
  const path = 'one/4.1-Event1/_index.md'
  expect(loadedBy(folder, ['check', path, '--no-cache'])).toEqual(['base', 'check', 'cli'])
})

test('front matter that is not simple loads the YAML parser', () => {
  expect(loadedBy(folder, ['inspect', 'two/4.1-Event1/_index.md'])).toContain('yaml')
})

test('the check of several sites also loads the rules across reports', () => {
  expect(loadedBy(folder, ['check', 'one', '--no-cache'])).toEqual(['base', 'check', 'cli'])
  expect(loadedBy(folder, ['check', '.', '--no-cache'])).toEqual(['base', 'check', 'cli', 'together', 'yaml'])
})

test('a cached check loads the cache, and the rules across reports only if needed', () => {
  for (const number of [1, 2, 3, 4]) writeIn(folder, { [`four/4.${number}-Event${number}/_index.md`]: goodReport })
  expect(loadedBy(folder, ['check', 'four'])).toEqual(['base', 'check', 'cli', 'known', 'together'])
  expect(loadedBy(folder, ['check', './four'])).toEqual(['base', 'check', 'cli', 'known'])
})
