import type { ReportRule } from './rule.js'

export const missingImage: ReportRule = {
  id: 'missing-image',
  severity: 'error',
  fixes: 'never',
  *check({ images }) {
    for (const { url, exists, range } of images)
      if (exists === false)
        yield {
          range,
          message:
            url === ''
              ? 'Unexpected picture without an address, expected the path of a file in the site. Add it, or take the picture out.'
              : `Unexpected picture “${url}”, which is not in the site: neither in static/ nor beside the page. Add it, or correct its path (capital letters count).`,
          data: { url },
        }
  },
}
