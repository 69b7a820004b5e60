export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u
const TOKEN = /<(?<open>[a-z]+)(?<attributes>(?: [a-z]+="[^"<]*")*)(?<empty>\/?)>|<\/(?<close>[a-z]+)>|(?<text>[^<]+)/y

/**
 * Reads the part of XML 1.0 that reports use: elements, attributes in double quotes, text, numbered characters.
 * @throws Error for anything else, and for what no XML may hold
 */
export function readXml(xml: string): Element {
  const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (!xml.startsWith(prolog)) throw new Error('no prolog')
  if (!LEGAL.test(xml)) throw new Error('a character that XML cannot hold')
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' }
  const open = [root]
  TOKEN.lastIndex = prolog.length
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex
    const groups = TOKEN.exec(xml)?.groups
    const parent = open.at(-1)
    if (!groups || !parent) throw new Error(`not XML: ${xml.slice(at, at + 40)}`)
    if (groups.text !== undefined) {
      if (groups.text.includes(']]>')) throw new Error('the end of a section that was not begun')
      parent.text += unescaped(groups.text)
    } else if (groups.close !== undefined) {
      if (open.pop()?.name !== groups.close) throw new Error(`</${groups.close}> closes nothing`)
    } else {
      const element = {
        name: groups.open ?? '',
        attributes: attributesOf(groups.attributes ?? ''),
        children: [],
        text: '',
      }
      parent.children.push(element)
      if (!groups.empty) open.push(element)
    }
  }
  const [only, other] = root.children
  if (open.length !== 1 || !only || other || root.text.trim() !== '') throw new Error('not one element')
  return only
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']): [string, string] => {
    if (/[\t\n\r]/.test(value)) throw new Error('a line end that readers would lose')
    return [name, unescaped(value)]
  })
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error('an attribute twice')
  return Object.fromEntries(pairs)
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+);)?/g, (_, code?: string) => {
    const character = code === undefined ? '\0' : String.fromCodePoint(Number(code))
    if (!LEGAL.test(character)) throw new Error('a reference to nothing')
    return character
  })
}
