import { describe, expect, test } from 'vitest'
import { buildReport } from '../src/report/build.js'
import type { HasImage, Image } from '../src/report/images.js'
import { loadSchema } from '../src/schema/load.js'
import { applyEdits } from '../src/text/edit.js'

const schema = loadSchema('event-report')

function read(body: string, exists: HasImage = () => null): [Image[], string] {
  const text = `\uFEFF---\ntitle: "Event 1"\n---\n\n# Summary Report: “Grid Day”\n\n${body}\n`
  return [[...buildReport({ path: '_index.md', text }, schema, exists).images], text]
}

/** Address, description, and the text in the range of the picture. */
const shown = (body: string): string[][] => {
  const [images, text] = read(body)
  return images.map(({ url, alt, range }) => [url, alt, text.slice(...range)])
}

describe('pictures', () => {
  test.each([
    ['Markdown', '![The hall](/images/a.jpg)', '/images/a.jpg', 'The hall'],
    ['with a title', '![The hall](/images/a.jpg "Hall")', '/images/a.jpg', 'The hall'],
    ['with blanks in the path', '![The hall](</images/a b.jpg>)', '/images/a b.jpg', 'The hall'],
    ['with no description', '![](a.jpg)', 'a.jpg', ''],
    ['with no address', '![The hall]()', '', 'The hall'],
    ['HTML', '<img src="/images/a.jpg" alt="The hall" style="width: 50%">', '/images/a.jpg', 'The hall'],
    ['HTML with other quotation marks', "<img alt='The hall' src=a.jpg>", 'a.jpg', 'The hall'],
    ['HTML over two lines', '<img\n  src="a.jpg"\n  alt="The hall" />', 'a.jpg', 'The hall'],
    ['HTML with a shortcode', '<img src="{{< base >}}a.jpg" alt="The hall">', '{{< base >}}a.jpg', 'The hall'],
    ['HTML without a description', '<img src="a.jpg">', 'a.jpg', ''],
    ['figure', '{{< figure src="a.jpg" alt="The hall" >}}', 'a.jpg', 'The hall'],
    ['HTML that speaks of another', '<img title="no src=b.jpg" SRC="a.jpg" alt="The hall">', 'a.jpg', 'The hall'],
    ['HTML that goes by another name', '<img data-src="b.jpg" src="a.jpg" alt="The hall">', 'a.jpg', 'The hall'],
    ['figure with a caption', '{{% figure src="a.jpg" caption="The hall" %}}', 'a.jpg', 'The hall'],
    ['a shortcode of the site', '{{< event-image src="a.jpg" alt="The hall" >}}', 'a.jpg', 'The hall'],
    ['a shortcode in the address', '![The hall]({{< base >}}images/a.jpg)', '{{< base >}}images/a.jpg', 'The hall'],
  ])('%s', (_, body, url, alt) => {
    expect(shown(body)).toEqual([[url, alt, body]])
  })

  test('are found with reference definitions', () => {
    const body = '![The hall][hall]\n\n[hall]: /images/a.jpg'
    expect(shown(body)).toEqual([['/images/a.jpg', 'The hall', '![The hall][hall]']])
    expect(shown('![The hall][hall]')).toEqual([])
  })

  test('are found in lists, quotes, links and tables, in the order of the text', () => {
    const body = [
      '- ![1st](1.jpg)',
      '',
      '> <p>a <img src="2.jpg" alt="2nd"> b</p>',
      '',
      '{{< figure src="3.jpg" alt="3rd" >}}',
      '',
      '[![4th](4.jpg)](https://a.example)',
      '',
      '| a |',
      '|---|',
      '| ![5th](5.jpg) |',
    ].join('\n')
    expect(shown(body).map(([url, alt]) => [url, alt])).toEqual([
      ['1.jpg', '1st'],
      ['2.jpg', '2nd'],
      ['3.jpg', '3rd'],
      ['4.jpg', '4th'],
      ['5.jpg', '5th'],
    ])
  })

  test.each([
    ['code', '`![a](a.jpg)`\n\n```\n![a](a.jpg)\n<img src="a.jpg">\n```'],
    ['comments', '<!-- ![a](a.jpg) <img src="b.jpg"> {{< figure src="c.jpg" >}} -->'],
    ['comments over lines', '<!--\n<img src="b.jpg">\n\n{{< figure src="c.jpg" >}}\n-->'],
    ['links', '[a](a.jpg)'],
    ['shortcodes of another kind', '{{< video src="a.mp4" >}}\n{{< image-grid >}}'],
    ['tags without an address', '<img class="a">'],
  ])('are not found in %s', (_, body) => {
    expect(shown(body)).toEqual([])
  })

  test('are found beside comments', () => {
    expect(shown('<!-- a --><img src="a.jpg" alt="b"><!-- c -->').map(([url]) => url)).toEqual(['a.jpg'])
  })
})

describe('the existence of a picture', () => {
  const states = (body: string, answer: boolean | null): (boolean | null)[] =>
    read(body, () => answer)[0].map(({ exists }) => exists)

  test.each([true, false, null])('is that on the site: %s', (answer) => {
    expect(states('![a](a.jpg)\n<img src="a.jpg">\n{{< figure src="a.jpg" >}}', answer)).toEqual([
      answer,
      answer,
      answer,
    ])
  })

  test('is unknown for an address in a shortcode of the site', () => {
    expect(states('{{< event-image src="a.jpg" >}}', true)).toEqual([true])
    expect(states('{{< event-image src="a.jpg" >}}', false)).toEqual([null])
  })

  test('needs an address', () => {
    expect(states('![a]()', null)).toEqual([false])
  })
})

describe('the corrected address', () => {
  const right = { url: 'b.jpg', certain: true }
  /** The text with every right address put in its place. */
  const corrected = (body: string, answer: HasImage = (url) => (url === 'a.jpg' ? right : null)): string => {
    const [images, text] = read(body, answer)
    const edits = new Map(images.flatMap(({ right: to }) => (to ? [[String(to.range), to]] : [])))
    return applyEdits(
      text,
      [...edits.values()].map(({ url, range }) => ({ range, text: url })),
    ).slice(text.indexOf(body), -1)
  }

  test.each([
    ['Markdown', '![a.jpg](a.jpg)', '![a.jpg](b.jpg)'],
    ['with a title', '![a](a.jpg "a.jpg")', '![a](b.jpg "a.jpg")'],
    ['with a title in brackets', '![a]( a.jpg (a.jpg) )', '![a]( b.jpg (a.jpg) )'],
    ['in angle brackets', '![a](<a.jpg>)', '![a](<b.jpg>)'],
    ['in a link', '[![a](a.jpg)](a.jpg)', '[![a](b.jpg)](a.jpg)'],
    ['with a link in its description', '![[x](a.jpg)](a.jpg)', '![[x](a.jpg)](b.jpg)'],
    [
      'are found with reference definitions',
      '![a.jpg][x] ![][x]\n\n[x]: a.jpg "a.jpg"',
      '![a.jpg][x] ![][x]\n\n[x]: b.jpg "a.jpg"',
    ],
    ['HTML', '<img alt="a.jpg" src="a.jpg">', '<img alt="a.jpg" src="b.jpg">'],
    ['HTML with other quotation marks', "<img src = 'a.jpg' alt=''>", "<img src = 'b.jpg' alt=''>"],
    ['HTML without', '<img src=a.jpg alt=a.jpg>', '<img src=b.jpg alt=a.jpg>'],
    ['HTML over lines', '- <p>\n  <img\n    src=" a.jpg">\n  </p>', '- <p>\n  <img\n    src=" b.jpg">\n  </p>'],
    ['HTML that names it elsewhere', '<img alt="x src = c.jpg" src="a.jpg">', '<img alt="x src = c.jpg" src="b.jpg">'],
    ['figure', '{{< figure alt="a.jpg" src="a.jpg" >}}', '{{< figure alt="a.jpg" src="b.jpg" >}}'],
  ])('%s', (_, body, expected) => {
    expect(corrected(body)).toBe(expected)
  })

  test('is not given if the text differs from the parsed address', () => {
    expect(corrected('![a](a&period;jpg)')).toBe('![a](a&period;jpg)')
    expect(corrected('![a](a\\.jpg)')).toBe('![a](a\\.jpg)')
  })

  test('is not given in a shortcode of the site', () => {
    expect(corrected('{{< event-image src="a.jpg" >}}')).toBe('{{< event-image src="a.jpg" >}}')
  })

  test('has a slash for a backslash in HTML, not in Markdown', () => {
    const answer: HasImage = (url) => (url.includes('\\') ? { url: url.replaceAll('\\', '/'), certain: true } : true)
    expect(corrected('![a](x\\y.jpg) <img src="x\\y.jpg">', answer)).toBe('![a](x/y.jpg) <img src="x\\y.jpg">')
  })

  test('begins like the first correct address on the page', () => {
    const asked: (string | undefined)[] = []
    const answer: HasImage = (url, like) => {
      if (url !== 'a.jpg') return url === '/x/c.jpg'
      asked.push(like)
      return right
    }
    corrected('![a](a.jpg) ![b](b.jpg) ![c](/x/c.jpg)', answer)
    expect(asked.at(-1)).toBe('/x/c.jpg')
  })
})
