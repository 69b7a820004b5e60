/** A fenced block in the doc of a rule. */
export interface Fence {
  /** The info string: `md input=PATH`, `findings`, `md fixed`. */
  readonly info: string
  readonly body: string
  /** Whether there is no text between it and the fence before it. */
  readonly goesOn: boolean
}

export const FENCE = /^(`{3,})([^\n`]*)\n([\s\S]*?)^\1$/gm

export function fencesOf(doc: string): Fence[] {
  let end = 0
  return [...doc.matchAll(FENCE)].map(({ 0: whole, 2: info = '', 3: body = '', index }) => {
    const goesOn = end > 0 && doc.slice(end, index).trim() === ''
    end = index + whole.length
    return { info, body, goesOn }
  })
}
