/** A table of texts: each is stored once, and identified by its 0-based number. */
export interface Texts {
  numberOf(text: string): number
  readonly all: readonly string[]
}

export function shareTexts(): Texts {
  const numbers = new Map<string, number>()
  const all: string[] = []
  return {
    all,
    numberOf(text) {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, all.length)
      return all.push(text) - 1
    },
  }
}
