import { LANGUAGES, type Schema } from '../../schema/schema.js'
import { memoizeByObject } from '../../text/memoize.js'
import { plainTitles } from './heading-title.js'

const EVENT = { en: 'event', vi: 'sự kiện' } as const

/**
 * Replaces what an event may be called by “event” in a title that `plainTitle` has reduced: "hackathon details" becomes "event
 * details".
 */
export const eventNamerOf = memoizeByObject((schema: Schema): ((title: string) => string) => {
  // With blanks around them, the longest first.
  const kinds = LANGUAGES.flatMap((language) =>
    plainTitles(schema.events[language]).map((kind) => [` ${kind} `, ` ${EVENT[language]} `] as const),
  ).sort(([a], [b]) => b.length - a.length)
  return (title) => kinds.reduce((words, [kind, event]) => words.replace(kind, event), ` ${title} `).trim()
})
