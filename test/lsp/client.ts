import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { lsp } from '../../src/cli/commands/lsp.js'

/** An editor: it keeps a document, as editors do, and what the server says of it. */
export class Editor {
  readonly messages: string[] = []
  readonly registered: unknown[] = []
  readonly ended: Promise<number>
  private readonly connection: ProtocolConnection
  private readonly published: PublishDiagnosticsParams[] = []
  private readonly seen: PublishDiagnosticsParams[] = []
  private waiting: (() => void)[] = []
  private documents = new Map<string, TextDocument>()

  constructor(cwd: string) {
    const toServer = new PassThrough()
    const toClient = new PassThrough()
    this.ended = lsp({ stdin: toServer, stdout: toClient, stderr: toClient, env: {}, cwd: () => cwd })
    this.connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params)
      this.seen.push(params)
      for (const wake of this.waiting.splice(0)) wake()
    })
    for (const method of ['window/showMessage', 'window/logMessage'])
      this.connection.onNotification(method, ({ message }) => {
        this.messages.push(message)
      })
    this.connection.onRequest('client/registerCapability', ({ registrations }) => {
      this.registered.push(...registrations)
    })
    this.connection.listen()
  }

  async start(capabilities: ClientCapabilities = {}): Promise<this> {
    await this.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities })
    await this.connection.sendNotification('initialized', {})
    return this
  }

  async open(path: string, text: string): Promise<string> {
    const uri = pathToFileURL(path).href
    this.documents.set(uri, TextDocument.create(uri, 'markdown', 1, text))
    const textDocument = { uri, languageId: 'markdown', version: 1, text }
    await this.connection.sendNotification('textDocument/didOpen', { textDocument })
    return uri
  }

  /** Types: replaces the text there by other text, here and on the server. */
  async type(uri: string, old: string, text: string): Promise<void> {
    const document = this.document(uri)
    const at = document.getText().indexOf(old)
    const range = { start: document.positionAt(at), end: document.positionAt(at + old.length) }
    await this.change(uri, [{ range, text }])
  }

  async change(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = this.document(uri).version + 1
    this.documents.set(uri, TextDocument.update(this.document(uri), contentChanges, version))
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri)
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }

  async filesChanged(path: string): Promise<void> {
    const changes = [{ uri: pathToFileURL(path).href, type: 2 }]
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
  }

  /** The next diagnostics that the server sends for the document as it is now. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    for (;;) {
      const version = this.documents.get(uri)?.version
      const index = this.published.findIndex((params) => params.uri === uri && params.version === version)
      if (index >= 0) return this.published.splice(index, 1)[0]?.diagnostics ?? []
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  /** Of which versions of a document diagnostics came, in order. */
  versions(uri: string): (number | undefined)[] {
    return this.seen.filter((params) => params.uri === uri).map(({ version }) => version)
  }

  actions(uri: string, at: string, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: this.rangeOf(uri, at),
      context: { diagnostics: [], ...context },
    })
  }

  hover(uri: string, at: string): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: this.place(uri, at) })
  }

  symbols(uri: string): Promise<DocumentSymbol[] | null> {
    return this.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } })
  }

  /** Completion after a piece of text. */
  completions(uri: string, after: string): Promise<CompletionItem[] | null> {
    const position = this.rangeOf(uri, after).end
    return this.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position })
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    return this.connection.sendRequest(method, params)
  }

  notify(method: string, params?: unknown): Promise<void> {
    return this.connection.sendNotification(method, params)
  }

  /** The text after an action, whose edits must be for the version that is open. */
  after(uri: string, action: CodeAction | undefined): string {
    const document = this.document(uri)
    const { changes, documentChanges = [] } = action?.edit ?? {}
    const edits = changes?.[uri] ?? []
    for (const change of documentChanges) {
      if (!('edits' in change) || change.textDocument.uri !== uri) continue
      if (change.textDocument.version !== document.version) throw new Error('edits of another version')
      edits.push(...(change.edits as typeof edits))
    }
    return TextDocument.applyEdits(document, edits)
  }

  place(uri: string, at: string): Position {
    return this.rangeOf(uri, at).start
  }

  rangeOf(uri: string, at: string): Range {
    const document = this.document(uri)
    const start = document.getText().indexOf(at)
    if (start < 0) throw new Error(`“${at}” is not in the text`)
    return { start: document.positionAt(start), end: document.positionAt(start + at.length) }
  }

  private document(uri: string): TextDocument {
    const document = this.documents.get(uri)
    if (!document) throw new Error(`${uri} is not open`)
    return document
  }
}
