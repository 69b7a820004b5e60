/** What became of a file that a hook runner reads. */
export type Edited =
  | { readonly state: 'changed'; readonly text: string }
  /** Adding: it stands there already. Removing: nothing that was added stands there. */
  | { readonly state: 'same' }
  /** The file is written in a way that cannot be changed without harm: the lines are to be added by hand. */
  | { readonly state: 'refused'; readonly reason: string; readonly lines: readonly string[] }

/** What became of a file that lines were taken out of; the text is null where nothing else stood in it. */
export type Removed = Edited | { readonly state: 'changed'; readonly text: null }

export const SAME: Edited = { state: 'same' }

export function changed(text: string): Edited {
  return { state: 'changed', text }
}

export function refused(reason: string, lines: readonly string[]): Edited {
  return { state: 'refused', reason, lines }
}
