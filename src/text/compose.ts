/** A text whose letters are composed. */
export interface Composed {
  readonly text: string
  /** The offset in the text as written that the character at an offset comes from. */
  offsetAt(offset: number): number
}

/** Of what most texts hold nothing, and no text without it has to be looked at letter by letter. */
const MARK = /[\u0300-\u036f]/

const same = (offset: number): number => offset

/** Composes decomposed letters (`o` + horn), as some editors and systems write them: words are compared as they are read. */
export function compose(text: string): Composed {
  if (!MARK.test(text)) return { text, offsetAt: same }
  let composed = ''
  const origins: number[] = []
  for (const { index, 0: cluster } of text.matchAll(/.[\u0300-\u036f]*/gsu)) {
    const letters = cluster.normalize('NFC')
    // What is composed becomes the first; marks for which there is no such letter still stand at the end.
    origins.push(index)
    for (let left = letters.length - 1; left > 0; left--) origins.push(index + cluster.length - left)
    composed += letters
  }
  return { text: composed, offsetAt: (offset) => origins[offset] ?? text.length }
}
