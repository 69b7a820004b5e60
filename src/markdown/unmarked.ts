/** Text without its marks of emphasis and code, its letters composed. */
export function unmarked(text: string): string {
  return text.normalize('NFC').replace(/[*_`\\]/g, '')
}
