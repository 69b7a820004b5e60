import type { Schema } from '../schema/schema.js'
import type { Located } from '../text/range.js'
import type { Title } from './section.js'

const QUOTED = /[“"«„]\s{0,3}([^“”"«»„\r\n]{3,150}?)\s{0,3}[”"»“]/

const EVENT = ['event', 'sự kiện', 'sự kiện'.normalize('NFD')].join('|')
const NUMBER = new RegExp(`^\\s*(?:${EVENT})\\s*(?:#\\s*)?\\d{1,3}\\s*(?:[:：–—-]\\s*|$)`, 'iu')

/** "Event 3 – Mesh Day" without the author's number, which is no part of the name; empty where that is all. */
export function withoutNumber(title: string): string {
  return title.replace(NUMBER, '')
}

/**
 * The name of the event as the report's title gives it: what stands in quotation marks, else what follows the words that
 * every title begins with ("Summary Report: DevOps on AWS").
 * @param text the file as read; the title's range points into it
 */
export function readEventName(title: Title | null, text: string, schema: Schema): Located<string> | null {
  if (!title) return null
  const [start, end] = title.range
  const line = text.slice(start, end)
  const quoted = QUOTED.exec(line)
  if (quoted?.[1]) return { value: quoted[1], range: within(start + quoted.index, quoted[0], quoted[1]) }
  const heads = [...schema.titles.en, ...schema.titles.vi].sort((a, b) => b.length - a.length)
  const plain = title.text.normalize('NFC')
  const head = heads.find((words) => plain.toLowerCase().startsWith(words))
  const name = plain.slice(head?.length ?? 0).replace(/^[\s:–—|-]+|(?<![\s:])[\s:]+$/g, '')
  if (name === '') return null
  const at = line.indexOf(name)
  return { value: name, range: at < 0 ? title.range : [start + at, start + at + name.length] }
}

function within(offset: number, text: string, part: string): [number, number] {
  const at = offset + text.indexOf(part)
  return [at, at + part.length]
}
