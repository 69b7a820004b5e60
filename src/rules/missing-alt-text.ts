import type { Image } from '../report/images.js'
import { lowerCase } from '../text/lower-case.js'
import type { ReportRule } from './rule.js'

/** Alternative texts that editors and templates put in, in lower case. */
const SAYS_NOTHING =
  /^(?:alt(?:[ -]?text)?|(?:enter|add) image (?:alt )?description|image description(?: here)?|your (?:profile )?(?:picture|photo|image)\s?\d{0,3}|(?:ảnh|hình|hình ảnh) \d{1,3} của bạn|(?:image|img|photo|picture|piture|pic|screenshot|ảnh|hình|hình ảnh)?[\s_-]*\d{0,4})$/

export const missingAltText: ReportRule = {
  id: 'missing-alt-text',
  severity: 'warning',
  fixes: 'never',
  onAnyPage: true,
  *check({ images, text }) {
    for (const image of images) {
      if (!saysNothing(image)) continue
      const found =
        image.alt.trim() === '' ? 'picture without a description' : `description “${image.alt.trim()}” of a picture`
      const place = text[image.range[0]] === '!' ? 'between `![` and `]`' : 'as its `alt`'
      yield {
        range: image.range,
        message: `Unexpected ${found}, expected what the picture shows, for readers who cannot see it. Write that ${place}.`,
        data: { url: image.url },
      }
    }
  },
}

function saysNothing({ alt, url }: Image): boolean {
  const text = alt.normalize('NFC').trim()
  const file = url.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  return (
    SAYS_NOTHING.test(lowerCase(text)) ||
    text === file ||
    (text === file.replace(/\.[^.]*$/, '') && !isPhrase(text)) ||
    /\.(?:jpe?g|png|webp|gif|svg)$/i.test(text)
  )
}

/** Three words or more are taken as a description: some authors use one as the name of the file. */
function isPhrase(text: string): boolean {
  return text.split(/\s+/).length >= 3
}
