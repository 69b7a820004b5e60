import { quotedYaml } from '../source/head/yaml-text.js'

/** What the head of a report says; null where nobody knows. */
export interface Head {
  /** What the page is called in the menu. */
  readonly title: string
  /** ISO. */
  readonly date: string | null
  /** The number of the event among the author's events. */
  readonly number: number | null
  /** The number of the chapter that the events stand in; null where the site numbers none, too. */
  readonly chapter: number | null
}

/** The lines of a head with its fences: the keys that the template has, as far as they are known. */
export function headLines({ title, date, number, chapter }: Head): string[] {
  return [
    '---',
    `title: ${quotedYaml(title)}`,
    ...(date === null ? [] : [`date: ${date}`]),
    ...(number === null ? [] : [`weight: ${number}`, 'chapter: false']),
    ...(number === null || chapter === null ? [] : [`pre: " <b> ${chapter}.${number}. </b> "`]),
    '---',
  ]
}
