import { counted } from '../../reporters/summary.js'
import type { Measured } from '../run/clock.js'

/** The measurements as a table for people. With several threads, the times are sums over all of them. */
export function formatStats({ times, counts, elapsed }: Measured): string {
  const { files = 0, bytes = 0, recalled = 0, threads = 1 } = counts
  const rows = Object.entries(times).toSorted(([, a], [, b]) => b - a)
  const all = rows.reduce((sum, [, time]) => sum + time, 0) || 1
  const isRule = (name: string): boolean => name.startsWith('rule ')
  const rules = rows.filter(([name]) => isRule(name))
  const phases = rows.filter(([name]) => !isRule(name))
  const row = ([name, time]: readonly [string, number]): string =>
    `${time.toFixed(1).padStart(9)} ${((100 * time) / all).toFixed(1).padStart(6)} %  ${name.replace(/^rule /, '')}\n`
  const whole = rules.length > 0 ? [['rules', rules.reduce((sum, [, time]) => sum + time, 0)] as const] : []
  const done = [
    `${counted(files, 'file')} read`,
    `${(bytes / 1e6).toFixed(1)} MB`,
    `${recalled} known from an earlier run`,
    counted(threads, 'thread'),
    `${(elapsed / 1000).toFixed(2)} s`,
  ]
  return [
    `${done.join(', ')}\n\n`,
    `       ms    share  phase${threads > 1 ? ' (all threads together)' : ''}\n`,
    ...[...phases, ...whole].toSorted(([, a], [, b]) => b - a).map(row),
    ...(rules.length > 0 ? ['\n       ms    share  rule\n', ...rules.map(row)] : []),
  ].join('')
}
