import { createInterface, type Interface } from 'node:readline'
import type { Answer, Offer } from '../../fix/choose.js'
import { unifiedDiff } from '../../fix/diff.js'
import { printable } from '../../reporters/terminal.js'
import { wrapped } from '../../reporters/terminal-width.js'
import { coloursFor } from '../process/colours.js'
import { formatDiff } from '../process/format-diff.js'
import { type Io, UsageError } from '../process/io.js'
import { widthOf } from '../process/width.js'

/** Asks the user about fixes, one by one. */
export interface Interview {
  /** @throws UsageError if nobody can answer */
  ask(path: string, offer: Offer): Promise<Answer>
  close(): void
}

const KEYS: Readonly<Record<string, Answer | 'quit'>> = { y: 'yes', n: 'no', a: 'all', d: 'none', q: 'quit' }

const HELP = `y  yes, apply this fix
n  no, leave it as it is
a  apply this and all the rest of this file
d  apply neither this nor any of the rest of this file
q  quit: neither this nor any of the rest; what was chosen before is written
?  say this again
`

/** Questions go to standard error; answers come from standard input, one per line. The end of input means to quit. */
export function interviewOn(io: Io): Interview {
  let input: Interface | null = null
  let lines: AsyncIterator<string> | null = null
  let isOver = false
  let hasAnswered = false

  /** Created once, so that lines which arrive early are kept for later questions. */
  const answers = (): AsyncIterator<string> => {
    if (lines) return lines
    if (!io.stdin?.readable) throw new UsageError('--interactive asks questions, but the standard input cannot be read')
    input = createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })
    lines = input[Symbol.asyncIterator]()
    return lines
  }

  return {
    async ask(path, offer) {
      if (isOver) return 'none'
      const incoming = answers()
      io.stderr.write(question(path, offer, io))
      for (;;) {
        io.stderr.write('Apply this fix? [y,n,a,d,q,?] ')
        const { done, value: line } = await incoming.next()
        if (done) {
          io.stderr.write('\n')
          if (!hasAnswered)
            throw new UsageError('--interactive asks questions, but nobody answers on the standard input')
          isOver = true
          return 'none'
        }
        hasAnswered = true
        const answer = KEYS[line.trim().toLowerCase()]
        if (answer === undefined) io.stderr.write(HELP)
        else if (answer !== 'quit') return answer
        else {
          isOver = true
          return 'none'
        }
      }
    },
    close: () => input?.close(),
  }
}

function question(path: string, { finding, line, before, after }: Offer, io: Io): string {
  const colours = coloursFor(io.stderr, io)
  const { fix, message, rule } = finding
  const [, , ...hunks] = unifiedDiff(path, before, after).split('\n')
  const kind = fix?.safety === 'unsafe' ? colours.yellow('unsafe fix') : colours.green('fix')
  const place = `${printable(path)}:${line}`
  const width = widthOf(io.stderr)
  const fits = wrapped(`${place}  ${printable(message)}  ${rule}`, width, 0).length === 1
  const lines = wrapped(printable(message), fits ? null : width, 0)
  return [
    '',
    [colours.bold(place), lines.join('\n'), colours.dim(rule)].join(fits ? '  ' : '\n'),
    `${kind}: ${printable(fix?.title ?? '')}`,
    formatDiff(hunks.join('\n'), io.stderr, io),
  ].join('\n')
}
