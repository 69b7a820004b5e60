import type { ProseLine } from '../markdown/prose.js'
import type { Image } from '../report/images.js'
import type { Range } from '../text/range.js'
import { quote } from './quote.js'
import type { Fix, Problem, ReportRule } from './rule.js'

export const missingImage: ReportRule = {
  id: 'missing-image',
  severity: 'error',
  fixes: 'unsafe',
  onAnyPage: true,
  *check({ images, text, prose }) {
    for (const line of prose) {
      if (!line.text.includes('![')) continue
      yield* spacedAddresses(line)
      yield* wikiEmbeds(line)
    }
    for (const image of images)
      if (image.exists === false)
        yield {
          range: image.range,
          message: messageFor(image),
          data: { url: image.url, ...(image.right && { suggestion: image.right.url }) },
          ...(image.right && { fix: correction(image.right, text.startsWith('{{', image.range[0])) }),
        }
  },
}

/** A picture whose address has spaces in it, which Markdown does not take for a picture. */
const SPACED =
  /!\[[^[\]]{0,300}\]\([ \t]{0,9}([^\s<>"'][^<>"']{0,300}?\.(?:avif|bmp|gif|jpe?g|png|svg|webp))[ \t]{0,9}(?:"[^"]{0,300}"[ \t]{0,9})?\)/gi

function* spacedAddresses({ text, start }: ProseLine): Generator<Problem> {
  for (const { index, 0: picture, 1: url = '' } of text.matchAll(SPACED)) {
    const suggestion = url.replaceAll(/[ \t]/g, '%20')
    if (suggestion === url) continue
    const address = start + index + picture.indexOf(url, picture.indexOf(']('))
    yield {
      range: [start + index, start + index + picture.length],
      message: `Unexpected spaces in the address of a picture, expected “${suggestion}”: otherwise the page shows the address instead of the picture.`,
      data: { url, suggestion },
      fix: {
        title: 'Write “%20” for every space',
        safety: 'safe',
        edits: [{ range: [address, address + url.length], text: suggestion }],
      },
    }
  }
}

/** A picture as Obsidian embeds it, with its width or a description: `![[stage.png|300]]`. */
const WIKI_EMBED =
  /!\[\[[ \t]{0,9}([^[\]|<>"]{1,300}?\.(?:avif|bmp|gif|jpe?g|png|svg|webp))[ \t]{0,9}(?:\|([^[\]|]{0,300}))?\]\]/gi

function* wikiEmbeds({ text, start }: ProseLine): Generator<Problem> {
  for (const { index, 0: embed, 1: path = '', 2: label = '' } of text.matchAll(WIKI_EMBED)) {
    const url = path.replaceAll(/[ \t]/g, '%20')
    const description = /^[\dx\s]*$/.test(label) ? '' : label.trim()
    const range: Range = [start + index, start + index + embed.length]
    yield {
      range,
      message: `Unexpected “${quote(embed)}”, expected “![${description || 'what it shows'}](${url})”: only Obsidian reads this as a picture, Hugo shows it as text.`,
      data: { url },
      fix: {
        title: 'Write it as a picture in Markdown',
        safety: 'unsafe',
        edits: [{ range, text: `![${description}](${url})` }],
      },
    }
  }
}

function messageFor({ url, right }: Image): string {
  if (url === '')
    return 'Unexpected picture without an address, expected the path of a file in the site. Add it, or remove the picture.'
  if (right?.certain)
    return `Unexpected address “${url}” of a picture, expected “${right.url}”: that is how the site serves it (capital letters and slashes count).`
  const hint = right ? ` Is it “${right.url}”?` : ''
  return `Unexpected picture “${url}”, which is not in the site: neither in static/ nor beside the page. Add it, or correct its path (capital letters count).${hint}`
}

/** The address in a shortcode is never safe to change, because only the site knows what its shortcodes make of it. */
function correction({ url, certain, range }: NonNullable<Image['right']>, isShortcode: boolean): Fix {
  const safety = certain && !isShortcode ? 'safe' : 'unsafe'
  return { title: `Correct the picture's address to “${url}”`, safety, edits: [{ range, text: url }] }
}
