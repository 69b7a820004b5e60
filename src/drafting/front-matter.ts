import { quotedYaml } from '../source/front-matter/yaml-text.js'

/** The content of a report's front matter; null for what is unknown. */
export interface FrontMatterValues {
  /** The name of the page in the menu. */
  readonly title: string
  /** ISO. */
  readonly date: string | null
  /** The number of the event among the author's events. */
  readonly number: number | null
  /** The number of the chapter with the events; null also if the site does not number its chapters. */
  readonly chapter: number | null
}

/** The lines of the front matter with its fences: the keys of the template, as far as their values are known. */
export function frontMatterLines({ title, date, number, chapter }: FrontMatterValues): string[] {
  return [
    '---',
    `title: ${quotedYaml(title)}`,
    ...(date === null ? [] : [`date: ${date}`]),
    ...(number === null ? [] : [`weight: ${number}`, 'chapter: false']),
    ...(number === null || chapter === null ? [] : [`pre: " <b> ${chapter}.${number}. </b> "`]),
    '---',
  ]
}
