import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Message } from 'vscode-languageserver-protocol/node'
import { readMessages, TransportError, writeMessages } from '../../src/lsp/transport.js'

const EXIT = { jsonrpc: '2.0', method: 'exit' }

/** The messages in a stream of these bytes, the last of which is “exit”, or else an error. */
async function read(...chunks: (string | Uint8Array)[]): Promise<(Message | Error)[]> {
  const input = new PassThrough()
  const reader = readMessages(input)
  const read: (Message | Error)[] = []
  const end = new Promise<void>((resolve) => {
    reader.onError((error) => {
      read.push(error)
      resolve()
    })
    reader.listen((message) => {
      read.push(message)
      if ('method' in message && message.method === 'exit') resolve()
    })
  })
  for (const chunk of chunks) input.write(chunk)
  input.end()
  await end
  return read
}

function written(...messages: object[]): Buffer {
  let text = ''
  const writer = writeMessages({ write: (part) => (text += part) })
  for (const message of messages) void writer.write(message as Message)
  return Buffer.from(text)
}

describe('messages', () => {
  test('are the same, however the bytes are split', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ jsonrpc: fc.constant('2.0'), text: fc.string({ unit: 'grapheme' }) }), { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }),
        async (messages, sizes) => {
          const bytes = written(...messages)
          const chunks: Buffer[] = []
          let at = 0
          for (const size of [...sizes, bytes.length]) {
            if (at < bytes.length) chunks.push(bytes.subarray(at, at + size))
            at += size
          }
          expect(await read(...chunks)).toEqual([...messages, EXIT])
        },
      ),
    )
  })

  test('may have other header lines, in any case', async () => {
    const header = 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: 2\r\n\r\n'
    expect(await read(`${header}{}`)).toEqual([{}, EXIT])
  })
})

describe('an invalid message', () => {
  const cases: [name: string, input: string | Uint8Array, reason: RegExp][] = [
    ['bytes of anything', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254]), /^a header with the line/],
    ['a line of text', 'hello\n', /^a header with the line “hello\n”$/],
    ['another protocol', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n', /^a header with the line “GET \/ HTTP\/1.1”$/],
    ['lines that end in LF', 'Content-Length: 2\n\n{}', /^a header with the line/],
    ['a header without a length', 'Content-Type: a\r\n\r\n{}', /^a header without Content-Length$/],
    ['a length that is none', 'Content-Length: -1\r\n\r\n{}', /^a header without Content-Length$/],
    ['a header cut off', 'Content-Le', /^an incomplete message$/],
    ['a body cut off', 'Content-Length: 20\r\n\r\n{"jsonrpc":', /^an incomplete message$/],
    ['JSON that is none', 'Content-Length: 3\r\n\r\n{a}', /^a message that is not JSON, “{a}”$/],
    ['no JSON at all', 'Content-Length: 0\r\n\r\n', /^a message that is not JSON/],
    ['JSON of another kind', 'Content-Length: 2\r\n\r\n[]', /^a message that is not a JSON object, “\[\]”$/],
    [
      'text that is not UTF-8',
      Buffer.from('Content-Length: 4\r\n\r\n"\xff"\n', 'latin1'),
      /^a message that is not JSON/,
    ],
  ]
  for (const [name, input, reason] of cases)
    test(`ends the reading: ${name}`, async () => {
      const good = written({ jsonrpc: '2.0', method: 'a' })
      expect(await read(good, input)).toEqual([
        { jsonrpc: '2.0', method: 'a' },
        expect.objectContaining({ name: TransportError.name, message: expect.stringMatching(reason) }),
      ])
    })

  test('is refused at once: an absurd length, an endless header', async () => {
    for (const [input, reason] of [
      ['Content-Length: 99999999999\r\n\r\n', /^a message of 99999999999 bytes, expected at most \d+$/],
      [`X:${'x'.repeat(5000)}`, /^a header without an end$/],
      ['x'.repeat(5000), /^a header without an end$/],
    ] as const) {
      const stream = new PassThrough()
      const reader = readMessages(stream)
      const failure = new Promise<Error>((resolve) => reader.onError(resolve))
      reader.listen(() => {})
      stream.write(input)
      expect((await failure).message).toMatch(reason)
    }
  })
})
