import { foldName } from '../report/speakers/person-name.js'
import type { Person } from './people.js'
import { readWrittenName } from './written-name.js'

/**
 * A name with its words in the usual order for the person. Its own diacritics are kept unless the usual ones are settled.
 * @returns null if there is no usual order, or no way to tell how the name looks in it
 */
export function inUsualOrder(text: string, { order, marks, spellings }: Person): string | null {
  if (order.usual === null) return null
  const words = text.split(' ')
  const ordered = order.usual.split(' ').map((folded) => words.find((word) => foldName(word) === folded))
  const isPermutation = ordered.length === words.length && !ordered.includes(undefined)
  if (isPermutation && new Set(ordered).size === words.length) return ordered.join(' ')
  const same = spellings.filter((spelling) => spelling.order === order.usual)
  const isMarked = readWrittenName(text).marks !== null
  const usual = marks.settled ? same.find((spelling) => spelling.marks === marks.usual) : undefined
  if (isMarked && usual) return usual.text
  const alike = same.find((spelling) => (spelling.marks !== null) === isMarked)
  // Two words of “Nguyễn Minh Nguyên” are alike without diacritics: either of them may come first.
  if (isPermutation) return alike?.text ?? null
  const model = (alike ?? same[0])?.text.split(' ')
  if (model?.length !== words.length) return model?.join(' ') ?? null
  return model.map((word, at) => (foldName(word) === foldName(words[at] ?? '') ? words[at] : word)).join(' ')
}
