import type { Readable } from 'node:stream'
import { createConnection, type WatchDog } from 'vscode-languageserver'
import { createProtocolConnection } from 'vscode-languageserver-protocol/node'
import { capabilities } from './capabilities.js'
import { inLifeCycle } from './life-cycle.js'
import { type Host, openSession } from './session.js'
import { readMessages, writeMessages } from './transport.js'

/** The two ends of a connection: the streams of the editor, and the program that serves it. */
export interface Ends {
  readonly input: Readable
  readonly output: { write(text: string): unknown }
  readonly version: string
  /** Called after the first answer to the editor. */
  loadHost(): Promise<Host>
}

/** How often to check whether the editor's process still exists. */
const WATCH_INTERVAL_MS = 3000

/**
 * Serves an editor until it ends the session or its process no longer exists.
 * @returns the exit code that the protocol demands: 0 after an orderly end, else 1
 * @throws TransportError if the input is not the protocol
 */
export function serve({ input, output, version, loadHost }: Ends): Promise<0 | 1> {
  return new Promise((resolve, reject) => {
    let watch: NodeJS.Timeout | undefined
    const end = (): void => {
      clearInterval(watch)
      session.close()
      connection.dispose()
      // An input that is still being read would keep the process alive.
      input.destroy()
    }
    const watchDog: WatchDog = {
      shutdownReceived: false,
      initialize({ processId }) {
        if (processId === null) return
        const look = (): void => {
          if (isGone(processId)) watchDog.exit(watchDog.shutdownReceived ? 0 : 1)
        }
        watch = setInterval(look, WATCH_INTERVAL_MS).unref()
      },
      exit(code) {
        end()
        resolve(code === 0 ? 0 : 1)
      },
    }
    const writer = writeMessages(output)
    const reader = inLifeCycle(readMessages(input), writer)
    const connection = createConnection((logger) => createProtocolConnection(reader, writer, logger), watchDog)
    const fail = (error: unknown): void => {
      end()
      reject(error)
    }
    const session = openSession(connection, loadHost, fail)
    connection.onInitialize((params) => {
      session.begin(params.capabilities)
      return { capabilities, serverInfo: { name: 'reportlint', version } }
    })
    connection.onShutdown(() => session.close())
    reader.onError(fail)
    connection.listen()
  })
}

function isGone(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return false
  } catch (error) {
    // A process of another user may not be signalled, but exists.
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
