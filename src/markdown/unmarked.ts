/** A text without the markers of emphasis and code, and with composed letters. */
export function unmarked(text: string): string {
  return text.normalize('NFC').replace(/[*_`\\]/g, '')
}
