import {
  type ClientCapabilities,
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'

/** The kind of the code action that editors request on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.reportlint`

/** What the server offers. */
export const capabilities: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  hoverProvider: true,
  documentSymbolProvider: true,
  completionProvider: { triggerCharacters: ['#', ' '] },
}

/** Optional features that the editor supports. */
export interface Support {
  /** Edits that apply to one version of a document only. */
  readonly versionedEdits: boolean
  /** Notifying the server when files change that are not open. */
  readonly watching: boolean
}

export function supportOf({ workspace }: ClientCapabilities): Support {
  return {
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  }
}
