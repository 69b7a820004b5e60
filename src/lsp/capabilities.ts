import {
  type ClientCapabilities,
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'

/** What editors ask for on save. */
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

/** What the editor understands of what not all do. */
export interface Support {
  /** Edits that hold for one version of a document only. */
  readonly versionedEdits: boolean
  /** Telling the server when files change that are not open. */
  readonly watching: boolean
}

export function supportOf({ workspace }: ClientCapabilities): Support {
  return {
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  }
}
