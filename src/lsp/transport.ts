import type { Readable } from 'node:stream'
import {
  type Disposable,
  Emitter,
  Event,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver-protocol/node'
import { MAX_BYTES } from '../source/read.js'

/** The input is not a message of the protocol, so it is unknown where the next message would begin. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
}

/** The most bytes of a header, which normally has two short lines. */
const MAX_HEADER = 4096

/** The most bytes of a message: enough for the largest file that is read, with many escaped characters. */
const MAX_BODY = 4 * MAX_BYTES

const END_OF_HEADER = '\r\n\r\n'

/** The last message of an editor. The end of the input counts as this message. */
const EXIT = { jsonrpc: '2.0', method: 'exit' }

/**
 * Reads messages from a stream. If a header never ends or gives an absurd length, the reader in the protocol's package would wait
 * forever and keep all input; this one reports a TransportError and stops reading.
 */
export function readMessages(input: Readable): MessageReader {
  const failed = new Emitter<Error>()
  let stop = (): void => {}
  return {
    onError: failed.event,
    onClose: Event.None,
    onPartialMessage: Event.None,
    listen(deliver): Disposable {
      const frames = framing((message) => {
        try {
          deliver(message)
        } catch {
          // The frame is valid but its content is not: the next message may be.
        }
      })
      const attempt = (step: () => void): void => {
        try {
          step()
        } catch (error) {
          stop()
          failed.fire(error as Error)
        }
      }
      const onData = (chunk: Buffer): void => attempt(() => frames.take(chunk))
      const onEnd = (): void =>
        attempt(() => {
          stop()
          frames.end()
          deliver(EXIT)
        })
      stop = () => {
        input.off('data', onData).off('end', onEnd).off('close', onEnd)
      }
      input.on('data', onData).on('end', onEnd).on('close', onEnd)
      return { dispose: stop }
    },
    dispose() {
      stop()
      failed.dispose()
    },
  }
}

interface Framing {
  take(chunk: Buffer): void
  end(): void
}

/** Cuts a stream of bytes into messages: `Content-Length: 12`, an empty line, and 12 bytes of JSON. */
function framing(deliver: (message: Message) => void): Framing {
  let chunks: Buffer[] = []
  let size = 0
  // The length of the body that is being read; null in a header and between messages.
  let length: number | null = null
  const next = (bytes: Buffer): number => {
    if (length === null) {
      const end = bytes.subarray(0, MAX_HEADER).indexOf(END_OF_HEADER)
      checkHeader(bytes.toString('latin1', 0, end < 0 ? MAX_HEADER : end), end < 0)
      if (end < 0) return 0
      length = lengthIn(bytes.toString('latin1', 0, end))
      return end + END_OF_HEADER.length
    }
    const used = length
    length = null
    deliver(messageIn(bytes.subarray(0, used)))
    return used
  }
  return {
    take(chunk) {
      chunks.push(chunk)
      size += chunk.length
      while (size >= (length ?? 1)) {
        const bytes = Buffer.concat(chunks)
        const used = next(bytes)
        chunks = [bytes.subarray(used)]
        size -= used
        if (used === 0 && length === null) return
      }
    },
    end() {
      if (size > 0 || length !== null) throw new TransportError('an incomplete message')
    },
  }
}

const LINE = /^[\w-]+:[^\n]*$/
const OPEN_LINE = /^[\w-]*(?::[^\n]*)?\r?$/

/** Refuses a header as soon as one of its lines is invalid. @param isOpen whether the last line may be incomplete */
function checkHeader(header: string, isOpen: boolean): void {
  const lines = header.split('\r\n')
  const odd = lines.find((line, index) => !(isOpen && index === lines.length - 1 ? OPEN_LINE : LINE).test(line))
  if (odd !== undefined) throw new TransportError(`a header with the line “${shortened(odd)}”`)
  if (header.length >= MAX_HEADER) throw new TransportError('a header without an end')
}

function lengthIn(header: string): number {
  const digits = /^content-length:[ \t]*(\d{1,15})[ \t]*$/im.exec(header)?.[1]
  if (digits === undefined) throw new TransportError('a header without Content-Length')
  if (Number(digits) > MAX_BODY) throw new TransportError(`a message of ${digits} bytes, expected at most ${MAX_BODY}`)
  return Number(digits)
}

function messageIn(bytes: Buffer): Message {
  let message: unknown
  try {
    message = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new TransportError(`a message that is not JSON, “${shortened(bytes.toString('latin1', 0, 100))}”`)
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    throw new TransportError(`a message that is not a JSON object, “${shortened(JSON.stringify(message))}”`)
  return message as Message
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** Writes messages. Errors need no handling here: if the editor has ended, so has the input. */
export function writeMessages(output: { write(text: string): unknown }): MessageWriter {
  return {
    onError: Event.None,
    onClose: Event.None,
    async write(message) {
      const json = JSON.stringify(message)
      output.write(`Content-Length: ${Buffer.byteLength(json)}${END_OF_HEADER}${json}`)
    },
    end() {},
    dispose() {},
  }
}
