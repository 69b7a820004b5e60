import type { Root, RootContent } from 'mdast'
import type { Range } from '../text/range.js'
import { rangeOf } from './headings.js'
import { shortcodeRanges } from './mask.js'
import type { Image } from './report.js'

/**
 * The pictures of a report in the order of the text: `![alt](url)`, `<img>` and `{{< figure >}}`.
 * @param text the file as read; the tree's offsets point into it
 * @param exists whether the site has a picture of that address
 */
export function readImages(tree: Root, text: string, exists: (url: string) => boolean | null): Image[] {
  const images: Image[] = []
  const add = (url: string, alt: string, range: Range): void => {
    if (url !== '') images.push({ url, alt, range, exists: exists(url) })
  }
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'image') add(node.url, node.alt ?? '', rangeOf(node))
      else if (node.type === 'html') {
        const [start] = rangeOf(node)
        for (const { index, 0: tag } of node.value.matchAll(/<img\s[^>]{0,2000}>/gi))
          add(attribute(tag, 'src'), attribute(tag, 'alt'), [start + index, start + index + tag.length])
      } else if ('children' in node) visit(node.children as RootContent[])
    }
  }
  visit(tree.children)
  for (const range of shortcodeRanges(text)) {
    const code = text.slice(...range)
    if (/^\{\{[<%]\s*figure\s/.test(code))
      add(attribute(code, 'src'), attribute(code, 'alt') || attribute(code, 'caption'), range)
  }
  return images.sort((a, b) => a.range[0] - b.range[0])
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? ''
}
