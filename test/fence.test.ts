import { expect, test } from 'vitest'
import { fenceOf } from '../src/markdown/fence.js'

test.each<[block: string, closed: boolean | null]>([
  ['```sh\nmesh up\n```', true],
  ['~~~\nmesh up\n~~~~  ', true],
  ['```\r\nmesh up\r\n```', true],
  ['```\n> mesh up\n> ```', true],
  ['```\n```', true],
  ['```', false],
  ['```sh\nmesh up', false],
  ['````\nmesh up\n```', false],
  ['```\nmesh up\n~~~', false],
  ['```\nmesh up ```', false],
  ['```\n``` mesh up', false],
  ['```\nmesh up\n\n', false],
  ['mesh up\n```', null],
  ['    ```\n    ```', null],
])('%j', (block, closed) => {
  expect(fenceOf(block)?.isClosed ?? null).toBe(closed)
})
