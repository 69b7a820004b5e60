import type { Connection } from 'vscode-languageserver'
import type { Support } from './capabilities.js'
import type { OpenReport } from './document.js'

/**
 * Answers requests about open documents. Each answer first loads the code that only it needs, and then looks at the document, which
 * must not change in between.
 * @param reportOf the current state of a document, by its URI; null if it is not a report
 * @param support what the client supports, as far as that is known
 */
export function answerOn(
  connection: Connection,
  reportOf: (uri: string) => Promise<OpenReport | null>,
  support: () => Support,
): void {
  connection.onCodeAction(async (params) => {
    const { codeActions } = await import('./actions.js')
    const open = await reportOf(params.textDocument.uri)
    return open && codeActions(open, params, support(), (reason) => connection.console.warn(reason))
  })
  connection.onHover(async ({ textDocument, position }) => {
    const { hoverAt } = await import('./hover.js')
    const open = await reportOf(textDocument.uri)
    return open && hoverAt(open, position)
  })
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const { symbolsOf } = await import('./symbols.js')
    const open = await reportOf(textDocument.uri)
    return open && symbolsOf(open.report)
  })
  connection.onCompletion(async ({ textDocument, position }) => {
    const { titlesAt } = await import('./completion.js')
    const open = await reportOf(textDocument.uri)
    return open && titlesAt(open, position)
  })
}
