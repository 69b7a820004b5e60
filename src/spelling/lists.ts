/**
 * The lists of a data file by their names. The file is YAML of block scalars only (`name: |`), with an entry on each line. It is
 * read without the YAML parser, which would take longer than checking the spelling of a report.
 */
export function readLists(yaml: string): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  let list: string[] = []
  for (const line of yaml.split(/\r?\n/)) {
    if (line.startsWith('  ')) list.push(line.trim())
    else if (line.endsWith(': |')) {
      list = []
      lists.set(line.slice(0, -': |'.length), list)
    }
  }
  return lists
}
