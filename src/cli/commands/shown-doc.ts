import type { Colours } from '../../reporters/colours.js'
import { hanging, wrapped } from '../../reporters/terminal-width.js'

/** Longer lines of prose are hard to follow. */
const READABLE = 96

/**
 * The doc of a rule for somebody at a terminal: prose as wide as that, and examples that say what they are.
 * @param columns how many cells a line of it has; absent where it does not say
 */
export function shownDoc(markdown: string, colours: Colours, columns = READABLE): string {
  const width = Math.min(columns, READABLE)
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

/** What an example is, for whoever does not know how docs are written. */
function labelOf(info: string): string {
  const [, role, path, images] = /^\S+ (input|fixed)(?:=(\S+))?(?: images=(\S+))?/.exec(info) ?? []
  if (info === 'findings') return 'found'
  if (role === 'fixed') return path === undefined ? 'fixed' : `${path}, fixed`
  if (role === 'input') return [path ?? 'a report', images && `pictures there: ${images}`].filter(Boolean).join('; ')
  return info
}
