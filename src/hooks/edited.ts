/** The result of editing the file of a hook manager. */
export type Edited =
  | { readonly state: 'changed'; readonly text: string }
  /** What was to be added is there already, or what was to be removed is not there. */
  | { readonly state: 'same' }
  /** The file cannot be changed safely: the user has to add the lines. */
  | { readonly state: 'refused'; readonly reason: string; readonly lines: readonly string[] }

/** The result of removing lines from such a file; the text is null if there was nothing else in it. */
export type Removed = Edited | { readonly state: 'changed'; readonly text: null }

export const SAME: Edited = { state: 'same' }

export function changed(text: string): Edited {
  return { state: 'changed', text }
}

export function refused(reason: string, lines: readonly string[]): Edited {
  return { state: 'refused', reason, lines }
}
