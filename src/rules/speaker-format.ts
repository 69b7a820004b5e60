import type { Speaker, SpeakerForm } from '../report/speakers/speaker.js'
import type { TextEdit } from '../text/edit.js'
import { groupBy } from '../text/group-by.js'
import type { Range } from '../text/range.js'
import { type Fix, fixWith, type ReportRule } from './rule.js'

/** A list item with one person, and the form in which it is written. */
type Item = Speaker & { readonly list: Range; readonly form: SpeakerForm }

/** Lists in which name and role are hard to tell apart, or whose items differ in form. */
export const speakerFormat: ReportRule = {
  id: 'speaker-format',
  severity: 'warning',
  fixes: 'safe',
  *check({ speakers, text }) {
    const lists = listsOf(speakers.people).filter((items) => items.some((item) => deviates(item, items)))
    const first = lists[0]?.find((item, _, items) => deviates(item, items))
    if (!first) return
    const fix = fixOf(lists, text)
    yield {
      range: [first.range[0], first.form.role[1]],
      message: `Unexpected format of “${first.name}”, expected \`**Name** – Role, Organisation\`: ${advice(lists.flat())}.`,
      ...(fix && { fix }),
    }
  },
}

function listsOf(people: readonly Speaker[]): readonly (readonly Item[])[] {
  const isItem = (person: Speaker): person is Item => person.list !== null && person.form !== null
  return [...groupBy(people.filter(isItem), ({ list }) => list[0]).values()]
}

/**
 * Bold type or a dash alone is enough, if the whole list does the same: of 591 lists in real reports, 42 use dashes and no bold
 * throughout.
 */
function deviates({ form }: Item, items: readonly Item[]): boolean {
  if (form.separator === null) return false
  const most = (has: (form: SpeakerForm) => boolean): boolean =>
    items.filter((item) => has(item.form)).length * 2 > items.length
  if (form.separator === 'blank' || (!form.isEmphasised && form.separator !== 'dash')) return true
  if (!form.isEmphasised) return most(({ isEmphasised }) => isEmphasised)
  return form.separator === 'comma' && most(({ separator }) => separator === 'dash')
}

/** What the items of the lists lack. */
function advice(items: readonly Item[]): string {
  const isBold = items.every(({ form }) => form.isEmphasised)
  const hasDashes = items.every(({ form: { separator } }) => separator === null || separator === 'dash')
  const steps = [isBold ? [] : 'make the names in the list bold', hasDashes ? [] : 'put a dash before the role']
  return steps.flat().join(' and ')
}

/**
 * Changes punctuation and emphasis only; no word is added, dropped or moved. null if there is other text between a name and its role.
 */
function fixOf(lists: readonly (readonly Item[])[], text: string): Fix | null {
  const edits: TextEdit[] = []
  for (const items of lists) {
    const dash = items
      .map(({ form }) => / [-–—] /.exec(text.slice(...form.between))?.[0])
      .find((found) => found !== undefined)
    for (const item of items) {
      const rewritten = rewrite(item, dash ?? ' – ', text)
      if (!rewritten) return null
      edits.push(...rewritten)
    }
  }
  return fixWith({ title: 'Write the speakers as `**Name** – Role`', safety: 'safe' }, edits)
}

/** The edits that make an item `**Name** – Role`; none if it already has that form, or if bold separates the two well enough. */
function rewrite({ range: [start, end], form }: Item, dash: string, text: string): readonly TextEdit[] | null {
  const { isEmphasised, separator, between, role } = form
  const open: TextEdit[] = isEmphasised ? [] : [{ range: [start, start], text: '**' }]
  const isSeparated =
    separator === null || separator === 'dash' || (isEmphasised && (separator === 'colon' || separator === 'bracket'))
  if (isSeparated) return isEmphasised ? [] : [...open, { range: [end, end], text: '**' }]

  const marks = /^(\*\*|__|\*|_|)\s*(?:[,:|]\s*)?\(?$/.exec(text.slice(...between))
  if (!marks) return null
  const dashed: TextEdit = { range: between, text: `${isEmphasised ? marks[1] : '**'}${dash}` }
  if (separator !== 'bracket') return [...open, dashed]
  const closes = /^\)[ \t]*(?:[\r\n]|$)/.test(text.slice(role[1]))
  return closes ? [...open, dashed, { range: [role[1], role[1] + 1], text: '' }] : null
}
