import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch } from 'diff'

/** Lines added and removed beyond which the shortest diff is not looked for: that takes their square in time. */
const MAX_CHANGED_LINES = 4000

/**
 * The change of one file as a unified diff that `git apply` and `patch -p1` take.
 * @param path from where they are called, with forward slashes. `git apply` takes one from the root of the repository in a
 *   folder around the file, too; one that leads upwards it refuses.
 * @returns the empty string where nothing changed
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
  // `patch` ends a name at its first blank, unless a tab ends it. A name in quotes has its own end.
  return patch.replace(/^(--- .* .*[^"])\n(.*)\n/, '$1\t\n$2\t\n')
}

/** Takes all lines out and puts the new ones in. */
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

/** Lines with their line ends: what stands behind the last of those is a line of its own. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function signed(sign: '-' | '+', lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'],
  )
}
