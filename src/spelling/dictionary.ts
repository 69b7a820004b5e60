import { readDictionaryFile } from '../source/dictionary-file.js'
import { once } from '../text/memoize.js'
import type { Dawg } from './dawg.js'

/** The English dictionary, read from its file when it is first asked for. */
export const dictionary: () => Dawg = once(readDictionaryFile)
