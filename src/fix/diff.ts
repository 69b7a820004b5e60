import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'

/**
 * The change of one file as a unified diff that `git apply` and `patch -p1` take.
 * @param path relative, with forward slashes
 * @returns the empty string where nothing changed
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const name = path.replace(/^\.?\/+/, '')
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  })
}
