/** A file of a generated site. */
export interface GeneratedFile {
  readonly path: string
  readonly text: string
  readonly isReport: boolean
}

export function generateFiles(options: { readonly reports: number; readonly seed?: number }): Generator<GeneratedFile>
export function writeFiles(folder: string, files: Iterable<GeneratedFile>): void
export function bigReport(bytes: number, seed?: number): string
