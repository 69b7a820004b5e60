import type { Colours } from '../../reporters/colours.js'
import { hanging, wrapped } from '../../reporters/terminal-width.js'

/** Longer lines of prose are hard to read. */
const MAX_WIDTH = 96

/**
 * The documentation of a rule for a terminal: prose broken to its width, and examples with a label.
 * @param columns the width of the terminal in cells, if known
 */
export function formatDoc(markdown: string, colours: Colours, columns = MAX_WIDTH): string {
  const width = Math.min(columns, MAX_WIDTH)
  const shown: string[] = []
  let prose: string[] = []
  let fence: string | null = null
  let isProse = false
  const endProse = (): void => {
    if (prose.length > 0) shown.push(...wrapped(prose.join(' '), width, 0))
    prose = []
  }
  for (const line of markdown.split('\n')) {
    const [run = '', info = ''] = /^(`{3,})(.*)/.exec(line)?.slice(1) ?? []
    if (fence === null && run !== '') {
      endProse()
      fence = run
      isProse = info === 'findings'
      shown.push(`  ${colours.dim(labelOf(info))}`)
    } else if (fence !== null) {
      if (run === fence) fence = null
      else shown.push(`  ${colours.dim('│')} ${isProse ? hanging(wrapped(line, width, 4), 4) : line}`.trimEnd())
    } else if (line === '' || line.startsWith('#')) {
      endProse()
      shown.push(line && colours.bold(line))
    } else prose.push(line)
  }
  endProse()
  return shown.join('\n')
}

/** The label of an example, in place of its info string. */
function labelOf(info: string): string {
  const [, role, path, images] = /^\S+ (input|fixed)(?:=(\S+))?(?: images=(\S+))?/.exec(info) ?? []
  if (info === 'findings') return 'found'
  if (role === 'fixed') return path === undefined ? 'fixed' : `${path}, fixed`
  if (role === 'input') return [path ?? 'a report', images && `pictures there: ${images}`].filter(Boolean).join('; ')
  return info
}
