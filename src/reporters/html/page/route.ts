/** A place in the page, as in its address: `report/12?finding=3`. */
export interface Route {
  readonly view: string
  /** The numbers in the path; −1 for what is no number. */
  readonly numbers: readonly number[]
  readonly query: URLSearchParams
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  const [view = '', ...numbers] = path.split('/')
  return {
    view: view || 'overview',
    numbers: numbers.map((text) => (/^\d+$/.test(text) ? Number(text) : -1)),
    query: new URLSearchParams(query),
  }
}

/** @param query empty values are left out */
export function addressOf(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return `#${path}${text === '' ? '' : `?${text}`}`
}
