/** A text whose letters are composed. */
export interface Composed {
  readonly text: string
  /** The offset in the text as written that the character at an offset comes from. */
  offsetAt(offset: number): number
}

/** Combining marks. Most texts have none, and need not be searched letter by letter. */
const MARK = /[\u0300-\u036f]/

const same = (offset: number): number => offset

/** Composes decomposed letters (`o` + combining horn), which some editors and systems write, so that words can be compared. */
export function compose(text: string): Composed {
  if (!MARK.test(text)) return { text, offsetAt: same }
  let composed = ''
  const origins: number[] = []
  for (const { index, 0: cluster } of text.matchAll(/.[\u0300-\u036f]*/gsu)) {
    const letters = cluster.normalize('NFC')
    // The composed letter comes from the first character; marks that cannot be composed stay after it.
    origins.push(index)
    for (let left = letters.length - 1; left > 0; left--) origins.push(index + cluster.length - left)
    composed += letters
  }
  return { text: composed, offsetAt: (offset) => origins[offset] ?? text.length }
}
