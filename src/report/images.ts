import type { Definition, ImageReference, Image as MarkdownImage, Root } from 'mdast'
import { commentRanges } from '../markdown/comments.js'
import { maskForMarkdown } from '../markdown/mask.js'
import { nodesOf, rangeOf } from '../markdown/mdast.js'
import { shortcodeRanges } from '../markdown/shortcodes.js'
import type { RightAddress } from '../source/site/right-address.js'
import { MASK } from '../text/mask.js'
import { contains, type Range } from '../text/range.js'

/**
 * Whether the report's site has a picture at an address; null if unknown. If it has none there, but only one picture can be meant:
 * the right address of that one, written in the style of `like` (a working address of the page) if `url` itself shows no style.
 */
export type HasImage = (url: string, like?: string) => boolean | null | RightAddress

export interface Image {
  readonly url: string
  readonly alt: string
  readonly range: Range
  /** null if unknown: the address is on another host, or the file is not part of a site. */
  readonly exists: boolean | null
  /** The right address, and the range of the wrong one; null if the address is right, or the right one is unknown. */
  readonly right: (RightAddress & { readonly range: Range }) | null
}

/** A picture in the text. `address` is the range of its address; null if that is written differently, as with escapes. */
interface Written {
  readonly by: 'markdown' | 'html' | 'figure' | 'shortcode'
  readonly url: string
  readonly alt: string
  readonly range: Range
  readonly address: Range | null
}

/**
 * The pictures of a report in the order of the text: `![alt](url)`, `![alt][name]`, `<img>` and shortcodes such as
 * `{{< figure >}}`. Pictures in HTML comments are left out.
 * @param text the file as read; the tree's offsets refer to it
 */
export function readImages(tree: Root, text: string, hasImage: HasImage): Image[] {
  const found = findImages(tree, text)
    .sort((a, b) => a.range[0] - b.range[0])
    .map((image) => ({ image, answer: ask(image, hasImage) }))
  const like = found.find(({ answer }) => answer === true)?.image.url
  return found.map(({ image, answer }) => {
    const { url, alt, range, address } = image
    if (answer === null || typeof answer === 'boolean') return { url, alt, range, exists: answer, right: null }
    const right = ask(image, hasImage, like)
    return {
      url,
      alt,
      range,
      exists: false,
      right: address && right !== null && typeof right === 'object' ? { ...right, range: address } : null,
    }
  })
}

function ask({ by, url }: Written, hasImage: HasImage, like?: string): ReturnType<HasImage> {
  if (url === '') return false
  // Browsers treat a backslash in HTML as a slash, but not the `%5C` that Markdown turns it into.
  const answer = hasImage(by === 'html' ? url.replaceAll('\\', '/') : url, like)
  // A site's own shortcode may put any folder before the address; only Hugo's own are known.
  return by === 'shortcode' && answer !== true ? null : answer
}

function findImages(tree: Root, text: string): Written[] {
  const images: Written[] = []
  const references: ImageReference[] = []
  const definitions = new Map<string, Definition>()
  const shortcodes = shortcodeRanges(text)
  const masked = maskForMarkdown(text, null)
  const comments = commentRanges(tree, masked)
  const isCommentedOut = (range: Range): boolean => comments.some((comment) => contains(comment, range))

  for (const node of nodesOf(tree)) {
    if (node.type === 'image') images.push(inlineImage(node, text, shortcodes))
    else if (node.type === 'imageReference') references.push(node)
    else if (node.type === 'definition') {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
    } else if (node.type === 'html')
      for (const range of imageTags(rangeOf(node), masked))
        if (!isCommentedOut(range)) images.push(...withAttributes('html', text, range))
  }
  for (const reference of references) {
    const definition = definitions.get(reference.identifier)
    if (definition) images.push(referencedImage(reference, definition, text))
  }
  for (const range of shortcodes) {
    const name = IMAGE_SHORTCODE.exec(text.slice(...range))?.[1]
    if (name === undefined || isCommentedOut(range)) continue
    images.push(...withAttributes(name === 'figure' ? 'figure' : 'shortcode', text, range))
  }
  return images
}

/** Hugo's own `figure`, or a shortcode of the site with such a name: group 1. */
const IMAGE_SHORTCODE = /^\{\{[<%]\s*((?:[\w-]{0,40}-)?(?:figure|image|img))\s/

function inlineImage(node: MarkdownImage, text: string, shortcodes: readonly Range[]): Written {
  const range = rangeOf(node)
  const unmask = unmasking(text, shortcodes, range)
  const alt = unmask(node.alt ?? '')
  return { by: 'markdown', url: unmask(node.url), alt, range, address: destination(text, range, node.url) }
}

function referencedImage(reference: ImageReference, definition: Definition, text: string): Written {
  const { url } = definition
  const address = destination(text, rangeOf(definition), url)
  return { by: 'markdown', url, alt: reference.alt ?? '', range: rangeOf(reference), address }
}

/** The ranges of the `<img>` tags in HTML. The text is searched, as the value of a node lacks the indentation of its lines. */
function imageTags([start, end]: Range, masked: string): Range[] {
  return Array.from(masked.slice(start, end).matchAll(/<img\s[^>]{0,2000}>/gi), ({ index, 0: tag }): Range => {
    return [start + index, start + index + tag.length]
  })
}

/** The picture that a tag with attributes shows; empty if it has no `src`. @param range of the tag in the text */
function withAttributes(by: Written['by'], text: string, range: Range): Written[] {
  const tag = text.slice(...range)
  const src = attribute(tag, 'src')
  if (src === null) return []
  const [start, end] = src.range
  const alt = attribute(tag, 'alt')?.value || (by !== 'html' && attribute(tag, 'caption')?.value) || ''
  return [{ by, url: src.value, alt, range, address: [range[0] + start, range[0] + end] }]
}

/** In characters: what is searched before an address for the bracket that it follows. */
const MAX_BEFORE_URL = 80

/** The range of the address in `![…](…)` or `[…]: …`; null if it is not written as the parser returns it, as with escapes. */
function destination(text: string, [start, end]: Range, url: string): Range | null {
  const written = text.slice(start, end)
  for (let at = written.lastIndexOf(url); at >= 0; at = at > 0 ? written.lastIndexOf(url, at - 1) : -1) {
    const isAfterBracket = /\](?:\(|:)\s*<?$/.test(written.slice(Math.max(0, at - MAX_BEFORE_URL), at))
    if (isAfterBracket && /^(?:[>\s)]|$)/.test(written.slice(at + url.length)))
      return [start + at, start + at + url.length]
  }
  return null
}

/**
 * A function that puts the masked shortcodes of a node back into its parts, one code unit for each of the mask. It has to be called
 * with the parts in the order of the text.
 */
function unmasking(text: string, shortcodes: readonly Range[], range: Range): (part: string) => string {
  const hidden = shortcodes
    .filter((shortcode) => contains(range, shortcode))
    .map((shortcode) => text.slice(...shortcode))
    .join('')
  let at = 0
  return (part) => part.replaceAll(MASK, () => hidden[at++] ?? '')
}

/** An attribute after a blank. Matched one after another, none is found inside the value of another. */
const ATTRIBUTE = /\s([\w-]{1,80})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/dg

/** The value of an attribute with its range in the tag; null if the tag does not have it. @param name in lower case */
function attribute(tag: string, name: string): { readonly value: string; readonly range: Range } | null {
  for (const match of tag.matchAll(ATTRIBUTE)) {
    if (match[1]?.toLowerCase() !== name) continue
    const [start, end] = match.indices?.slice(2).find((group) => group !== undefined) ?? [0, 0]
    const raw = tag.slice(start, end)
    const value = raw.trim()
    const at = start + raw.indexOf(value)
    return { value, range: [at, at + value.length] }
  }
  return null
}
