import {
  type DataCallback,
  ErrorCodes,
  Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver-protocol/node'

/** The state of the server: `new` until it is initialized, `over` after the request to shut down. */
type Phase = 'new' | 'running' | 'over'

/** The errors for requests that the current state does not allow. */
const REFUSALS = {
  new: { code: ErrorCodes.ServerNotInitialized, message: 'the server is not initialized, expected “initialize” first' },
  running: { code: ErrorCodes.InvalidRequest, message: 'the server is initialized already' },
  over: { code: ErrorCodes.InvalidRequest, message: 'the server was shut down, expected “exit”' },
} as const

/**
 * Passes on the messages that the protocol allows in the current state. Other requests are refused, and other notifications dropped.
 * @see https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#lifeCycleMessages
 */
export function inLifeCycle(reader: MessageReader, writer: Pick<MessageWriter, 'write'>): MessageReader {
  let phase: Phase = 'new'
  const isInTime = (method: string): boolean =>
    method === 'exit' || (phase === 'new' ? method === 'initialize' : phase === 'running' && method !== 'initialize')
  const gate =
    (deliver: DataCallback): DataCallback =>
    (message) => {
      const isRequest = Message.isRequest(message)
      if (!isRequest && !Message.isNotification(message)) return deliver(message)
      if (isInTime(message.method)) {
        if (isRequest && message.method === 'initialize') phase = 'running'
        if (isRequest && message.method === 'shutdown') phase = 'over'
        deliver(message)
      } else if (isRequest) void writer.write({ jsonrpc: '2.0', id: message.id, error: REFUSALS[phase] } as Message)
    }
  return { ...reader, listen: (deliver) => reader.listen(gate(deliver)) }
}
