import type { Connection } from 'vscode-languageserver'
import type { Support } from './capabilities.js'
import type { OpenReport } from './document.js'

/**
 * Answers what is asked about open documents. Each answer loads what only it needs, before it looks at the document: nothing may
 * change in between.
 * @param reportOf the document as it is now, by its URI; null where nobody can tell anything of it
 * @param support what the client does, as far as that is known by now
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
