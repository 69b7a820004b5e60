import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ErrorCodes } from 'vscode-languageserver-protocol/node'
import { folderWith } from '../folder.js'
import { goodReport } from '../good-report.js'
import { Editor } from './client.js'

const PAGE = 'content/4-EventParticipated/4.1-Event1/_index.md'
const text = goodReport.replace('## Objectives', '## Event Objectives')
const hover = { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } }
const initialize = { processId: process.pid, rootUri: null, capabilities: {} }

test('before it is initialized, the server refuses requests and ignores notifications', async () => {
  const folder = folderWith()
  const editor = new Editor(folder)
  for (const [method, params] of [['textDocument/hover', hover], ['unheardOf'], ['shutdown']] as const)
    await expect(editor.request(method, params), method).rejects.toMatchObject({
      code: ErrorCodes.ServerNotInitialized,
    })
  const uri = await editor.open(join(folder, PAGE), text)
  await editor.start()
  expect(await editor.request('textDocument/documentSymbol', { textDocument: { uri } })).toBeNull()
  expect(editor.versions(uri)).toEqual([])
})

test('the server is initialized only once', async () => {
  const editor = await new Editor(folderWith()).start()
  await expect(editor.request('initialize', initialize)).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest })
  expect(await editor.request('textDocument/hover', hover)).toBeNull()
})

test('after it was shut down, the server only accepts exit', async () => {
  const folder = folderWith()
  const editor = await new Editor(folder).start()
  const before = await editor.open(join(folder, PAGE), text)
  await editor.diagnostics(before)
  await editor.type(before, 'Gridworks', 'Gridwork')
  expect(await editor.request('shutdown')).toBeNull()
  const after = await editor.open(join(folder, PAGE.replace('4.1', '4.2')), text)
  for (const [method, params] of [['textDocument/hover', hover], ['shutdown'], ['initialize', initialize]] as const)
    await expect(editor.request(method, params), method).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect([...editor.versions(before), ...editor.versions(after)]).toEqual([1])
  await editor.notify('exit')
  expect(await editor.ended).toBe(0)
})
