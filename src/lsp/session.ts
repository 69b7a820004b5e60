import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { LintSettings } from '../lint/lint.js'
import type { Parse } from '../markdown/parse.js'
import type { Report } from '../report/report.js'
import { once } from '../text/memoize.js'
import { answerOn } from './answers.js'
import { type Support, supportOf } from './capabilities.js'
import type { Near, OpenReport, Settings } from './document.js'

/** What the server needs from the program around it. */
export interface Host {
  /** The current settings. */
  settings(): Settings
  readonly parse: Parse
  /** The files near a report, as they were saved. */
  near(report: Report, settings: LintSettings): Near
  /** Why a document could not be checked, in one line for people. */
  explain(error: unknown, uri: string): string
}

export interface Session {
  begin(client: ClientCapabilities): void
  close(): void
}

/** The delay from the last keystroke to the check, so that there is not a check for every letter. */
const CHECK_DELAY_MS = 150

/** The files that the editor should watch: configurations, schemas and ignore files. */
const WATCHED = ['**/*.{yaml,yml,json}', '**/.gitignore']

/**
 * Manages the open documents: checks them as they change, and answers requests about them.
 * @param fail called with an error after which nothing can be answered
 */
export function openSession(
  connection: Connection,
  loadHost: () => Promise<Host>,
  fail: (error: unknown) => void,
): Session {
  const documents = new TextDocuments(TextDocument)
  const checked = new Map<
    string,
    { readonly version: number; readonly text: string; readonly open: OpenReport | null }
  >()
  /** The files near the documents, as of the last time that something was opened or saved. */
  const surroundings = new Map<string, Near>()
  const complaints = new Map<string, string>()
  const timers = new Map<string, NodeJS.Timeout>()
  let support: Support = supportOf({})
  let isOver = false
  const load = once(async () => {
    const [{ openReport }, { diagnosticsOf }] = await Promise.all([import('./document.js'), import('./diagnostics.js')])
    return { openReport, diagnosticsOf, host: await loadHost() }
  })

  /** The document as a report, checked as it is now. */
  const reportOf = async (uri: string): Promise<OpenReport | null> => {
    const { openReport, host } = await load()
    const document = documents.get(uri)
    if (!document || isOver) return null
    const { version } = document
    const text = document.getText()
    const known = checked.get(uri)
    // Not every editor counts its versions up.
    if (known?.version === version && known.text === text) return known.open
    let open: OpenReport | null = null
    try {
      open = openReport(document, host.settings(), host.parse, (report, settings) => {
        const near = surroundings.get(uri) ?? host.near(report, settings)
        surroundings.set(uri, near)
        return near
      })
      complaints.delete(uri)
    } catch (error) {
      complain(uri, host.explain(error, uri))
    }
    checked.set(uri, { version, text, open })
    return open
  }

  /** Shows a complaint once, however many documents and keystrokes it affects. */
  const complain = (uri: string, complaint: string): void => {
    const isNew = ![...complaints.values()].includes(complaint)
    complaints.set(uri, complaint)
    if (isNew)
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: complaint })
  }

  const publish = async (uri: string): Promise<void> => {
    const { diagnosticsOf } = await load()
    const open = await reportOf(uri)
    const version = documents.get(uri)?.version
    if (version === undefined || isOver) return
    await connection.sendDiagnostics({ uri, version, diagnostics: open ? diagnosticsOf(open) : [] })
  }

  const publishSoon = (uri: string, delay: number): void => {
    clearTimeout(timers.get(uri))
    timers.set(
      uri,
      setTimeout(() => publish(uri).catch(fail), delay),
    )
  }

  /** Checks a document again that has not changed, because its configuration, its pictures or the files near it may have. */
  const checkAgain = (uri: string, delay: number): void => {
    for (const cache of [checked, surroundings]) cache.delete(uri)
    publishSoon(uri, delay)
  }

  documents.onDidOpen(({ document: { uri } }) => {
    for (const cache of [checked, surroundings]) cache.delete(uri)
  })
  // This event is also sent for a document that was just opened.
  documents.onDidChangeContent(({ document: { uri } }) => publishSoon(uri, checked.has(uri) ? CHECK_DELAY_MS : 0))
  // A saved document affects the others.
  documents.onDidSave(({ document: { uri: saved } }) => {
    for (const uri of documents.keys()) checkAgain(uri, uri === saved ? 0 : CHECK_DELAY_MS)
  })
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri))
    for (const state of [timers, checked, surroundings, complaints]) state.delete(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  documents.listen(connection)

  connection.onDidChangeWatchedFiles(() => {
    for (const uri of documents.keys()) checkAgain(uri, CHECK_DELAY_MS)
  })
  connection.onInitialized(async () => {
    if (!support.watching) return
    const watchers = WATCHED.map((globPattern) => ({ globPattern }))
    // If the editor refuses, changes are noticed at the next save.
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {})
  })

  answerOn(connection, reportOf, () => support)

  return {
    begin(client) {
      support = supportOf(client)
      // After the answer to this request, because loading blocks everything else.
      setImmediate(() => load().catch(fail))
    },
    close() {
      isOver = true
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
