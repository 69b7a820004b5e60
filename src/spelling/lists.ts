/**
 * The lists of a data file: YAML that is nothing but block scalars (`name: |`) with an entry on every line. Read without
 * the YAML parser, which would take longer than all the spelling of a report.
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
