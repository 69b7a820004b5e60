import { readDictionaryFile } from '../source/dictionary-file.js'
import { once } from '../text/memoize.js'
import type { Dawg } from './dawg.js'

/** The English dictionary, read from its file on first use. */
export const dictionary: () => Dawg = once(readDictionaryFile)
