import { readDictionaryFile } from '../source/dictionary-file.js'
import type { Dawg } from './dawg.js'

let loaded: Dawg | null = null

/** The English dictionary, read from its file when it is first asked for. */
export function dictionary(): Dawg {
  loaded ??= readDictionaryFile()
  return loaded
}
