import { expect, test } from 'vitest'
import { bodyStart } from '../src/report/body-start.js'
import { buildReport } from '../src/report/build.js'
import { loadSchema } from '../src/schema/load.js'

test.each([
  ['---\ntitle: a\n---\nbody', 'body'],
  ['---\r\ntitle: a\r\n---\r\n\r\nbody', '\r\nbody'],
  ['---\ntitle: a\n---', ''],
  ['\uFEFFbody', 'body'],
  ['body', 'body'],
])('the start of the body of %j', (text, body) => {
  const report = buildReport({ path: 'a.md', text }, loadSchema('event-report'))
  expect(text.slice(bodyStart(report))).toBe(body)
})
