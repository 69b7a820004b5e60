import { type Dirent, readdirSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'

const INDEX = /^_{0,2}index(?:\.[a-z]{2}(?:-[a-z]{2})?)?\.(?:md|markdown)$/i
const LANGUAGE_AND_END = /(?:\.[a-z]{2}(?:-[a-z]{2})?)?\.(?:md|markdown|txt)$/i
const EVENT_FOLDER = /^\d{1,2}\.\d{1,3}(?!\d)|^(?:event|su-kien|sự-kiện)[-_ ]?\d/i

/**
 * The files that say something of a page, though nobody asked for them: its translations, the index pages of its section, and
 * the section's other events with theirs. Of an index page they are the events that it lists.
 * @param path of a file, absolute or relative; the paths given back start as it does
 * @returns sorted, forward slashes; none where the folder is closed to us
 */
export function neighboursOf(path: string): string[] {
  const [folder, name] = [dirname(path), basename(path)]
  const found = namesIn(folder, (entry) => entry.isFile() && stem(entry.name) === stem(name)).map((twin) =>
    join(folder, twin),
  )
  if (INDEX.test(name)) {
    const listed = eventFoldersIn(folder)
    const section = listed.length > 0 ? folder : join(folder, '..')
    const events = listed.length > 0 ? listed : eventFoldersIn(section)
    found.push(...indexPages(section), ...events.flatMap((event) => indexPages(join(section, event))))
  } else found.push(...indexPages(folder))
  const own = join(path)
  return [...new Set(found)]
    .filter((file) => file !== own)
    .map((file) => (sep === '/' ? file : file.replaceAll(sep, '/')))
    .sort()
}

function indexPages(folder: string): string[] {
  return namesIn(folder, (entry) => entry.isFile() && INDEX.test(entry.name)).map((name) => join(folder, name))
}

function eventFoldersIn(folder: string): string[] {
  return namesIn(folder, (entry) => entry.isDirectory() && EVENT_FOLDER.test(entry.name))
}

function stem(name: string): string {
  return name.replace(LANGUAGE_AND_END, '')
}

function namesIn(folder: string, accepts: (entry: Dirent) => boolean): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(accepts)
      .map(({ name }) => name)
  } catch {
    return []
  }
}
