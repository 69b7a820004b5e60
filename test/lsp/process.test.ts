import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { program } from '../built-program.js'
import { folderWith } from '../folder.js'
import { run } from '../run.js'

interface End {
  readonly code: number | null
  readonly stderr: string
}

function start(...args: string[]): { child: ChildProcessWithoutNullStreams; ended: Promise<End> } {
  const child = spawn(process.execPath, [program, 'lsp', ...args])
  child.stdin.on('error', () => {})
  let stderr = ''
  child.stderr.on('data', (part) => {
    stderr += part
  })
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, stderr }))) }
}

function connect({ stdin, stdout }: ChildProcessWithoutNullStreams) {
  const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
  connection.listen()
  return connection
}

const initialize = { processId: process.pid, rootUri: null, capabilities: {} }

const framed = (message: object): string => {
  const json = JSON.stringify({ jsonrpc: '2.0', ...message })
  return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`
}

describe('the server', () => {
  test('sends its name, its capabilities and its findings', async () => {
    const { child, ended } = start()
    const connection = connect(child)
    const { capabilities, serverInfo } = await connection.sendRequest<{ capabilities: object; serverInfo: object }>(
      'initialize',
      initialize,
    )
    expect(serverInfo).toMatchObject({ name: 'reportlint', version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
    expect(capabilities).toMatchObject({ positionEncoding: 'utf-16', textDocumentSync: { change: 2, openClose: true } })

    const found = new Promise<{ diagnostics: { code: string }[] }>((resolve) =>
      connection.onNotification('textDocument/publishDiagnostics', resolve),
    )
    const uri = pathToFileURL(join(folderWith(), '4.2-Event2/_index.md')).href
    const text =
      '---\ndate: 2025-11-29\n---\n\n# Summary Report: “Grid Day”\n\n## Speakers\n\n- **Ida Fern** – Kubernets\n'
    const textDocument = { uri, languageId: 'markdown', version: 1, text }
    await connection.sendNotification('textDocument/didOpen', { textDocument })
    // A typo needs the dictionary, which is a file of its own beside the program.
    expect((await found).diagnostics.map(({ code }) => code)).toContain('typo')

    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    expect(await ended).toEqual({ code: 0, stderr: '' })
  })

  test('accepts the arguments that editors add', async () => {
    const { child, ended } = start('--stdio', `--clientProcessId=${process.pid}`)
    const messages = [
      { id: 1, method: 'initialize', params: initialize },
      { method: 'initialized', params: {} },
      { id: 2, method: 'shutdown' },
    ]
    child.stdin.end(messages.map(framed).join(''))
    expect(await ended).toEqual({ code: 0, stderr: '' })
  })

  test('ends with 1 after exit without shutdown', async () => {
    const { child, ended } = start()
    child.stdin.write(framed({ id: 1, method: 'initialize', params: initialize }) + framed({ method: 'exit' }))
    expect(await ended).toEqual({ code: 1, stderr: '' })
  })

  test('ends when its input ends', async () => {
    const inOrder = start()
    inOrder.child.stdin.end(
      framed({ id: 1, method: 'initialize', params: initialize }) + framed({ id: 2, method: 'shutdown' }),
    )
    expect(await inOrder.ended).toEqual({ code: 0, stderr: '' })

    const suddenly = start()
    suddenly.child.stdin.end(framed({ id: 1, method: 'initialize', params: initialize }))
    expect(await suddenly.ended).toEqual({ code: 1, stderr: '' })

    const deaf = start()
    deaf.child.stdout.destroy()
    deaf.child.stdin.end(framed({ id: 1, method: 'initialize', params: initialize }))
    expect(await deaf.ended).toEqual({ code: 1, stderr: '' })
  })

  test('ends when its editor is killed', async () => {
    const editor = spawn(process.execPath, [
      '-e',
      `const { spawn } = require('node:child_process')
      const server = spawn(process.execPath, [${JSON.stringify(program)}, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] })
      server.stdout.once('data', () => console.log('ready'))
      server.stdin.write(${JSON.stringify(framed({ id: 1, method: 'initialize', params: { processId: null, capabilities: {} } }))})`,
    ])
    let stderr = ''
    editor.stderr.on('data', (part) => {
      stderr += part
    })
    // The server holds this stream, too: it ends when both are gone.
    const gone = new Promise((resolve) => editor.stderr.on('close', resolve))
    await new Promise((resolve) => editor.stdout.once('data', resolve))
    editor.kill('SIGKILL')
    await gone
    expect(stderr).toBe('')
  })

  test('ends when the process of the editor no longer exists, even if the stream is open', {
    timeout: 15_000,
  }, async () => {
    const other = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => other.on('close', resolve))
    const { child, ended } = start()
    const params = { ...initialize, processId: other.pid }
    child.stdin.write(framed({ id: 1, method: 'initialize', params }))
    expect(await ended).toEqual({ code: 1, stderr: '' })
  })
})

describe('bad input', () => {
  const cases: [name: string, input: string | Uint8Array, message: RegExp][] = [
    [
      'bytes of anything',
      Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256)),
      /a header with/,
    ],
    ['a line of text', 'hello?\n', /a header with the line “hello\?/],
    ['a header cut off', 'Content-Len', /an incomplete message/],
    ['a body cut off', framed({ method: 'initialized' }).slice(0, -3), /an incomplete message/],
    ['a huge length', 'Content-Length: 123456789012\r\n\r\n{}', /a message of 123456789012 bytes/],
    ['no JSON', 'Content-Length: 9\r\n\r\nnonsense!', /a message that is not JSON, “nonsense!”/],
  ]
  for (const [name, input, message] of cases)
    test(`${name} is reported in one line`, async () => {
      const { child, ended } = start()
      child.stdin.end(input)
      const { code, stderr } = await ended
      expect(stderr).toMatch(/^reportlint: unexpected input: .*; expected the messages of an editor\n$/)
      expect(stderr).toMatch(message)
      expect(code).toBe(2)
    })

  test('ends at an endless header', async () => {
    const { child, ended } = start()
    const more = setInterval(() => child.stdin.write('x'.repeat(10_000)), 10)
    const { code, stderr } = await ended
    clearInterval(more)
    expect(stderr).toBe('reportlint: unexpected input: a header without an end; expected the messages of an editor\n')
    expect(code).toBe(2)
  })

  test.each([
    ['somebody at a terminal', Object.assign(new PassThrough(), { isTTY: true })],
    ['who gives it no input', undefined],
  ])('%s gets an explanation', async (_, stdin) => {
    expect(await run('/', 'lsp', { stdin })).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^reportlint: .*let the editor start it\n$/),
    })
  })
})

test('no other command loads its code', () => {
  const folder = folderWith({ '4.1-Event1/_index.md': '# Summary Report: “Grid Day”\n' })
  const isServer = (args: string[], input: string): boolean => {
    const traces = join(folder, args[0] ?? '')
    spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      input,
      env: { ...process.env, NODE_V8_COVERAGE: traces },
    })
    const loaded = readdirSync(traces).flatMap((name): string[] => {
      const { result } = JSON.parse(readFileSync(join(traces, name), 'utf8'))
      return result.map(({ url }: { url: string }) => url).filter((url: string) => url.startsWith('file:'))
    })
    expect(loaded.length).toBeGreaterThan(1)
    return loaded.some((url) => readFileSync(new URL(url), 'utf8').includes('textDocument/publishDiagnostics'))
  }
  expect(isServer(['lsp'], framed({ method: 'exit' }))).toBe(true)
  for (const args of [['check', '.'], ['fix', '.'], ['inspect', '.'], ['rules'], ['explain', 'typo'], ['--help']])
    expect(isServer(args, ''), args.join(' ')).toBe(false)
})
