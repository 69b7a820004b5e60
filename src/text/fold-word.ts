const DIACRITICS = /[\u0300-\u036f]+/g

/** A word in lower case and without diacritics, as words are compared: `Đỗ` and `do` are the same. */
export function foldWord(word: string): string {
  return word.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(DIACRITICS, '')
}
