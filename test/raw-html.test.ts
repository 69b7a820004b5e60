import { expect, test } from 'vitest'
import { fix } from '../src/index.js'
import { isOpenRaw } from '../src/markdown/raw-html.js'
import { goodReport } from './good-report.js'

/** HTML blocks that only their end tag ends: without it, and with it. */
const RAW = [
  ['<!-- to do', '<!-- to do -->'],
  ['<script>', '<script></script>'],
  ['<PRE class="x">', '<PRE class="x">\n</pre>'],
  ['<style>', '<style>\n</script>'],
  ['<textarea', '<textarea></textarea>'],
  ['<?php echo 1', '<?php echo 1 ?>'],
  ['<!DOCTYPE html', '<!DOCTYPE html>'],
  ['<![CDATA[ x', '<![CDATA[ x ]]>'],
] as const

test.each(RAW)('%s lasts until its end tag', (open, closed) => {
  expect(isOpenRaw(open)).toBe(true)
  expect(isOpenRaw(closed)).toBe(false)
})

test.each(['<div>', '<prefix>', '<br>', '</p>'])('%s lasts until a blank line', (html) => {
  expect(isOpenRaw(html)).toBe(null)
})

const withoutApplying = goodReport.slice(0, goodReport.indexOf('## Applying to Work'))

test.each(RAW)('no section is added after unclosed %s', (open, closed) => {
  const left = (end: string): (string | undefined)[] =>
    fix({ path: 'a.md', text: `${withoutApplying}${end}\n` }, 'unsafe').remaining.map(({ rule }) => rule)
  expect(left(open)).toEqual(['missing-section'])
  expect(left(closed)).toEqual(['empty-section'])
})
