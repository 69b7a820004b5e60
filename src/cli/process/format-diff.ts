import { type Colours, PLAIN } from '../../reporters/colours.js'
import { printable } from '../../reporters/terminal.js'
import { coloursFor } from './colours.js'
import type { Io, Output } from './io.js'

/** A diff: unchanged for `git apply`, or for a terminal in colours and with control characters spelled out. */
export function formatDiff(diff: string, output: Output, io: Io): string {
  const colours = coloursFor(output, io)
  if (colours === PLAIN && !output.isTTY) return diff
  return diff
    .split('\n')
    .map((line) => painted(output.isTTY ? printable(line.replace(/\r$/, '')) : line, colours))
    .join('\n')
}

function painted(line: string, colours: Colours): string {
  if (/^(?:---|\+\+\+) /.test(line)) return colours.bold(line)
  if (line.startsWith('@@')) return colours.cyan(line)
  if (line.startsWith('+')) return colours.green(line)
  return line.startsWith('-') ? colours.red(line) : line
}
