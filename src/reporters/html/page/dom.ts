/** The content of an element. A string becomes a text node, whatever is in it; a number is a count and gets separators: 7,084. */
export type Child = Node | string | number | null | false | readonly Child[]

interface Attributes {
  readonly [name: string]: string | number | boolean | null | undefined | ((event: Event) => void)
}

/**
 * Makes an element. A function is a listener for the event that its attribute names; `true` is an attribute without a value; null and
 * false leave the attribute out.
 * @throws Error if `href` is not a fragment of this page
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children)
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children)
}

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value === null || value === undefined || value === false) continue
    else if (name === 'href' && !String(value).startsWith('#')) throw new Error(`${value} leads out of the page`)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  append(element, children)
  return element
}

export function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === false) continue
    if (Array.isArray(child)) append(element, child)
    else element.append(typeof child === 'number' ? child.toLocaleString('en') : (child as Node | string))
  }
}

/** Text for screen readers only. */
export function unseen(text: string): HTMLElement {
  return h('span', { class: 'unseen' }, text)
}

/** "1 report", "3 reports". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${nounFor(count, noun)}`
}

/** The noun as it is after that number. */
export function nounFor(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`
}
