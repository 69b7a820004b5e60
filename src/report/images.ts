import type { Definition, Root, RootContent } from 'mdast'
import { contains, type Range } from '../text/range.js'
import { rangeOf } from './headings.js'
import { maskForMarkdown, shortcodeRanges } from './mask.js'

export interface Image {
  readonly url: string
  readonly alt: string
  readonly range: Range
  /** null where nobody can tell: the address is on another host, or the file lies in no site. */
  readonly exists: boolean | null
}

/**
 * The pictures of a report in the order of the text: `![alt](url)`, `![alt][name]`, `<img>` and shortcodes such as
 * `{{< figure >}}`. What is commented out is none.
 * @param text the file as read; the tree's offsets point into it
 * @param exists whether the site has a picture of that address
 */
export function readImages(tree: Root, text: string, exists: (url: string) => boolean | null): Image[] {
  const images: Image[] = []
  const comments: Range[] = []
  const shortcodes = shortcodeRanges(text)
  const masked = maskForMarkdown(text, null)
  const definitions = new Map<string, Definition>()
  visit(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })

  const add = (url: string, alt: string, range: Range, isThere = exists(url)): void => {
    images.push({ url, alt, range, exists: url === '' ? false : isThere })
  }
  visit(tree, (node) => {
    const range = rangeOf(node)
    if (node.type === 'image') {
      const unmask = unmasking(text, shortcodes, range)
      const alt = unmask(node.alt ?? '')
      add(unmask(node.url), alt, range)
    } else if (node.type === 'imageReference') {
      const definition = definitions.get(node.identifier)
      if (definition) add(definition.url, node.alt ?? '', range)
    } else if (node.type === 'html') {
      // A node's value lacks the indentation of its lines, so places are found in the text.
      const html = masked.slice(...range)
      for (const { index, 0: comment } of html.matchAll(/<!--[\s\S]*?(?:-->|$)/g))
        comments.push([range[0] + index, range[0] + index + comment.length])
      for (const { index, 0: tag } of html.matchAll(/<img\s[^>]{0,2000}>/gi)) {
        const at: Range = [range[0] + index, range[0] + index + tag.length]
        const written = text.slice(...at)
        const src = attribute(written, 'src')
        if (src !== null && !comments.some((comment) => contains(comment, at)))
          add(src, attribute(written, 'alt') ?? '', at)
      }
    }
  })
  for (const range of shortcodes) {
    const code = text.slice(...range)
    const [, name] = /^\{\{[<%]\s*((?:[\w-]{0,40}-)?(?:figure|image|img))\s/.exec(code) ?? []
    const src = name === undefined ? null : attribute(code, 'src')
    if (src === null || comments.some((comment) => contains(comment, range))) continue
    // Only of Hugo's own is it known how it reads an address; a site's may put any folder before it.
    const isThere = name === 'figure' ? exists(src) : exists(src) || null
    add(src, attribute(code, 'alt') || attribute(code, 'caption') || '', range, isThere)
  }
  return images.sort((a, b) => a.range[0] - b.range[0])
}

function visit(tree: Root, see: (node: RootContent) => void): void {
  const enter = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      see(node)
      if ('children' in node) enter(node.children as RootContent[])
    }
  }
  enter(tree.children)
}

/** Puts the shortcodes of a node back, unit by unit, in the order in which its parts are given. */
function unmasking(text: string, shortcodes: readonly Range[], range: Range): (part: string) => string {
  const hidden = shortcodes
    .filter((shortcode) => contains(range, shortcode))
    .map((shortcode) => text.slice(...shortcode))
    .join('')
  let at = 0
  return (part) => part.replace(/\uE000/g, () => hidden[at++] ?? '')
}

/** null where the tag has none. */
function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
  return match ? (match[1] ?? match[2] ?? match[3] ?? '').trim() : null
}
