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

/** What the server needs of the program around it. */
export interface Host {
  /** What the configurations say now. */
  settings(): Settings
  readonly parse: Parse
  /** What lies near a report, as it was saved. */
  near(report: Report, settings: LintSettings): Near
  /** What kept a document from being checked, in one line for people. */
  explain(error: unknown, uri: string): string
}

export interface Session {
  begin(client: ClientCapabilities): void
  close(): void
}

/** From the last key to the check, in milliseconds: nobody wants one at every letter, or waits for it. */
const PAUSE = 150

/** Configurations and schemas, and what git is told to ignore. */
const WATCHED = ['**/*.{yaml,yml,json}', '**/.gitignore']

/**
 * Keeps the open documents, checks them as they change, and answers what is asked about them.
 * @param fail is told what nothing can be answered after
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
  /** What lies near the documents, as it was when something was last opened or saved. */
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

  /** Says once what stands in the way, however many documents and keys it holds up. */
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

  /** Checks again what has not changed itself: its configuration may have, its pictures, or what lies near. */
  const reconsider = (uri: string, delay: number): void => {
    for (const kept of [checked, surroundings]) kept.delete(uri)
    publishSoon(uri, delay)
  }

  documents.onDidOpen(({ document: { uri } }) => {
    for (const kept of [checked, surroundings]) kept.delete(uri)
  })
  // A document that was just opened comes by here, too.
  documents.onDidChangeContent(({ document: { uri } }) => publishSoon(uri, checked.has(uri) ? PAUSE : 0))
  // What is saved has something to say of the others.
  documents.onDidSave(({ document: { uri: saved } }) => {
    for (const uri of documents.keys()) reconsider(uri, uri === saved ? 0 : PAUSE)
  })
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri))
    for (const kept of [timers, checked, surroundings, complaints]) kept.delete(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  documents.listen(connection)

  connection.onDidChangeWatchedFiles(() => {
    for (const uri of documents.keys()) reconsider(uri, PAUSE)
  })
  connection.onInitialized(async () => {
    if (!support.watching) return
    const watchers = WATCHED.map((globPattern) => ({ globPattern }))
    // An editor that will not do it after all tells when it saves.
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {})
  })

  answerOn(connection, reportOf, () => support)

  return {
    begin(client) {
      support = supportOf(client)
      // After the answer to this: loading holds everything else up.
      setImmediate(() => load().catch(fail))
    },
    close() {
      isOver = true
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
