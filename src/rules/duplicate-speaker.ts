import { foldName } from '../report/speakers/person-name.js'
import type { Speaker } from '../report/speakers/speaker.js'
import type { Fix, ReportRule } from './rule.js'

/** One person has two items in a list of speakers. One person with two talks in two roles is fine. */
export const duplicateSpeaker: ReportRule = {
  id: 'duplicate-speaker',
  severity: 'warning',
  fixes: 'unsafe',
  *check({ speakers, text }) {
    const items = speakers.people.filter(({ list, form, team }) => list !== null && form !== null && !team)
    const seen = new Map<string, Speaker[]>()
    for (const later of items) {
      const key = `${later.list?.[0]} ${foldName(later.name)}`
      const before = seen.get(key) ?? []
      seen.set(key, [...before.slice(0, MAX_ALIKE), later])
      const earlier = before.find((other) => isSame(other, later))
      if (!earlier) continue
      const fix = fixOf(earlier, later, text)
      yield {
        range: later.range,
        message: `Unexpected second “${later.name}” in the list of speakers, expected each person once: keep one item, with all that is known about the person.`,
        related: [{ range: earlier.range, message: 'The first one' }],
        ...(fix && { fix }),
      }
    }
  },
}

/** The most items of one name to look at. */
const MAX_ALIKE = 20

/** For two items with the same name in one list. A given name alone ("Anh Huy") may belong to two people. */
function isSame(a: Speaker, b: Speaker): boolean {
  return foldName(a.name).includes(' ') && (a.role === null || b.role === null || roleKey(a) === roleKey(b))
}

/** A role with its firm, as roles are compared. */
function roleKey({ role, organization }: Speaker): string {
  return foldName(`${role} ${organization}`)
}

/**
 * Removes an item that is identical to the earlier one, but for white space and numbering; if they differ, the author has to choose
 * which one to keep.
 */
function fixOf(earlier: Speaker, later: Speaker, text: string): Fix | null {
  const written = ({ item }: Speaker): string =>
    text
      .slice(...item)
      .replace(/\s+/g, ' ')
      .replace(/^\d+(?=[.)])/, '')
      .trim()
  if (written(earlier) !== written(later)) return null
  const above = text.slice(0, later.item[0])
  const gap = above.slice(above.trimEnd().length)
  const start = above.length - gap.length + gap.search(/\r?\n/)
  if (!/^(?:\r?\n[ \t]*)+$/.test(text.slice(start, above.length))) return null
  return {
    title: 'Remove the repeated item',
    safety: 'unsafe',
    edits: [{ range: [start, later.item[1]], text: '' }],
  }
}
