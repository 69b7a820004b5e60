import { lineEnd } from '../text/lines.js'
import { changed, type Edited, type Removed, refused, SAME } from './edited.js'

const BEGIN = '# reportlint: begin. Added by `reportlint init`; `reportlint init --remove` takes it out.'
const END = '# reportlint: end'

/** The lines for a hook of husky, which puts installed packages on the `PATH`. */
export const HUSKY_LINES: readonly string[] = ['npx --no-install reportlint check --staged || exit 1']

/** The lines for a plain hook, where installed packages are not on the `PATH`. */
export const PLAIN_LINES: readonly string[] = [
  'if [ -x node_modules/.bin/reportlint ]; then',
  '  node_modules/.bin/reportlint check --staged || exit 1',
  'elif command -v reportlint >/dev/null; then',
  '  reportlint check --staged || exit 1',
  'else',
  '  echo "reportlint is not installed here: npm install --global reportlint" >&2',
  '  exit 1',
  'fi',
]

/**
 * Adds lines at the start of a hook, because the rest of it may exit early.
 * @param text null if there is no hook yet
 */
export function addToHook(text: string | null, lines: readonly string[]): Edited {
  if (text === null) return changed(`${['#!/bin/sh', BEGIN, ...lines, END].join('\n')}\n`)
  if (text.includes(BEGIN) || /^[^#\n]*\breportlint check\b/m.test(text)) return SAME
  const first = /^#!.*/.exec(text)?.[0]
  if (first !== undefined && !/\b(?:sh|bash|dash|ash|ksh|zsh)\b/.test(first))
    return refused('it is not a shell script: add this command to it', ['reportlint check --staged'])
  const eol = lineEnd(text)
  const block = [BEGIN, ...lines, END].join(eol)
  if (first === undefined) return changed(block + eol + text)
  return changed(first + eol + block + text.slice(first.length))
}

export function removeFromHook(text: string): Removed {
  const start = text.indexOf(BEGIN)
  const end = text.indexOf(END, start)
  if (start < 0 || end < 0) return SAME
  if (start === 0) return changed(text.slice(end + END.length).replace(/^\r?\n/, ''))
  const before = text.slice(0, start).replace(/\r?\n$/, '')
  const rest = before + text.slice(end + END.length)
  return rest.trim() === '#!/bin/sh' ? { state: 'changed', text: null } : changed(rest)
}
