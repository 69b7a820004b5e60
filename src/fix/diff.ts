import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch } from 'diff'

/** With more changed lines than this, the whole file is replaced: the time to find the shortest diff grows with their square. */
const MAX_CHANGED_LINES = 4000

/**
 * The change of a file as a unified diff for `git apply` and `patch -p1`.
 * @param path with forward slashes, relative to the folder where they will be called. For `git apply`, it may be relative to the root
 *   of the repository in any folder that contains the file; it refuses paths with `..`.
 * @returns the empty string if nothing changed
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const name = path.replace(/^\.?\/+/, '')
  const names = [`a/${name}`, `b/${name}`] as const
  const patch =
    createTwoFilesPatch(...names, before, after, undefined, undefined, {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
      maxEditLength: MAX_CHANGED_LINES,
    }) ?? wholeFile(names, before, after)
  // `patch` ends a name at its first blank, unless there is a tab after it. A name in quotes ends with the quote.
  return patch.replace(/^(--- .* .*[^"])\n(.*)\n/, '$1\t\n$2\t\n')
}

/** A diff that removes all old lines and adds all new ones. */
function wholeFile([oldFileName, newFileName]: readonly [string, string], before: string, after: string): string {
  const removed = linesOf(before)
  const added = linesOf(after)
  const lines = [...signed('-', removed), ...signed('+', added)]
  const hunk = { oldStart: 1, oldLines: removed.length, newStart: 1, newLines: added.length, lines }
  return formatPatch(
    { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] },
    FILE_HEADERS_ONLY,
  )
}

/** Lines with their line ends; text after the last line end is a line, too. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function signed(sign: '-' | '+', lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'],
  )
}
