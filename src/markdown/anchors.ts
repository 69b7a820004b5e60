import type { Root } from 'mdast'
import { decoded } from '../text/decoded.js'
import { memoizeByObject } from '../text/memoize.js'
import { nodesOf } from './mdast.js'

/** The anchors on the same page that a page links to, as from `anchorOf`: `[there](#key-takeaways)` gives `key-takeaways`. */
export const linkedAnchors = memoizeByObject((tree: Root): ReadonlySet<string> => {
  const anchors = new Set<string>()
  const add = (url: string): void => {
    if (!url.startsWith('#')) return
    const anchor = anchorOf(decoded(url.slice(1)))
    // A second heading with the same words gets a number: `key-takeaways-1`.
    anchors.add(anchor).add(anchor.replace(/-\d{1,3}$/, ''))
  }
  for (const node of nodesOf(tree))
    if (node.type === 'link' || node.type === 'definition') add(node.url)
    else if (node.type === 'html') for (const [, url = ''] of node.value.matchAll(HREF)) add(url)
  return anchors
})

/**
 * The anchor of a heading, as far as programs agree on it: its letters, digits and `_` in lower case, joined by single hyphens.
 * They differ on “A & B”, which is `a--b` for GitHub and Hugo and `a-b` for GitLab.
 */
export function anchorOf(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^A-Za-zÀ-ỿ\d\s_-]/gu, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '')
}

const HREF = /\shref\s*=\s*["']?(#[^\s"'>]{1,200})/gi
